import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule('disks', {
  id: 'disk.shareable-format',
  title: 'A shared disk in a format that can’t be shared',
  source: 'libvirt 11.3: "shared access for disk \'vda\' requires use of supported storage format"',
  check(disk) {
    const format = disk.driver?.type ?? 'raw'
    if (disk.shareable !== true || format === 'raw') return undefined
    return {
      at: ['shareable'],
      message: `Only a raw image can be used by several VMs at once, this one is ${format}. Leave shareable out.`,
      fix: { title: 'Leave shareable out' },
    }
  },
})
