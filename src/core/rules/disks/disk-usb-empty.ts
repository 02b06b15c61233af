import { busOfDisk } from '../../domain/index.ts'
import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule('disks', {
  id: 'disk.usb-empty',
  title: 'An empty drive on USB',
  source: 'libvirt 11.3: "\'usb\' disk must not be empty"',
  check(disk) {
    if (busOfDisk(disk) !== 'usb' || (disk.type ?? 'file') === 'network') return undefined
    const source = disk.source ?? {}
    if (
      disk.device !== 'cdrom' ||
      Object.keys(source).some((key) => key !== '$rest' && key !== 'startup_policy')
    )
      return undefined
    return {
      at: ['source'],
      message: 'A drive on USB can’t be empty. Put a disc in, or take the bus sata.',
      fix: { title: 'Remove the drive', at: [] },
    }
  },
})
