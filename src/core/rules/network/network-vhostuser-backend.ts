import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule('interfaces', {
  id: 'network.vhostuser-backend',
  title: 'A tap device for a vhost-user interface',
  source: 'libvirt 11.3: "custom tap device path is not supported for network interfaces of type vhostuser"',
  *check({ backend, type }) {
    if (backend === undefined) return
    for (const key of ['tap', 'vhost'] as const) {
      if (backend[key] === undefined || type === undefined || !without.has(type)) continue
      yield {
        at: ['backend', key],
        message: `An interface of type ${type} has no ${key === 'tap' ? 'tap device' : 'vhost device'}.`,
        fix: { title: 'Leave it out' },
      }
    }
  },
})

const without: ReadonlySet<string> = new Set(['vhostuser', 'user', 'hostdev', 'vdpa', 'null'])
