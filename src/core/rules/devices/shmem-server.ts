import { devicesOf } from '../support/devices.ts'
import { at, removeFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'shmem.server',
  title: 'Interrupts without a server',
  severity: 'error',
  source:
    'libvirt 11.3: "msi option is only supported with a server", "only \'pci\' addresses are supported for the shared memory device"',
  *check(context) {
    for (const { item, path } of devicesOf(context, 'shmem')) {
      const type = item.address?.type
      if (item.msi !== undefined && item.server === undefined && item.model?.type !== 'ivshmem-doorbell')
        yield {
          path: at(context, ...path, 'msi'),
          message: 'Interrupts go through a server: name its socket, or leave msi out.',
          fix: removeFix(context, 'Leave msi out', [...path, 'msi']),
        }
      if (type !== undefined && type !== 'pci')
        yield {
          path: at(context, ...path, 'address'),
          message: `Shared memory is a PCI device: it has no address of type ${type}.`,
          fix: removeFix(context, 'Leave the address out', [...path, 'address']),
        }
    }
  },
}
