import { devicesOf } from '../support/devices.ts'
import { at } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'host.network',
  title: 'A network of libvirt that is not there or not started',
  severity: 'error',
  target: 'libvirt',
  source:
    'libvirt 11.3 at the start: "Requested operation is not valid: network \'default\' is not active", "Network not found: no network with matching name"',
  *check(context) {
    const networks = context.host?.networks
    if (networks === undefined) return
    for (const { item, path } of devicesOf(context, 'interfaces')) {
      const name = item.source?.network
      if (item.type !== 'network' || name === undefined) continue
      const known = networks.find((one) => one.name === name)
      if (known?.active === true || (known !== undefined && known.active === undefined)) continue
      yield {
        path: at(context, ...path, 'source', 'network'),
        message:
          known === undefined
            ? `libvirt on the host has no network ${name}${networks.length === 0 ? '' : `; it has ${networks.map((one) => one.name).join(', ')}`}.`
            : `The network ${name} is not started: virsh net-start ${name}${known.autostart === true ? '' : `; virsh net-autostart ${name} starts it with the host`}.`,
      }
    }
  },
}
