import { busOfDisk } from '../../domain/index.ts'
import { valueAt } from '../../path.ts'
import { devicesOf } from '../support/devices.ts'
import type { Rule } from '../support/rule.ts'
import { hasSharedMemory } from '../support/shared-memory.ts'

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
        yield {
          at: ['memory_backing', 'access', 'mode'],
          message:
            'The process behind a vhost-user disk has to see the guest’s memory. Set memory_backing.access to shared.',
          fix: { title: 'Share the memory', value: 'shared' },
        }
      for (const key of foreign) {
        if (valueAt(item, key.split('.')) === undefined) continue
        yield {
          at: [...path, ...key.split('.')],
          message: `The process behind a vhost-user disk decides about ${key}: leave it out.`,
          fix: { title: `Leave ${key} out` },
        }
      }
    }
  },
}

/** virDomainDiskDefValidateSource: vhostuser. */
const foreign = [
  'readonly',
  'shareable',
  'transient',
  'serial',
  'wwn',
  'vendor',
  'product',
  'geometry',
  'blockio',
  'iotune',
  'driver.cache',
  'driver.io',
  'driver.error_policy',
  'driver.rerror_policy',
  'driver.copy_on_read',
  'driver.discard',
  'driver.detect_zeroes',
  'driver.iothread',
]
