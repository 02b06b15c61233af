import { isFor, kindRule } from '../support/kind-rule.ts'

export const rule = kindRule('interfaces', {
  id: 'network.kind-only',
  title: 'A key that this kind of network does not know',
  fixIsSafe: true,
  source:
    'libvirt 11.3: "setting MTU on interface type user is not supported yet", "scripts are not supported on interfaces of type user", "multiqueue is not supported for network interfaces of type user", "coalesce settings on interface type user are not supported", "vlan tag not supported for this connection type", "<port isolated=\'yes\'/> is not supported for network interfaces with type=\'user\'"',
  says: isFor('network of the kind'),
})
