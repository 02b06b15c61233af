import { devicesOf } from '../support/devices.ts'
import { at } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'network.bridge-in-session',
  title: 'A bridge in a session',
  severity: 'warning',
  source: 'qemu-bridge-helper lets a session use only the bridges of /etc/qemu/bridge.conf',
  *check(context) {
    const { host } = context
    // What is known of bridge.conf is the rule host.bridge's.
    if (host?.connection !== 'session' || host.bridge_allowed !== undefined) return
    for (const { item, path } of devicesOf(context, 'interfaces')) {
      if (item.type !== 'bridge') continue
      const bridge = item.source?.bridge ?? 'br0'
      yield {
        path: at(context, ...path),
        message: `A session may use the bridge ${bridge} only when /etc/qemu/bridge.conf has the line “allow ${bridge}” and qemu-bridge-helper is setuid. Set both up, or use qemu:///system.`,
      }
    }
  },
}
