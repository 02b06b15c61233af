import { busOfDisk } from '../../domain/index.ts'
import { devicesOf } from '../support/devices.ts'
import { at, setFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'disk.serial-long',
  title: 'A serial number that the guest sees cut off',
  severity: 'advice',
  source:
    'VIRTIO 1.2, VIRTIO_BLK_ID_BYTES: a virtio disk has room for 20 bytes; libvirt 11.3 takes more without a word',
  *check(context) {
    for (const { item, path } of devicesOf(context, 'disks')) {
      const { serial = '' } = item
      if (busOfDisk(item) !== 'virtio' || serial.length <= room) continue
      const short = serial.slice(0, room)
      yield {
        path: at(context, ...path, 'serial'),
        message: `A virtio disk has room for ${room} characters of its serial number: the guest sees ${short}. Names below /dev/disk/by-id end there.`,
        fix: setFix(context, `Shorten it to ${short}`, [...path, 'serial'], short),
      }
    }
  },
}

const room = 20
