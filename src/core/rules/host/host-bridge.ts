import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule('interfaces', {
  id: 'host.bridge',
  title: 'A bridge that the host does not have, or does not let you use',
  source:
    'libvirt 11.3 at the start: "Cannot get interface MTU on \'nobr0\': No such device"; in a session, qemu-bridge-helper: "access denied by acl file"',
  check(card, context) {
    const { host } = context
    const bridge = card.source?.bridge
    if (card.type !== 'bridge' || bridge === undefined) return undefined
    const devices = host?.network_devices
    const bridges = devices?.filter(({ kind }) => kind === 'bridge').map(({ name }) => name) ?? []
    const allowed = host?.bridge_allowed
    const wrong =
      devices !== undefined && !bridges.includes(bridge)
        ? `The host has no bridge ${bridge}${bridges.length === 0 ? '' : `; it has ${bridges.join(', ')}`}. A network card itself is no bridge: put it on one, or use direct.`
        : host?.connection === 'session' &&
            allowed !== undefined &&
            !allowed.includes(bridge) &&
            !allowed.includes('all')
          ? `A session may use the bridges that /etc/qemu/bridge.conf names, and ${bridge} is not among them. Add the line: allow ${bridge}`
          : host?.connection === 'session' && host.programs?.['qemu-bridge-helper'] === null
            ? `A session plugs into the bridge ${bridge} by qemu-bridge-helper, which the host does not have. Install it, or set the connection of the host to system.`
            : undefined
    return wrong !== undefined ? { at: ['source', 'bridge'], message: wrong } : undefined
  },
})
