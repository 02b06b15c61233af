import { deviceRule } from '../support/device-rule.ts'
import { leftOut } from '../support/left-out.ts'

export const rule = deviceRule('shmem', {
  id: 'shmem.model',
  title: 'Shared memory with a server that its model does not have, or without',
  source:
    'libvirt 11.3: "shmem model \'ivshmem-doorbell\' is supported only with server option enabled", "shmem model \'ivshmem-plain\' is supported only with server option disabled", "shmem model \'ivshmem-doorbell\' does not support size setting", "ivshmem device is no longer supported"',
  *check(shmem) {
    const model = shmem.model?.type
    if (model === 'ivshmem')
      yield {
        at: ['model', 'type'],
        message: 'QEMU has ivshmem no more: ivshmem-plain is memory alone, ivshmem-doorbell has interrupts.',
        fix: { title: 'Take ivshmem-plain', value: 'ivshmem-plain' },
      }
    if (model === 'ivshmem-doorbell' && shmem.server === undefined)
      yield {
        at: ['model', 'type'],
        message: 'ivshmem-doorbell works through a server, and none is said.',
        fix: { title: 'Take ivshmem-plain', value: 'ivshmem-plain' },
      }
    if (model === 'ivshmem-doorbell' && shmem.server !== undefined && shmem.size !== undefined)
      yield leftOut(['size'], 'The server decides how large the memory is.', 'the size')
    if (model === 'ivshmem-plain' && shmem.server !== undefined)
      yield {
        at: ['server'],
        message: 'ivshmem-plain has no server: leave it out, or take ivshmem-doorbell.',
        fix: { title: 'Leave the server out' },
      }
  },
})
