import { busOfDisk, diskNumber } from '../../domain/index.ts'
import { deviceRule } from '../support/device-rule.ts'
import { freeDiskName } from '../support/free-disk-name.ts'

export const rule = deviceRule('disks', {
  id: 'disk.target-name',
  title: 'A name that numbers no disk',
  source: 'libvirt 11.3: "Unknown disk name \'hdaxxxxxxxxxx\' and no address specified"',
  *check(disk, context) {
    const dev = disk.target?.dev
    const isFloppy = dev?.startsWith('fd') === true && busOfDisk(disk) !== 'fdc'
    if (dev !== undefined && isFloppy && (disk.device ?? 'disk') === 'disk') {
      const better = freeDiskName(context, busOfDisk(disk) === 'virtio' ? 'vd' : 'sd')
      yield {
        at: ['target', 'dev'],
        message: `${dev} is the name of a floppy, and this is a disk.`,
        fix: { title: `Call it ${better}`, value: better },
      }
      return
    }
    if (dev === undefined || disk.address !== undefined || diskNumber(dev) !== undefined) return
    // disk.partition says it better.
    if (/^[a-z]+\d+$/.test(dev)) return
    const prefix = busOfDisk(disk) === 'virtio' ? 'vd' : 'sd'
    const name = freeDiskName(context, prefix)
    yield {
      at: ['target', 'dev'],
      message: `${dev} is no name of a disk: they are vda, vdb, sda, hda, fda and so on, up to three letters.`,
      fix: { title: `Call it ${name}`, value: name },
    }
  },
})
