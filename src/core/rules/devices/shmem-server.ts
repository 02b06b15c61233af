import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule('shmem', {
  id: 'shmem.server',
  title: 'Interrupts without a server',
  fixIsSafe: true,
  source:
    'libvirt 11.3: "msi option is only supported with a server", "only \'pci\' addresses are supported for the shared memory device"',
  *check(shmem) {
    const type = shmem.address?.type
    if (shmem.msi !== undefined && shmem.server === undefined && shmem.model?.type !== 'ivshmem-doorbell')
      yield {
        at: ['msi'],
        message: 'Interrupts go through a server: name its socket, or leave msi out.',
        fix: { title: 'Leave msi out' },
      }
    if (type !== undefined && type !== 'pci')
      yield {
        at: ['address'],
        message: `Shared memory is a PCI device: it has no address of type ${type}.`,
        fix: { title: 'Leave the address out' },
      }
  },
})
