/** Network interfaces. Manual: Network interfaces. */
import {
  allBelonging,
  anyText,
  at,
  attribute,
  belonging,
  child,
  decidedLater,
  element,
  hexText,
  hostName,
  hostPath,
  inlineList,
  integer,
  interfaceName,
  interfaceOrDevice,
  list,
  macAddress,
  modelName,
  oneOf,
  onOff,
  pciBus,
  pciDomain,
  pciFunction,
  pciSlot,
  portNumber,
  refusedBeside,
  short,
  unsignedInt,
  usbPort,
  wholeNumber,
  yesNo,
} from '../table/index.ts'
import {
  acpi,
  address,
  alias,
  boot,
  ipAddresses,
  reconnect,
  rom,
  routes,
  teaming,
  virtioDriver,
} from './common.ts'
import { bandwidth, guestOffloads, hostOffloads, virtualport, vlan } from './interface-tuning.ts'

const port = integer({ minimum: 1, maximum: 65535 })

/** The cards that libvirt knows by name: virDomainNetModel. */
const namedCards: ReadonlySet<string> = new Set([
  ...['virtio', 'virtio-transitional', 'virtio-non-transitional', 'e1000', 'e1000e', 'igb', 'rtl8139'],
  ...['vmxnet', 'vmxnet2', 'vmxnet3', 'usb-net', 'netfront', 'spapr-vlan', 'lan9118', 'scm91c111', 'vlance'],
])

/** libvirt takes the names that it knows in capitals too; any other is QEMU’s as it is (virDomainNetSetModelString). */
const cardModel = {
  ...modelName,
  parse: (text: string) => {
    const small = text.toLowerCase()
    return namedCards.has(small) ? small : modelName.parse(text)
  },
}

export const portForward = {
  proto: attribute('proto', oneOf('tcp', 'udp'), { label: 'Protocol', help: 'tcp or udp.', default: 'tcp' }),
  address: attribute('address', anyText, { help: 'Host address that is listened on.', default: '127.0.0.1' }),
  dev: attribute('dev', interfaceName, {
    label: 'Host interface',
    help: 'Host interface that is listened on.',
  }),
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
  bridge: attribute('bridge', interfaceName, { help: 'Bridge of the host.', only: { type: ['bridge'] } }),
  network: attribute('network', anyText, { help: 'Network of libvirt.', only: { type: ['network'] } }),
  portgroup: attribute('portgroup', anyText, {
    help: 'Port group of that network.',
    only: { type: ['network'] },
  }),
  dev: attribute('dev', interfaceOrDevice, {
    label: 'Device',
    help: 'Interface of the host.',
    only: { type: ['direct', 'user', 'vdpa'] },
  }),
  mode: attribute('mode', oneOf('vepa', 'bridge', 'private', 'passthrough', 'server', 'client'), {
    help: 'How the host interface is shared, or the side of a vhost-user socket.',
    only: { type: ['direct', 'vhostuser'] },
  }),
  type: attribute('type', oneOf('unix'), {
    help: 'unix for vhost-user.',
    only: { type: ['vhostuser'] },
  }),
  path: attribute('path', hostPath, { help: 'Socket.', only: { type: ['vhostuser'] } }),
  address: attribute('address', hostName, {
    help: 'Address.',
    only: { type: ['mcast', 'server', 'client', 'udp'] },
  }),
  port: attribute('port', portNumber, {
    help: 'Port.',
    only: { type: ['mcast', 'server', 'client', 'udp'] },
  }),
  name: attribute('name', anyText, { help: 'Name.', only: { type: ['internal'] } }),
  vendor: at(
    'vendor',
    attribute('id', hexText, { label: 'Vendor id', help: 'USB vendor.', only: { type: ['hostdev'] } }),
  ),
  product: at(
    'product',
    attribute('id', hexText, { label: 'Product id', help: 'USB product.', only: { type: ['hostdev'] } }),
  ),
  domain: at('address', attribute('domain', pciDomain, { help: 'PCI domain.', only: { type: ['hostdev'] } })),
  bus: at('address', attribute('bus', pciBus, { help: 'PCI bus.', only: { type: ['hostdev'] } })),
  slot: at('address', attribute('slot', pciSlot, { help: 'PCI slot.', only: { type: ['hostdev'] } })),
  function: at(
    'address',
    attribute('function', pciFunction, { help: 'PCI function.', only: { type: ['hostdev'] } }),
  ),
  address_type: at(
    'address',
    attribute('type', oneOf('pci', 'usb'), { help: 'pci or usb.', only: { type: ['hostdev'] } }),
  ),
  device: at(
    'address',
    attribute('device', hexText, { help: 'USB device number.', only: { type: ['hostdev'] } }),
  ),
  address_port: at(
    'address',
    attribute('port', usbPort, { label: 'USB port', help: 'USB port.', only: { type: ['hostdev'] } }),
  ),
  multifunction: at(
    'address',
    attribute('multifunction', onOff, {
      help: 'Other functions of the slot are used as well.',
      only: { type: ['hostdev'] },
    }),
  ),
  missing: attribute('missing', yesNo, { help: 'The device may be absent.', only: { type: ['hostdev'] } }),
  mac_table_manager: attribute('macTableManager', oneOf('kernel', 'libvirt'), {
    label: 'MAC table manager',
    help: 'Who keeps the bridge’s table of MAC addresses.',
    only: { type: ['bridge'] },
  }),
  switchid: attribute('switchid', anyText, {
    label: 'Switch',
    help: 'UUID of the distributed switch.',
    only: { type: ['vds'] },
  }),
  portid: attribute('portid', anyText, {
    label: 'Switch port',
    help: 'Its port.',
    only: { type: ['vds'] },
  }),
  portgroupid: attribute('portgroupid', anyText, {
    label: 'Port group',
    help: 'Its port group.',
    only: { type: ['vds'] },
  }),
  connectionid: attribute('connectionid', wholeNumber, {
    label: 'Connection',
    help: 'Its connection.',
    only: { type: ['vds'] },
  }),
  local_address: at(
    'local',
    attribute('address', hostName, { help: 'Address of this end.', only: { type: ['udp'] } }),
  ),
  local_port: at(
    'local',
    attribute('port', portNumber, { help: 'Port of this end.', only: { type: ['udp'] } }),
  ),
  ips: ipAddresses,
  routes,
  reconnect,
} as const

