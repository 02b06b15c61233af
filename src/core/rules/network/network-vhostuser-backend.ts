import { devicesOf } from '../support/devices.ts'
import { at, removeFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'network.vhostuser-backend',
  title: 'A tap device for a vhost-user interface',
  severity: 'error',
  source: 'libvirt 11.3: "custom tap device path is not supported for network interfaces of type vhostuser"',
  *check(context) {
    for (const { item, path } of devicesOf(context, 'interfaces')) {
      const { backend, type } = item
      if (backend === undefined) continue
      for (const key of ['tap', 'vhost'] as const) {
        if (backend[key] === undefined || type === undefined || !without.has(type)) continue
        yield {
          path: at(context, ...path, 'backend', key),
          message: `An interface of type ${type} has no ${key === 'tap' ? 'tap device' : 'vhost device'}.`,
          fix: removeFix(context, 'Leave it out', [...path, 'backend', key]),
        }
      }
    }
  },
}

const without: ReadonlySet<string> = new Set(['vhostuser', 'user', 'hostdev', 'vdpa', 'null'])
