/** Network interfaces. Manual: Network interfaces. */
import { at, attribute, child, inlineList, list, short } from '../table/field.ts'
import { anyText, integer, macAddress, oneOf, onOff, wholeNumber, yesNo } from '../table/scalar.ts'
import { address, alias, boot, virtioDriver } from './common.ts'

const port = integer({ minimum: 1, maximum: 65535 })

export const portForward = {
  proto: attribute('proto', oneOf('tcp', 'udp'), { label: 'Protocol', help: 'tcp or udp.', default: 'tcp' }),
  address: attribute('address', anyText, { help: 'Host address that is listened on.', default: '127.0.0.1' }),
  dev: attribute('dev', anyText, { label: 'Host interface', help: 'Host interface that is listened on.' }),
  ranges: inlineList(
    'range',
    {
      start: attribute('start', port, {
        label: 'Host port',
        help: 'First port on the host.',
        required: true,
      }),
      end: attribute('end', port, { label: 'Last host port', help: 'Last port on the host, for a range.' }),
      to: attribute('to', port, {
        label: 'Guest port',
        help: 'First port in the guest; the same as on the host when left out.',
      }),
      exclude: attribute('exclude', yesNo, { help: 'These ports are not forwarded.' }),
    },
    { help: 'Which ports.' },
  ),
} as const

export const interfaceSource = {
  bridge: attribute('bridge', anyText, { help: 'Bridge of the host.', only: { type: ['bridge'] } }),
  network: attribute('network', anyText, { help: 'Network of libvirt.', only: { type: ['network'] } }),
  portgroup: attribute('portgroup', anyText, {
    help: 'Port group of that network.',
    only: { type: ['network'] },
  }),
  dev: attribute('dev', anyText, {
    label: 'Device',
    help: 'Interface of the host.',
    only: { type: ['direct', 'user', 'vdpa'] },
  }),
  mode: attribute('mode', oneOf('vepa', 'bridge', 'private', 'passthrough', 'server', 'client'), {
    help: 'How the host interface is shared, or the side of a vhost-user socket.',
    only: { type: ['direct', 'vhostuser'] },
  }),
  type: attribute('type', oneOf('unix', 'pci'), {
    help: 'unix for vhost-user.',
    only: { type: ['vhostuser', 'hostdev'] },
  }),
  path: attribute('path', anyText, { help: 'Socket.', only: { type: ['vhostuser'] } }),
  address: attribute('address', anyText, {
    help: 'Address.',
    only: { type: ['mcast', 'server', 'client', 'udp'] },
  }),
  port: attribute('port', wholeNumber, {
    help: 'Port.',
    only: { type: ['mcast', 'server', 'client', 'udp'] },
  }),
  name: attribute('name', anyText, { help: 'Name.', only: { type: ['internal'] } }),
  domain: at('address', attribute('domain', anyText, { help: 'PCI domain.', only: { type: ['hostdev'] } })),
  bus: at('address', attribute('bus', anyText, { help: 'PCI bus.', only: { type: ['hostdev'] } })),
  slot: at('address', attribute('slot', anyText, { help: 'PCI slot.', only: { type: ['hostdev'] } })),
  function: at(
    'address',
    attribute('function', anyText, { help: 'PCI function.', only: { type: ['hostdev'] } }),
  ),
  address_type: at('address', attribute('type', oneOf('pci'), { help: 'pci.', only: { type: ['hostdev'] } })),
} as const

