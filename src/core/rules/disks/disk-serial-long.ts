import { busOfDisk } from '../../domain/index.ts'
import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule('disks', {
  id: 'disk.serial-long',
  title: 'A serial number that the guest sees cut off',
  severity: 'advice',
  source:
    'VIRTIO 1.2, VIRTIO_BLK_ID_BYTES: a virtio disk has room for 20 bytes; libvirt 11.3 takes more without a word',
  check(disk) {
    const { serial = '' } = disk
    if (busOfDisk(disk) !== 'virtio' || serial.length <= room) return undefined
    const short = serial.slice(0, room)
    return {
      at: ['serial'],
      message: `A virtio disk has room for ${room} characters of its serial number: the guest sees ${short}. Names below /dev/disk/by-id end there.`,
      fix: { title: `Shorten it to ${short}`, value: short },
    }
  },
})

const room = 20
