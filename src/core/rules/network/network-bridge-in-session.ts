import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule('interfaces', {
  id: 'network.bridge-in-session',
  title: 'A bridge in a session',
  severity: 'warning',
  source: 'qemu-bridge-helper lets a session use only the bridges of /etc/qemu/bridge.conf',
  check(card, context) {
    const { host } = context
    if (host?.connection !== 'session' || host.bridge_allowed !== undefined) return undefined
    if (card.type !== 'bridge') return undefined
    const bridge = card.source?.bridge ?? 'br0'
    return {
      at: [],
      message: `A session may use the bridge ${bridge} only when /etc/qemu/bridge.conf has the line “allow ${bridge}” and qemu-bridge-helper is setuid. Set both up, or use qemu:///system.`,
    }
  },
})