export const networkInterface = {
  type: attribute(
    'type',
    oneOf(
      'user',
      'bridge',
      'network',
      'direct',
      'ethernet',
      'hostdev',
      'vhostuser',
      'vdpa',
      'mcast',
      'server',
      'client',
      'udp',
      'internal',
      'vds',
      'null',
    ),
    {
      help: 'user needs no rights on the host, bridge puts the guest beside it, network uses libvirt’s.',
      required: true,
    },
  ),
  managed: attribute('managed', yesNo, {
    help: 'libvirt takes a passed-through card from the host and gives it back.',
  }),
  trust_guest_rx_filters: attribute('trustGuestRxFilters', yesNo, {
    help: 'The guest may change its filters.',
  }),
  mac: short(
    'mac',
    'address',
    {
      address: attribute('address', macAddress, { help: 'Six pairs of hexadecimal digits.' }),
      type: attribute('type', oneOf('generated', 'static'), { help: 'Where it is from (VMware).' }),
      check: attribute('check', yesNo, { help: 'Whether the prefix is checked (VMware).' }),
    },
    { label: 'MAC address', help: 'libvirt makes one up when it is not said.' },
  ),
  source: child('source', interfaceSource, { help: 'What it is connected to.' }),
  target: child(
    'target',
    {
      dev: attribute('dev', anyText, { label: 'Name', help: 'Name of the tap device on the host.' }),
      managed: attribute('managed', yesNo, { help: 'no: the tap device is there already.', since: '5.7.0' }),
    },
    { help: 'The host’s end.' },
  ),
  model: short(
    'model',
    'type',
    {
      type: attribute('type', anyText, { help: 'virtio is the fastest; e1000e and rtl8139 need no driver.' }),
    },
    { help: 'The card that the guest sees: virtio, e1000e, rtl8139, igb …' },
  ),
  driver: child(
    'driver',
    {
      name: attribute('name', oneOf('vhost', 'qemu', 'vfio', 'kvm', 'xen', 'passt'), {
        help: 'vhost does the work in the kernel.',
      }),
      txmode: attribute('txmode', oneOf('iothread', 'timer'), { help: 'How packets are sent.' }),
      ioeventfd: attribute('ioeventfd', onOff, { help: 'I/O in a thread of its own.' }),
      event_idx: attribute('event_idx', onOff, { help: 'Fewer interrupts.' }),
      queues: attribute('queues', integer({ minimum: 1, maximum: 256 }), {
        help: 'Queues; one for each vCPU at most.',
      }),
      rx_queue_size: attribute('rx_queue_size', integer({ minimum: 1 }), {
        help: 'Entries of a receive queue.',
        since: '2.3.0',
      }),
      tx_queue_size: attribute('tx_queue_size', integer({ minimum: 1 }), {
        help: 'Entries of a send queue.',
        since: '3.7.0',
      }),
      rss: attribute('rss', onOff, { label: 'RSS', help: 'Receive side scaling.', since: '8.3.0' }),
      rss_hash_report: attribute('rss_hash_report', onOff, {
        label: 'RSS hash report',
        help: 'Report of the hash.',
        since: '8.3.0',
      }),
      ...virtioDriver,
    },
    { help: 'How the host serves it.' },
  ),
  link: short(
    'link',
    'state',
    {
      state: attribute('state', oneOf('up', 'down'), { help: 'Whether the cable is in.' }),
    },
    { help: 'Whether the cable is in.' },
  ),
  mtu: short(
    'mtu',
    'size',
    {
      size: attribute('size', integer({ minimum: 68, maximum: 65535 }), {
        help: 'Largest packet.',
        unit: 'bytes',
      }),
    },
    { label: 'MTU', help: 'Largest packet.', unit: 'bytes', since: '3.1.0' },
  ),
  backend: child(
    'backend',
    {
      type: attribute('type', oneOf('default', 'passt'), {
        help: 'passt needs no rights and forwards ports.',
        since: '9.0.0',
      }),
      log_file: attribute('logFile', anyText, { help: 'Log of passt.', since: '9.0.0' }),
      tap: attribute('tap', anyText, { help: 'Tap device file.' }),
      vhost: attribute('vhost', anyText, { help: 'vhost device file.' }),
      hostname: attribute('hostname', anyText, { help: 'Name handed out by DHCP.' }),
      fqdn: attribute('fqdn', anyText, { help: 'Full name handed out by DHCP.' }),
    },
    { help: 'What carries a user network: passt, or the slirp built into QEMU.' },
  ),
  port_forwards: list('portForward', portForward, {
    label: 'Port forwards',
    help: 'Ports of the host that lead to the guest; needs the backend passt.',
    since: '9.0.0',
  }),
  filterref: child(
    'filterref',
    {
      filter: attribute('filter', anyText, { help: 'Name of the network filter.' }),
    },
    { label: 'Filter', help: 'Network filter of libvirt.' },
  ),
  boot,
  alias,
  address,
} as const
