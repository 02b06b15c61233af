import { deviceRule } from '../support/device-rule.ts'
import { beyondKind, type KindLimits } from '../support/kind-limits.ts'

export const rule = deviceRule('interfaces', {
  id: 'network.kind-only',
  title: 'A key that this kind of network does not know',
  fixIsSafe: true,
  source:
    'libvirt 11.3: "setting MTU on interface type user is not supported yet", "scripts are not supported on interfaces of type user", "multiqueue is not supported for network interfaces of type user", "coalesce settings on interface type user are not supported", "vlan tag not supported for this connection type", "<port isolated=\'yes\'/> is not supported for network interfaces with type=\'user\'"',
  check(card) {
    const isAlone = (card.driver?.queues ?? 1) === 1
    const seen = isAlone ? { ...card, driver: { ...card.driver, queues: undefined } } : card
    return beyondKind(seen, card.type, 'network of the kind', limits)
  },
})

const limits: KindLimits = {
  mtu: ['network', 'bridge', 'ethernet', 'vhostuser', 'direct', 'vdpa'],
  script: ['ethernet', 'bridge', 'network'],
  'driver.queues': ['network', 'bridge', 'direct', 'ethernet', 'vhostuser', 'vdpa', 'hostdev'],
  coalesce_rx_frames: ['network', 'bridge', 'ethernet', 'direct'],
  vlan: ['network', 'bridge', 'direct', 'hostdev'],
  port_isolated: ['network', 'bridge'],
  virtualport: ['network', 'bridge', 'direct', 'hostdev', 'ethernet'],
}
