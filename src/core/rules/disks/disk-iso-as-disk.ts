import { deviceRule } from '../support/device-rule.ts'
import { freeDiskName } from '../support/free-disk-name.ts'
import { isX86 } from '../support/machine.ts'

export const rule = deviceRule('disks', {
  id: 'disk.iso-as-disk',
  title: 'An ISO image as a writable disk',
  severity: 'warning',
  source: 'libvirt 9.0 and 11.3 start it; the ISO can be written (rules.md)',
  check(disk, context) {
    const file = disk.source?.file ?? ''
    if ((disk.device ?? 'disk') !== 'disk' || disk.readonly === true || !/\.iso$/i.test(file))
      return undefined
    const bus = isX86(context) ? 'sata' : 'scsi'
    const name = freeDiskName(context, 'sd')
    return {
      at: ['device'],
      message: `${file} is called like an ISO image but is a disk that the guest can write. Set the device to cdrom.`,
      fix: {
        title: `Make it the cdrom ${name}`,
        all: [
          { at: ['device'], value: 'cdrom' },
          { at: ['target', 'bus'], value: bus },
          { at: ['target', 'dev'], value: name },
        ],
      },
    }
  },
})
