import { devicesOf } from '../support/devices.ts'
import { addressLeftOut } from '../support/left-out.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'channel.port',
  title: 'A port that the virtio-serial controller does not have',
  source: 'libvirt 11.3: "virtio serial controller 1 does not have port 70000"',
  *check(context) {
    const ports = new Map(
      devicesOf(context, 'controllers').flatMap(({ item }) =>
        item.type === 'virtio-serial' ? [[item.index ?? 0, item.ports] as const] : [],
      ),
    )
    for (const { item, path } of [...devicesOf(context, 'channels'), ...devicesOf(context, 'console')]) {
      const { address } = item
      if (address?.type !== 'virtio-serial' || address.port === undefined) continue
      const controller = Number(address.controller ?? 0)
      const most = ports.get(controller) ?? usualPorts
      if (Number(address.port) < most) continue
      const wrong = `The virtio-serial controller ${controller} has the ports 0 to ${most - 1}, and no ${address.port}.`
      yield addressLeftOut([...path, 'address'], wrong, 'port')
    }
  },
}

/** VIR_DOMAIN_DEFAULT_VIRTIO_SERIAL_PORTS. */
const usualPorts = 31
