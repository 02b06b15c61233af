import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule('disks', {
  id: 'disk.auth-twice',
  title: 'Two logins for one disk',
  source: 'libvirt 11.3: "an <auth> definition already found for disk source"',
  check(disk) {
    if (disk.auth === undefined || disk.source?.auth === undefined) return undefined
    return {
      at: ['auth'],
      message: 'The login is said for the disk and for its source. Say it for the source only.',
      fix: { title: 'Keep that of the source' },
    }
  },
})
