import { busOfDisk } from '../../domain/index.ts'
import { devicesOf } from '../support/devices.ts'
import { freeDiskName } from '../support/free-disk-name.ts'
import { at, changeFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'disk.lun-bus',
  title: 'A LUN on a bus without SCSI',
  severity: 'error',
  source: "libvirt 11.3: \"This QEMU doesn't support SCSI emulation with 'virtio-blk' device\"",
  *check(context) {
    for (const { item, path } of devicesOf(context, 'disks')) {
      const bus = busOfDisk(item)
      if (item.device !== 'lun' || (bus !== 'virtio' && bus !== 'ide' && bus !== 'sata' && bus !== 'usb'))
        continue
      const name = freeDiskName(context, 'sd')
      yield {
        path: at(context, ...path, 'target', 'bus'),
        message: `A LUN hands SCSI commands on, which ${bus} does not. Take the bus scsi.`,
        fix: changeFix(context, `Make it ${name} on scsi`, [
          { path: [...path, 'target', 'bus'], value: 'scsi' },
          { path: [...path, 'target', 'dev'], value: name },
        ]),
      }
    }
  },
}
