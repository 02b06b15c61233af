import { devicesOf } from '../support/devices.ts'
import { at, removeFix, setFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'shmem.model',
  title: 'Shared memory with a server that its model does not have, or without',
  severity: 'error',
  source:
    'libvirt 11.3: "shmem model \'ivshmem-doorbell\' is supported only with server option enabled", "shmem model \'ivshmem-plain\' is supported only with server option disabled", "shmem model \'ivshmem-doorbell\' does not support size setting", "ivshmem device is no longer supported"',
  *check(context) {
    for (const { item, path } of devicesOf(context, 'shmem')) {
      const model = item.model?.type
      if (model === 'ivshmem')
        yield {
          path: at(context, ...path, 'model', 'type'),
          message:
            'QEMU has ivshmem no more: ivshmem-plain is memory alone, ivshmem-doorbell has interrupts.',
          fix: setFix(context, 'Take ivshmem-plain', [...path, 'model', 'type'], 'ivshmem-plain'),
        }
      if (model === 'ivshmem-doorbell' && item.server === undefined)
        yield {
          path: at(context, ...path, 'model', 'type'),
          message: 'ivshmem-doorbell works through a server, and none is said.',
          fix: setFix(context, 'Take ivshmem-plain', [...path, 'model', 'type'], 'ivshmem-plain'),
        }
      if (model === 'ivshmem-doorbell' && item.server !== undefined && item.size !== undefined)
        yield {
          path: at(context, ...path, 'size'),
          message: 'The server decides how large the memory is: leave the size out.',
          fix: removeFix(context, 'Leave the size out', [...path, 'size']),
        }
      if (model === 'ivshmem-plain' && item.server !== undefined)
        yield {
          path: at(context, ...path, 'server'),
          message: 'ivshmem-plain has no server: leave it out, or take ivshmem-doorbell.',
          fix: removeFix(context, 'Leave the server out', [...path, 'server']),
        }
    }
  },
}
