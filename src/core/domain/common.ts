/** What many devices have: an address in the guest, a place in the boot order, the virtio driver options. */
import {
  anyText,
  at,
  attribute,
  child,
  element,
  hexText,
  hostPath,
  ipAddress,
  list,
  oneOf,
  onOff,
  positiveInt,
  short,
  sized,
  textLike,
  unsignedInt,
  wholeNumber,
  yesNo,
} from '../table/index.ts'

/** A PCI device by its place: one of the host when it stands in a source. */
export const pciAddress = {
  domain: attribute('domain', hexText, { help: 'PCI domain.' }),
  bus: attribute('bus', hexText, { help: 'PCI bus.' }),
  slot: attribute('slot', hexText, { help: 'PCI slot.' }),
  function: attribute('function', hexText, { help: 'PCI function.' }),
  multifunction: attribute('multifunction', onOff, {
    help: 'Set on function 0 when other functions of the slot are used.',
  }),
} as const

/** Where the guest sees the device. Manual: Device Addresses. */
export const addressShape = {
  type: attribute(
    'type',
    oneOf(
      'pci',
      'drive',
      'virtio-serial',
      'ccid',
      'usb',
      'spapr-vio',
      'ccw',
      'virtio-mmio',
      'isa',
      'dimm',
      'unassigned',
    ),
    { help: 'The kind of bus that the guest finds the device on.' },
  ),
  ...pciAddress,
  bus: attribute('bus', hexText, { help: 'PCI bus, or the number of the bus of a drive or USB device.' }),
  controller: attribute('controller', hexText, { help: 'The controller that the drive or port belongs to.' }),
  target: attribute('target', hexText, { help: 'SCSI target.' }),
  unit: attribute('unit', hexText, { help: 'The unit on the bus.' }),
  port: attribute('port', textLike(/^[\da-fA-FxX.]{1,40}$/, 'a port such as 1 or 1.2'), {
    help: 'USB port, or the port of a virtio-serial controller.',
  }),
  cssid: attribute('cssid', hexText, { help: 'Channel subsystem (s390).' }),
  ssid: attribute('ssid', hexText, { help: 'Subchannel set (s390).' }),
  devno: attribute('devno', hexText, { help: 'Device number (s390).' }),
  reg: attribute('reg', hexText, { help: 'Register (spapr-vio).' }),
  iobase: attribute('iobase', hexText, { help: 'I/O port base (ISA).' }),
  irq: attribute('irq', hexText, { help: 'Interrupt (ISA).' }),
  base: attribute('base', hexText, { help: 'Guest physical base (dimm).' }),
  zpci: child(
    'zpci',
    {
      uid: attribute('uid', hexText, { label: 'UID', help: 'User-defined id, unique in the guest.' }),
      fid: attribute('fid', hexText, { label: 'FID', help: 'Function id, unique in the guest.' }),
    },
    { label: 'zPCI', help: 'How an s390 guest names a PCI device.', since: '4.10.0' },
  ),
} as const

/** `<address …/>` of any device. */
export const address = child('address', addressShape, {
  label: 'Address',
  help: 'Where the guest sees the device; libvirt picks a free place when it is not said.',
})

/** `<boot order='1'/>`. */
export const boot = short(
  'boot',
  'order',
  {
    order: attribute('order', positiveInt, {
      help: 'The place in the boot order, 1 being first.',
    }),
    loadparm: attribute(
      'loadparm',
      textLike(/^[A-Za-z0-9. ]{0,8}$/, 'up to 8 letters, digits, dots and blanks'),
      {
        help: 'Boot parameter for s390.',
        since: '3.5.0',
      },
    ),
  },
  {
    label: 'Boot order',
    help: 'The place in the boot order, 1 being first. Not together with the boot list of the machine.',
  },
)

/** `<alias name='ua-…'/>`. */
export const alias = short(
  'alias',
  'name',
  {
    name: attribute('name', anyText, {
      help: 'Starts with ua-.',
      since: '3.9.0',
    }),
  },
  { label: 'Alias', help: 'A name of your own for the device; it has to start with ua-.', since: '3.9.0' },
)

/** `<acpi index='1'/>`. */
export const acpi = child(
  'acpi',
  {
    index: attribute('index', wholeNumber, {
      help: 'ACPI index: Linux names a network card after it (eno1).',
      since: '7.3.0',
    }),
    nodeset: attribute('nodeset', anyText, {
      label: 'NUMA cells',
      help: 'Guest NUMA cells that the memory of the device appears as.',
    }),
  },
  { label: 'ACPI', help: 'What the firmware tables say of the device.', since: '7.3.0' },
)

/** `<rom bar='on' file='…'/>`. */
export const rom = child(
  'rom',
  {
    bar: attribute('bar', onOff, { help: 'Whether the guest sees the ROM.' }),
    file: attribute('file', hostPath, { help: 'ROM image given to the guest instead.' }),
    enabled: attribute('enabled', yesNo, { help: 'no: no ROM at all.', since: '4.3.0' }),
  },
  { label: 'ROM', help: 'The card’s option ROM.' },
)

