import type { Devices, Item } from '../build.ts'
import { byHand, quiet, type Said, said } from '../said.ts'
import { bootSaid, placeSaid, virtioSaid } from '../said-of-devices.ts'

export type Interface = Item<Devices['interfaces']>

const handOut = byHand('Slirp hands out no name here: add hostname=… to -netdev user.')

/** What becomes of an interface. */
export const interfaceSaid: Said<Interface> = {
  type: said,
  managed: quiet('Said with the host device.'),
  trust_guest_rx_filters: byHand(
    'trust_guest_rx_filters is left out: it belongs to macvtap, which libvirt opens.',
  ),
  mac: { address: said, type: quiet('VMware’s.'), check: quiet('VMware’s.') },
  source: {
    bridge: said,
    network: said,
    portgroup: byHand('The port group is left out: QEMU does not know libvirt’s networks.'),
    dev: said,
    mode: said,
    type: said,
    path: said,
    address: said,
    port: said,
    local_address: said,
    local_port: said,
    name: said,
    domain: said,
    bus: said,
    slot: said,
    function: said,
    address_type: said,
  },
  target: { dev: said, managed: said },
  model: { type: said },
  driver: {
    name: said,
    txmode: said,
    ioeventfd: said,
    event_idx: said,
    queues: said,
    rx_queue_size: said,
    tx_queue_size: said,
    rss: said,
    rss_hash_report: said,
    ...virtioSaid,
  },
  script: said,
  downscript: said,
  virtualport: byHand(
    'The virtual port is left out: it belongs to Open vSwitch or 802.1Qbg, which libvirt talks to.',
  ),
  vlan: byHand(
    'VLAN tags are left out: libvirt sets them at the bridge. Say them with bridge vlan on the host.',
  ),
  teaming: byHand(
    'teaming is left out: add failover=on to the virtio card and failover_pair_id= to its partner.',
  ),
  bandwidth: byHand('Limits are left out: libvirt sets them with tc on the host.'),
  link: { state: said },
  mtu: { size: said },
  backend: {
    type: said,
    log_file: byHand('The log of passt is left out: QEMU’s own slirp carries the network here.'),
    tap: byHand('The tap device file is left out: QEMU opens /dev/net/tun.'),
    vhost: byHand('The vhost device file is left out: QEMU opens /dev/vhost-net.'),
    hostname: handOut,
    fqdn: handOut,
  },
  port_forwards: {
    proto: said,
    address: said,
    dev: byHand(
      'The host interface of a forward is left out: slirp listens on an address. Say the address of the interface.',
    ),
    ranges: { start: said, end: said, to: said, exclude: said },
  },
  filterref: byHand('The network filter is left out: libvirt does it with nftables on the host.'),
  boot: bootSaid,
  ...placeSaid,
}
