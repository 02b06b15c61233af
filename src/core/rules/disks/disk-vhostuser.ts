import { busOfDisk } from '../../domain/index.ts'
import { devicesOf } from '../support/devices.ts'
import { misfitsIn } from '../support/kind-rule.ts'
import { below } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'
import { hasSharedMemory, memoryToShare } from '../support/shared-memory.ts'

export const rule: Rule = {
  id: 'disk.vhostuser',
  title: 'A vhost-user disk with what its process decides',
  source:
    'libvirt 11.3: "vhostuser disk supports only virtio bus", "\'vhostuser\' requires shared memory", "cache is not supported with vhostuser disk", "readonly is not supported with vhostuser disk"',
  *check(context) {
    for (const { item, path } of devicesOf(context, 'disks')) {
      if (item.type !== 'vhostuser') continue
      const bus = busOfDisk(item)
      if (bus !== undefined && bus !== 'virtio')
        yield {
          at: [...path, 'target', 'bus'],
          message: `A vhost-user disk is on the bus virtio, this one is on ${bus}.`,
          fix: { title: 'Take the bus virtio', value: 'virtio' },
        }
      if (!hasSharedMemory(context))
        yield memoryToShare('The process behind a vhost-user disk has to see the guest’s memory.')
      for (const problem of decidedElsewhere(item)) yield below(path, problem)
    }
  },
}

const decidedElsewhere = misfitsIn(
  'disks',
  'disk.vhostuser',
  ({ key }) => `The process behind a vhost-user disk decides about ${key}: leave it out.`,
)
