import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule('disks', {
  id: 'disk.lun',
  title: 'A LUN that is no block device',
  source: 'libvirt 11.3: "disk device=\'lun\' is only valid for block type disk source"',
  check(disk) {
    const type = disk.type ?? 'file'
    if (disk.device !== 'lun' || type === 'block' || type === 'network' || type === 'volume') return undefined
    return {
      at: ['device'],
      message: `A LUN is a block device of the host, this disk is of type ${type}. Set the device to disk.`,
      fix: { title: 'Set the device to disk', value: 'disk' },
    }
  },
})
