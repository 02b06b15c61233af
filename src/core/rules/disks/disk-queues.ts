import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule('disks', {
  id: 'disk.queues',
  title: 'More queues than a disk can have',
  source:
    'QEMU 10.0 under libvirt 11.3: "virtio-blk-pci … num-queues … 99999" is refused at the start; QEMU, VIRTIO_QUEUE_MAX',
  *check(disk) {
    const { queues, queue_size: size } = disk.driver ?? {}
    if (queues !== undefined && queues > mostQueues)
      yield {
        at: ['driver', 'queues'],
        message: `A virtio disk has ${mostQueues} queues at most. One for each vCPU is the best.`,
        fix: { title: 'Let QEMU choose' },
      }
    if (
      size !== undefined &&
      size !== 0 &&
      (size > mostQueues || size < 2 || !Number.isInteger(Math.log2(size)))
    )
      yield {
        at: ['driver', 'queue_size'],
        message: `The size of a queue is a power of two up to ${mostQueues}, ${size} is not.`,
        fix: { title: 'Take 256', value: 256 },
      }
  },
})

const mostQueues = 1024
