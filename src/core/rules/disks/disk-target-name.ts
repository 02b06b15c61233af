import { busOfDisk, diskNumber } from '../../domain/index.ts'
import { deviceRule } from '../support/device-rule.ts'
import { callDisk } from '../support/free-disk-name.ts'

export const rule = deviceRule('disks', {
  id: 'disk.target-name',
  title: 'A name that numbers no disk',
  source: 'libvirt 11.3: "Unknown disk name \'hdaxxxxxxxxxx\' and no address specified"',
  check(disk, context) {
    const dev = disk.target?.dev
    if (dev === undefined) return undefined
    const bus = busOfDisk(disk)
    const isOfFloppy = dev.startsWith('fd') && bus !== 'fdc' && (disk.device ?? 'disk') === 'disk'
    // disk.partition speaks of a number at the end.
    const isNone = disk.address === undefined && diskNumber(dev) === undefined && !/^[a-z]+\d+$/.test(dev)
    if (!isOfFloppy && !isNone) return undefined
    return {
      at: ['target', 'dev'],
      message: isOfFloppy
        ? `${dev} is the name of a floppy, and this is a disk.`
        : `${dev} is no name of a disk: they are vda, vdb, sda, hda, fda and so on, up to three letters.`,
      fix: callDisk(context, bus === 'virtio' ? 'vd' : 'sd'),
    }
  },
})
