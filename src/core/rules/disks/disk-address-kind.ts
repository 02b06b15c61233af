import { busOfDisk } from '../../domain/index.ts'
import { devicesOf } from '../support/devices.ts'
import { at, removeFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'disk.address-kind',
  title: 'An address of another bus',
  severity: 'error',
  source: "libvirt 11.3: \"Invalid address type 'pci' for the disk 'fda' with the bus type 'fdc'\"",
  *check(context) {
    for (const { item, path } of devicesOf(context, 'disks')) {
      const bus = busOfDisk(item)
      const type = item.address?.type
      if (type === undefined || type === 'unassigned') continue
      const wanted = bus === 'usb' ? 'usb' : driveBuses.has(bus) ? 'drive' : undefined
      const isWrong =
        wanted === undefined ? bus === 'virtio' && (type === 'drive' || type === 'usb') : type !== wanted
      if (!isWrong) continue
      yield {
        path: at(context, ...path, 'address'),
        message: `A disk on ${bus} has no address of type ${type}. Leave the address out, and libvirt picks one.`,
        fix: removeFix(context, 'Leave the address out', [...path, 'address']),
      }
    }
  },
}

const driveBuses: ReadonlySet<string> = new Set(['ide', 'sata', 'scsi', 'fdc'])
