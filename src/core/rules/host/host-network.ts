import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule('interfaces', {
  id: 'host.network',
  title: 'A network of libvirt that is not there or not started',
  target: 'libvirt',
  source:
    'libvirt 11.3 at the start: "Requested operation is not valid: network \'default\' is not active", "Network not found: no network with matching name"',
  check(card, context) {
    const networks = context.host?.networks
    if (networks === undefined) return undefined
    const name = card.source?.network
    if (card.type !== 'network' || name === undefined) return undefined
    const known = networks.find((one) => one.name === name)
    if (known?.active === true || (known !== undefined && known.active === undefined)) return undefined
    return {
      at: ['source', 'network'],
      message:
        known === undefined
          ? `libvirt on the host has no network ${name}${networks.length === 0 ? '' : `; it has ${networks.map((one) => one.name).join(', ')}`}.`
          : `The network ${name} is not started: virsh net-start ${name}${known.autostart === true ? '' : `; virsh net-autostart ${name} starts it with the host`}.`,
    }
  },
})
