import type { Interface } from '../../domain/index.ts'
import {
  adviceByHand,
  bootDecisions,
  byHand,
  type Decisions,
  decisionsOf,
  placeDecisions,
  quiet,
  written,
  writtenIn,
} from '../decisions/index.ts'
import { cardProperties } from './card-properties.ts'

const notQemu = (owner: string) => byHand(`It is left out: it belongs to ${owner}.`)

const inContainer = notQemu('containers')

const hostAddress = byHand(
  'Addresses of the host’s end are left out: set them with ip address add ADDRESS dev TAP when QEMU has started.',
)
const hostRoute = byHand(
  'Routes are left out: set them with ip route add NETWORK via GATEWAY dev TAP when QEMU has started.',
)

/** What becomes of an interface. */
export const interfaceDecisions: Decisions<Interface> = decisionsOf<Interface>(cardProperties, {
  type: written,
  managed: quiet('Said with the host device.'),
  trust_guest_rx_filters: byHand(
    'trust_guest_rx_filters is left out: libvirt sets the filters of the macvtap device after the guest. By hand: ip link set dev MACVTAP allmulticast on.',
  ),
  mac: {
    type: quiet('VMware’s.'),
    check: quiet('VMware’s.'),
    current_address: quiet('What libvirt reports of a running VM.'),
  },
  source: {
    bridge: written,
    network: written,
    portgroup: byHand(
      'The port group is left out: it is known to libvirt’s network alone. Say its VLAN and limits on the host.',
    ),
    dev: written,
    mode: written,
    type: quiet('A vhost-user network has a Unix socket.'),
    ...writtenIn<NonNullable<Interface['source']>>()('path address port name vendor product domain bus slot'),
    ...writtenIn<NonNullable<Interface['source']>>()('function address_type device'),
    address_port: quiet('QEMU finds the device by its bus and number.'),
    multifunction: quiet('Where the card is on the host says nothing about the guest.'),
    missing: byHand('missing is left out: QEMU does not start without the device.'),
    mac_table_manager: byHand(
      'The table of MAC addresses is the kernel’s. By hand: bridge link set dev TAP learning off flood off, and bridge fdb add.',
    ),
    switchid: notQemu('VMware'),
    portid: notQemu('VMware'),
    portgroupid: notQemu('VMware'),
    connectionid: notQemu('VMware'),
    local_address: written,
    local_port: written,
    ips: hostAddress,
    routes: hostRoute,
    reconnect: { enabled: written, timeout: written, delay: quiet('libvirt has it for disks.') },
  },
  target: { dev: written, managed: written },
  model: { type: written },
  driver: {
    name: written,
    queues: written,
    model: byHand(
      'The variant driver is left out: bind the card to it before the start, in place of vfio-pci.',
    ),
    iommufd: written,
  },
  link: { state: written },
  backend: {
    ...writtenIn<NonNullable<Interface['backend']>>()('type log_file tap vhost hostname fqdn'),
  },
  port_forwards: {
    proto: written,
    address: written,
    dev: written,
    ranges: { start: written, end: written, to: written, exclude: written },
  },
  filterref: byHand('The network filter is left out: libvirt does it with nftables or ebtables on the host.'),
  virtualport: byHand(
    'The virtual port is left out: libvirt talks to the switch. With Open vSwitch by hand: a script that runs ovs-vsctl add-port BRIDGE TAP.',
  ),
  vlan: byHand(
    'VLAN tags are left out: libvirt sets them at the bridge. By hand: bridge vlan add dev TAP vid ID pvid untagged.',
  ),
  bandwidth: byHand(
    'Limits are left out: libvirt sets them with tc. By hand: tc qdisc add dev TAP root tbf rate RATE burst BURST latency 50ms.',
  ),
  sndbuf: written,
  coalesce_rx_frames: byHand(
    'Coalescing is left out. By hand: ethtool -C TAP rx-frames COUNT when QEMU has started.',
  ),
  port_isolated: byHand(
    'The isolation is left out. By hand: bridge link set dev TAP isolated on when QEMU has started.',
  ),
  script: written,
  downscript: written,
  backenddomain: notQemu('Xen'),
  guest: { dev: inContainer, actual: quiet('What libvirt reports of a running container.') },
  ips: written,
  routes: adviceByHand('Routes in the guest are left out: set them in the guest.'),
  teaming: { persistent: written },
  boot: bootDecisions,
  ...placeDecisions,
  acpi: { index: written, nodeset: quiet('It belongs to host devices with memory.') },
})
