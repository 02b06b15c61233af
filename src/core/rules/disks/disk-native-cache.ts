import { devicesOf } from '../support/devices.ts'
import { at, setFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'disk.native-cache',
  title: 'Native I/O with a cache',
  severity: 'error',
  source: 'libvirt 11.3: "io=\'native\' needs either no disk cache or directsync cache mode"',
  *check(context) {
    for (const { item, path } of devicesOf(context, 'disks')) {
      const { io, cache } = item.driver ?? {}
      if (io !== 'native' || cache === 'none' || cache === 'directsync') continue
      yield {
        path: at(context, ...path, 'driver', 'io'),
        message: `Native I/O goes past the host’s cache, and the cache is ${cache ?? 'not said'}. Set the cache to none, or leave io out.`,
        fix: setFix(context, 'Set the cache to none', [...path, 'driver', 'cache'], 'none'),
      }
    }
  },
}
