/** The keys of network-config, version 2 (cloud-init, Networking Config Version 2; netplan, YAML configuration). */
import { anything, either, type Form, flag, listOf, mapOf, pattern, text, wholeNumber, word } from './form.ts'

const texts = { kind: 'list', of: text, mayBeEmpty: true } as const

const dhcpOverrides = mapOf({
  hostname: text,
  'route-metric': wholeNumber,
  'send-hostname': flag,
  'use-dns': flag,
  'use-domains': either(flag, text),
  'use-hostname': flag,
  'use-mtu': flag,
  'use-ntp': flag,
  'use-routes': flag,
})

const route = mapOf(
  {
    to: text,
    via: text,
    metric: wholeNumber,
    from: text,
    'on-link': flag,
    mtu: wholeNumber,
    table: wholeNumber,
    type: text,
    scope: text,
    'advertised-receive-window': wholeNumber,
    'congestion-window': wholeNumber,
  },
  'to',
)

const macAddress = pattern(
  /^[0-9a-fA-F]{2}(:[0-9a-fA-F]{2}){5}$/,
  'a text of six pairs of hexadecimal digits such as "52:54:00:12:34:56"',
)

/** What netplan knows of one interface and cloud-init passes on. */
const passedOn = (
  'accept-ra activation-mode auth dhcp-identifier embedded-switch-mode emit-lldp ignore-carrier infiniband-mode ' +
  'ipv6-address-generation ipv6-address-token ipv6-mtu ipv6-privacy link link-local neigh-suppress openvswitch ' +
  'optional-addresses ra-overrides routing-policy virtual-function-count delay-virtual-functions-rebind ' +
  'receive-checksum-offload transmit-checksum-offload tcp-segmentation-offload tcp6-segmentation-offload ' +
  'generic-segmentation-offload generic-receive-offload large-receive-offload'
).split(' ')

const ethernet = mapOf({
  ...Object.fromEntries(passedOn.map((key) => [key, anything])),
  renderer: word('networkd', 'NetworkManager'),
  dhcp4: either(flag, word('yes', 'no')),
  dhcp6: either(flag, word('yes', 'no')),
  'dhcp4-overrides': dhcpOverrides,
  'dhcp6-overrides': dhcpOverrides,
  addresses: {
    kind: 'list',
    of: either(text, { kind: 'map', keys: {}, others: anything }),
    mayBeEmpty: true,
  },
  gateway4: text,
  gateway6: text,
  macaddress: macAddress,
  optional: flag,
  critical: flag,
  mtu: wholeNumber,
  nameservers: mapOf({ search: texts, addresses: texts }),
  routes: listOf(route),
  match: mapOf({ name: text, macaddress: macAddress, driver: either(text, texts) }),
  'set-name': text,
  wakeonlan: flag,
})

/** What `ethernets` holds. */
export const ethernetsForm: Form = { kind: 'map', keys: {}, others: ethernet }
