import { devicesOf } from '../support/devices.ts'
import { at, removeFix, setFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'disk.queues',
  title: 'More queues than a disk can have',
  severity: 'error',
  source:
    'QEMU 10.0 under libvirt 11.3: "virtio-blk-pci … num-queues … 99999" is refused at the start; QEMU, VIRTIO_QUEUE_MAX',
  *check(context) {
    for (const { item, path } of devicesOf(context, 'disks')) {
      const { queues, queue_size: size } = item.driver ?? {}
      if (queues !== undefined && queues > mostQueues)
        yield {
          path: at(context, ...path, 'driver', 'queues'),
          message: `A virtio disk has ${mostQueues} queues at most. One for each vCPU is the best.`,
          fix: removeFix(context, 'Let QEMU choose', [...path, 'driver', 'queues']),
        }
      if (
        size !== undefined &&
        size !== 0 &&
        (size > mostQueues || size < 2 || !Number.isInteger(Math.log2(size)))
      )
        yield {
          path: at(context, ...path, 'driver', 'queue_size'),
          message: `The size of a queue is a power of two up to ${mostQueues}, ${size} is not.`,
          fix: setFix(context, 'Take 256', [...path, 'driver', 'queue_size'], 256),
        }
    }
  },
}

const mostQueues = 1024
