/** Messages that the rules of the network foresee, with the variable parts that the quotations of their sources do not show. */
import type { CauseTable } from '../../cause.ts'

export const networkRuleMessages = {
  'network.kind-only': {
    by: 'libvirt',
    says: [
      'setting MTU on interface type {kind} is not supported yet',
      'scripts are not supported on interfaces of type {kind}',
      'coalesce settings on interface type {kind} are not supported',
      'interface {mac} - multiqueue is not supported for network interfaces of type {kind}',
      'multiqueue is not supported for network interfaces of type {kind}',
      'interface {mac} - filterref is not supported for network interfaces of type {kind}',
      'vhost-net is only supported for virtio network interfaces',
      'Invalid attempt to set network interface guest-side IP {what}, not supported by QEMU',
      "<port isolated='{}'/> is not supported for network interfaces with type='{kind}'",
      'vlan trunking is not supported by SR-IOV network devices',
    ],
    at: 'devices.interfaces',
  },
  'network.kind-unsupported': {
    by: 'libvirt',
    says: [
      "network device type '{kind}' is not supported by this hypervisor",
      "unknown interface type '{kind}'",
    ],
    at: 'devices.interfaces',
  },
  'network.device-missing': {
    by: 'libvirt',
    says: ["interface type='{kind}' requires a 'source' element"],
    at: 'devices.interfaces',
  },
  'network.address': {
    by: 'libvirt',
    says: [
      "Invalid address '{address}' in <ip>",
      "Invalid prefix value '{prefix}' in <ip>",
      "Invalid peer '{address}' in <ip>",
      'Only one {family} address per interface is allowed',
      "unsupported IPv6 address prefix='{prefix}' - must be 64",
    ],
    at: 'devices.interfaces',
  },
  'network.mac-multicast': {
    by: 'libvirt',
    says: [
      "expected unicast mac address, found multicast '{mac}'",
      "unable to parse mac address '{mac}'",
      'invalid MAC address: {mac}',
    ],
  },
  'network.multicast': {
    by: 'QEMU',
    says: ['specified mcastaddr {address} ({}) does not contain a multicast address'],
    at: 'devices.interfaces',
  },
  'network.queue-size': {
    by: 'QEMU',
    says: [
      '{key} has to be a power of two',
      'Invalid {key} (= {value#}), must be a power of 2 between {least#} and {most#}',
    ],
    at: 'devices.interfaces',
  },
  'network.teaming': {
    by: 'libvirt',
    says: [
      "virtio-net teaming persistent interface must be <model type='virtio'/>, not '{model}'",
      "virtio-net teaming transient interface must be type='hostdev', not '{kind}'",
      "interface {mac} - teaming transient device must be type='hostdev', not '{kind}'",
      "unknown teaming type '{kind}'",
    ],
    at: 'devices.interfaces',
  },
  'network.vhostuser': {
    by: 'libvirt',
    says: [
      "invalid model for interface of type '{kind}': '{model}' - must be 'virtio'",
      "'interface' requires shared memory",
      "'reconnect' attribute is not supported when source mode='server' for <interface type='vhostuser'>",
    ],
    at: 'devices.interfaces',
  },
  'network.vhostuser-backend': {
    by: 'libvirt',
    says: [
      'interface {mac} - custom tap device path is not supported for network interfaces of type {kind}',
      'custom tap device path is not supported for network interfaces of type {kind}',
    ],
  },
  'network.forward-backend': {
    by: 'libvirt',
    says: [
      "The <portForward> element can only be used with the 'passt' backend of interface type='user' or type='vhostuser'",
      "The 'passt' backend can only be used with interface type='user' or type='vhostuser'",
      "The 'dev' attribute of the <source> element can only be used with <interface> type='user' or type='vhostuser' if the <backend> type='passt'",
    ],
    at: 'devices.interfaces',
  },
} as const satisfies CauseTable
