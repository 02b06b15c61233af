import { devicesOf } from '../support/devices.ts'
import { beyondKind, type KindLimits } from '../support/kind-limits.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'network.kind-only',
  title: 'A key that this kind of network does not know',
  severity: 'error',
  source:
    'libvirt 11.3: "setting MTU on interface type user is not supported yet", "scripts are not supported on interfaces of type user", "multiqueue is not supported for network interfaces of type user", "coalesce settings on interface type user are not supported", "vlan tag not supported for this connection type", "<port isolated=\'yes\'/> is not supported for network interfaces with type=\'user\'"',
  *check(context) {
    for (const { item, path } of devicesOf(context, 'interfaces')) {
      const isAlone = (item.driver?.queues ?? 1) === 1
      const seen = isAlone ? { ...item, driver: { ...item.driver, queues: undefined } } : item
      yield* beyondKind(context, { item: seen, path, kind: item.type, what: 'network of the kind' }, limits)
    }
  },
}

const limits: KindLimits = {
  mtu: ['network', 'bridge', 'ethernet', 'vhostuser', 'direct', 'vdpa'],
  script: ['ethernet', 'bridge', 'network'],
  'driver.queues': ['network', 'bridge', 'direct', 'ethernet', 'vhostuser', 'vdpa', 'hostdev'],
  coalesce_rx_frames: ['network', 'bridge', 'ethernet', 'direct'],
  vlan: ['network', 'bridge', 'direct', 'hostdev'],
  port_isolated: ['network', 'bridge'],
  virtualport: ['network', 'bridge', 'direct', 'hostdev', 'ethernet'],
}
