import { busOfDisk } from '../../domain/index.ts'
import { devicesOf } from '../support/devices.ts'
import { at, removeFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'iothread.bus',
  title: 'An I/O thread for a disk that can’t have one',
  severity: 'error',
  source: 'libvirt 11.3: "IOThreads not available for bus sata target sda"',
  *check(context) {
    for (const { item, path } of devicesOf(context, 'disks')) {
      const bus = busOfDisk(item)
      const key = (['iothread', 'iothreads'] as const).find((one) => item.driver?.[one] !== undefined)
      if (key === undefined || bus === 'virtio') continue
      yield {
        path: at(context, ...path, 'driver', key),
        message: `Disks on ${bus} have no I/O thread${bus === 'scsi' ? ' of their own: it belongs to the SCSI controller' : ', virtio disks have'}. Leave it out.`,
        fix: removeFix(context, 'Leave the I/O thread out', [...path, 'driver', key]),
      }
    }
  },
}
