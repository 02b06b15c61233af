import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule('disks', {
  id: 'disk.native-cache',
  title: 'Native I/O with a cache',
  source: 'libvirt 11.3: "io=\'native\' needs either no disk cache or directsync cache mode"',
  check(disk) {
    const { io, cache } = disk.driver ?? {}
    if (io !== 'native' || cache === 'none' || cache === 'directsync') return undefined
    return {
      at: ['driver', 'io'],
      message: `Native I/O goes past the host’s cache, and the cache is ${cache ?? 'not said'}. Set the cache to none, or leave io out.`,
      fix: { title: 'Set the cache to none', at: ['driver', 'cache'], value: 'none' },
    }
  },
})