/** `<teaming type='persistent'/>`. */
export const teaming = child(
  'teaming',
  {
    type: attribute('type', oneOf('persistent', 'transient'), {
      help: 'persistent for the virtio card, transient for the passed-through one.',
    }),
    persistent: attribute('persistent', anyText, { help: 'Alias of its partner.' }),
  },
  { help: 'Failover between a virtio and a passed-through network card.', since: '7.1.0' },
)

/** The label of one file or socket. Manual: Security label. */
export const deviceSeclabels = list(
  'seclabel',
  {
    model: attribute('model', anyText, { help: 'selinux, apparmor or dac.' }),
    relabel: attribute('relabel', yesNo, { help: 'Whether the file is labelled anew.' }),
    labelskip: attribute('labelskip', yesNo, {
      label: 'Skipped',
      help: 'As libvirt reports it: the label could not be set.',
    }),
    label: element('label', anyText, { help: 'The label.' }),
  },
  { label: 'Security labels', help: 'Labels of this file alone, instead of the machine’s.' },
)

/** `<reconnect enabled='yes' timeout='10'/>`. */
export const reconnect = child(
  'reconnect',
  {
    enabled: attribute('enabled', yesNo, { help: 'Whether it does.' }),
    timeout: attribute('timeout', wholeNumber, { help: 'After how long.', unit: 's' }),
    delay: attribute('delay', wholeNumber, { help: 'Time between two attempts.', unit: 's' }),
  },
  { help: 'Connect again when the connection is lost.', since: '3.8.0' },
)

/** The guest’s addresses on an interface. Manual: IP configuration. */
export const ipAddresses = list(
  'ip',
  {
    address: attribute('address', anyText, { help: 'IPv4 or IPv6 address.', required: true }),
    family: attribute('family', oneOf('ipv4', 'ipv6'), { help: 'Kind of address.' }),
    prefix: attribute('prefix', wholeNumber, { help: 'Length of the network part.', unit: 'bits' }),
    peer: attribute('peer', ipAddress, { help: 'Address of the other end.', since: '2.1.0' }),
  },
  { label: 'IP addresses', help: 'Addresses that the interface is given.', since: '1.2.12' },
)

/** `<route family='ipv4' address='…' gateway='…'/>`. */
export const routes = list(
  'route',
  {
    family: attribute('family', oneOf('ipv4', 'ipv6'), { help: 'Kind of address.' }),
    address: attribute('address', ipAddress, { help: 'Network that is reached.' }),
    netmask: attribute('netmask', ipAddress, { help: 'Its mask.' }),
    prefix: attribute('prefix', wholeNumber, { help: 'Or the length of its network part.', unit: 'bits' }),
    gateway: attribute('gateway', ipAddress, { help: 'Address of the router.' }),
    metric: attribute('metric', wholeNumber, { help: 'The lowest wins.' }),
  },
  { help: 'Routes that the interface is given.', since: '1.2.12' },
)

/** Image formats that the schema knows. */
export const imageFormats = [
  'raw',
  'dir',
  'bochs',
  'cloop',
  'dmg',
  'iso',
  'vpc',
  'vdi',
  'fat',
  'vhd',
  'ploop',
  'cow',
  'qcow',
  'qcow2',
  'qed',
  'vmdk',
  'luks',
] as const

/** `<metadata_cache><max_size unit='MiB'>…`: the cache of a qcow2 image's tables. */
export const metadataCache = at(
  'metadata_cache',
  sized('max_size', {
    label: 'Metadata cache',
    help: 'Most memory for the tables of a qcow2 image; a big image with random access wants more.',
    since: '7.0.0',
  }),
)

/** Which I/O threads serve the queues of a device. */
export const iothreadMapping = at(
  'iothreads',
  list(
    'iothread',
    {
      id: attribute('id', positiveInt, { help: 'Number of the I/O thread.', required: true }),
      queues: list(
        'queue',
        { id: attribute('id', unsignedInt, { help: 'Number of the queue, from 0.', required: true }) },
        { help: 'The queues that it serves; libvirt deals them out when none is named.' },
      ),
    },
    { label: 'I/O threads', help: 'Several I/O threads for one device.', since: '10.0.0' },
  ),
)

/** Attributes of `<driver>` on every virtio device. Manual: Virtio-related options. */
export const virtioDriver = {
  iommu: attribute('iommu', onOff, {
    help: 'The device uses the IOMMU that the guest sees.',
    since: '3.5.0',
  }),
  ats: attribute('ats', onOff, { help: 'Address Translation Service for PCIe devices.', since: '3.5.0' }),
  packed: attribute('packed', onOff, { help: 'Packed virtqueues.', since: '6.3.0' }),
  page_per_vq: attribute('page_per_vq', onOff, {
    help: 'One page of notification area for each virtqueue.',
    since: '7.9.0',
  }),
} as const