const ofVirtio = refusedBeside('network.driver-virtio', {
  'model.type': ['virtio', 'virtio-transitional', 'virtio-non-transitional', 'virtio-net'],
})

/** qemuDomainValidateActualNetDef, qemuValidateDomainDeviceDefNetwork and virDomainActualNetDefValidate. */
const ofNetwork = (...type: readonly string[]) => refusedBeside('network.kind-only', { type })

const ofTap = refusedBeside('network.vhostuser-backend', {
  type: ['bridge', 'network', 'direct', 'ethernet', 'mcast', 'server', 'client', 'udp', 'internal', 'vds'],
})

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
      default: 'user',
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
      current_address: attribute('currentAddress', macAddress, {
        help: 'The address that the guest has set, as libvirt reports it.',
      }),
    },
    { label: 'MAC address', help: 'libvirt makes one up when it is not said.' },
  ),
  source: child('source', interfaceSource, { help: 'What it is connected to.' }),
  target: child(
    'target',
    {
      dev: attribute('dev', interfaceName, { label: 'Name', help: 'Name of the tap device on the host.' }),
      managed: attribute('managed', yesNo, { help: 'no: the tap device is there already.', since: '5.7.0' }),
    },
    { help: 'The host’s end.' },
  ),
  model: short(
    'model',
    'type',
    {
      type: attribute('type', cardModel, {
        label: 'Model',
        help: 'virtio is the fastest; e1000e and rtl8139 need no driver.',
        whenUnsaid: decidedLater,
      }),
    },
    { help: 'The card that the guest sees: virtio, e1000e, rtl8139, igb …' },
  ),
  driver: child(
    'driver',
    {
      name: attribute('name', oneOf('vhost', 'qemu', 'vfio', 'kvm', 'xen'), {
        help: 'vhost does the work in the kernel.',
      }),
      txmode: attribute('txmode', oneOf('iothread', 'timer'), { help: 'How packets are sent.' }),
      ioeventfd: attribute('ioeventfd', onOff, { help: 'I/O in a thread of its own.' }),
      event_idx: attribute('event_idx', onOff, { help: 'Fewer interrupts.' }),
      queues: attribute('queues', integer({ minimum: 0, maximum: 256 }), {
        help: 'Queues; one for each vCPU at most.',
        ...refusedBeside(
          'network.kind-only',
          { type: ['network', 'bridge', 'direct', 'ethernet', 'vhostuser', 'vdpa', 'hostdev'] },
          [1],
        ),
      }),
      rx_queue_size: attribute('rx_queue_size', unsignedInt, {
        help: 'Entries of a receive queue.',
        since: '2.3.0',
      }),
      tx_queue_size: attribute('tx_queue_size', unsignedInt, {
        help: 'Entries of a send queue.',
        since: '3.7.0',
      }),
      rss: attribute('rss', onOff, { label: 'RSS', help: 'Receive side scaling.', since: '8.3.0' }),
      rss_hash_report: attribute('rss_hash_report', onOff, {
        label: 'RSS hash report',
        help: 'Report of the hash.',
        since: '8.3.0',
      }),
      model: attribute('model', modelName, {
        help: 'Variant driver of the host for a passed-through card.',
        since: '10.1.0',
      }),
      iommufd: attribute('iommufd', yesNo, {
        label: 'IOMMUFD',
        help: 'The newer interface of the kernel for a passed-through card.',
        since: '12.1.0',
      }),
      ...allBelonging(ofVirtio, virtioDriver),
      host: hostOffloads,
      guest: guestOffloads,
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
    {
      label: 'MTU',
      help: 'Largest packet.',
      unit: 'bytes',
      since: '3.1.0',
      ...ofNetwork('network', 'bridge', 'ethernet', 'vhostuser', 'direct', 'vdpa'),
    },
  ),
  backend: child(
    'backend',
    {
      type: attribute('type', oneOf('default', 'passt'), {
        help: 'passt needs no rights and forwards ports.',
        since: '9.0.0',
      }),
      log_file: attribute('logFile', hostPath, { help: 'Log of passt.', since: '9.0.0' }),
      tap: attribute('tap', hostPath, { help: 'Tap device file.', ...ofTap }),
      vhost: attribute('vhost', hostPath, { help: 'vhost device file.', ...ofTap }),
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
      parameters: list(
        'parameter',
        {
          name: attribute('name', anyText, { help: 'Name, such as IP.' }),
          value: attribute('value', anyText, { help: 'Its value.' }),
        },
        { help: 'What the filter’s variables stand for.' },
      ),
    },
    { label: 'Filter', help: 'Network filter of libvirt.' },
  ),
  virtualport: belonging(ofNetwork('network', 'bridge', 'direct', 'hostdev', 'ethernet'), virtualport),
  vlan: belonging(ofNetwork('network', 'bridge', 'direct', 'hostdev'), vlan),
  bandwidth,
  sndbuf: at(
    'tune',
    element('sndbuf', wholeNumber, {
      label: 'Send buffer',
      help: 'Bytes that may wait to be sent; 0 for no limit.',
      unit: 'bytes',
    }),
  ),
  coalesce_rx_frames: at(
    'coalesce/rx/frames',
    attribute('max', wholeNumber, {
      label: 'Coalesced frames',
      help: 'Packets that are received before an interrupt.',
      since: '3.3.0',
      ...ofNetwork('network', 'bridge', 'ethernet', 'direct'),
    }),
  ),
  port_isolated: at(
    'port',
    attribute('isolated', yesNo, {
      help: 'The guest can’t talk to other isolated guests on the bridge.',
      since: '6.1.0',
      ...ofNetwork('network', 'bridge'),
    }),
  ),
  script: at(
    'script',
    attribute('path', hostPath, {
      help: 'Program that sets the tap device up.',
      ...ofNetwork('ethernet', 'bridge', 'network'),
    }),
  ),
  downscript: at(
    'downscript',
    attribute('path', hostPath, {
      label: 'Script at the end',
      help: 'Program that takes the tap device down.',
      since: '5.1.0',
    }),
  ),
  backenddomain: at(
    'backenddomain',
    attribute('name', anyText, {
      label: 'Backend domain',
      help: 'Xen domain that serves the interface.',
      since: '1.2.13',
    }),
  ),
  guest: child(
    'guest',
    {
      dev: attribute('dev', interfaceName, {
        label: 'Name',
        help: 'Name of the interface in the container.',
      }),
      actual: attribute('actual', anyText, { help: 'The same, as libvirt reports it.' }),
    },
    { help: 'The end in a container.' },
  ),
  ips: ipAddresses,
  routes,
  rom,
  teaming,
  boot,
  acpi,
  alias,
  address,
} as const
