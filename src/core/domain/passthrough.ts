/** Host devices and shared directories. Manual: Host device assignment; Filesystems. */
import {
  anyText,
  at,
  attribute,
  type Belonging,
  belonging,
  bothOf,
  child,
  element,
  hexText,
  hostPath,
  integer,
  interfaceName,
  list,
  modelName,
  oneOf,
  oneOfWithAliases,
  onOff,
  onOffText,
  pciBus,
  pciDomain,
  pciFunction,
  pciSlot,
  portNumber,
  positiveInt,
  presence,
  refusedBeside,
  short,
  sized,
  textLike,
  usbPort,
  uuid,
  wholeNumber,
  yesNo,
  yesNoText,
} from '../table/index.ts'
import {
  acpi,
  address,
  alias,
  boot,
  imageFormats,
  ipAddresses,
  pciAddress,
  rom,
  routes,
  teaming,
  virtioDriver,
} from './common.ts'
import { idMap } from './security.ts'
import { auth } from './storage-login.ts'

const pci = { type: ['pci'] } as const
const usb = { type: ['usb'] } as const
const scsi = { type: ['scsi'] } as const

/** virDomainHostdevDefValidate. */
const rawScsi = refusedBeside('hostdev.scsi-only', scsi)

export const hostdevSource = {
  startup_policy: attribute('startupPolicy', oneOf('mandatory', 'requisite', 'optional'), {
    help: 'What happens when it is not there.',
    only: usb,
  }),
  guest_reset: attribute('guestReset', oneOf('off', 'uninitialized', 'on'), {
    help: 'Whether the guest may reset it.',
    since: '8.4.0',
    only: usb,
  }),
  write_filtering: attribute('writeFiltering', yesNo, {
    help: 'no lets the guest write all of PCI config space.',
    only: pci,
  }),
  protocol: attribute('protocol', oneOf('vhost', 'iscsi', 'adapter'), {
    help: 'vhost, or iscsi.',
    only: { type: ['scsi', 'scsi_host'] },
  }),
  name: attribute('name', anyText, { help: 'iSCSI name.', only: scsi }),
  wwpn: attribute('wwpn', anyText, {
    label: 'WWPN',
    help: 'World wide port name.',
    only: { type: ['scsi_host'] },
  }),
  adapter: at('adapter', attribute('name', anyText, { help: 'SCSI host, such as scsi_host0.', only: scsi })),
  adapter_type: at(
    'adapter',
    attribute('type', oneOf('scsi_host', 'fc_host'), { help: 'Kind of adapter.', only: scsi }),
  ),
  adapter_managed: at(
    'adapter',
    attribute('managed', yesNo, { help: 'libvirt makes the adapter and removes it.', only: scsi }),
  ),
  adapter_parent: at('adapter', attribute('parent', anyText, { help: 'Its parent by name.', only: scsi })),
  adapter_parent_wwnn: at(
    'adapter',
    attribute('parent_wwnn', anyText, { label: 'Parent WWNN', help: 'Its parent by node name.', only: scsi }),
  ),
  adapter_parent_wwpn: at(
    'adapter',
    attribute('parent_wwpn', anyText, { label: 'Parent WWPN', help: 'Its parent by port name.', only: scsi }),
  ),
  adapter_parent_fabric_wwn: at(
    'adapter',
    attribute('parent_fabric_wwn', anyText, {
      label: 'Parent fabric WWN',
      help: 'Its parent by the name of the fabric.',
      only: scsi,
    }),
  ),
  adapter_wwnn: at(
    'adapter',
    attribute('wwnn', anyText, { label: 'WWNN', help: 'World wide node name.', only: scsi }),
  ),
  adapter_wwpn: at(
    'adapter',
    attribute('wwpn', anyText, { label: 'WWPN', help: 'World wide port name.', only: scsi }),
  ),
  adapter_parentaddr: at(
    'adapter',
    child(
      'parentaddr',
      {
        unique_id: attribute('unique_id', wholeNumber, { help: 'Which of the adapters there.' }),
        address: child('address', pciAddress, { help: 'PCI address on the host.' }),
      },
      { label: 'Parent address', help: 'Its parent by PCI address.', only: scsi },
    ),
  ),
  hosts: list(
    'host',
    {
      name: attribute('name', anyText, { help: 'Host name or address.' }),
      port: attribute('port', portNumber, { help: 'Port.' }),
    },
    { help: 'Where the iSCSI target is.', only: scsi },
  ),
  auth,
  initiator: at(
    'initiator/iqn',
    attribute('name', anyText, { help: 'iSCSI name that the host goes by.', since: '4.7.0', only: scsi }),
  ),
  block: element('block', hostPath, { help: 'Block device (containers).', only: { type: ['storage'] } }),
  char: element('char', hostPath, {
    label: 'Character device',
    help: 'Character device (containers).',
    only: { type: ['misc'] },
  }),
  interface: element('interface', interfaceName, {
    help: 'Network interface (containers).',
    only: { type: ['net'] },
  }),
  vendor: at(
    'vendor',
    attribute('id', hexText, { label: 'Vendor id', help: 'USB vendor, such as 0x1d6b.', only: usb }),
  ),
  product: at('product', attribute('id', hexText, { label: 'Product id', help: 'USB product.', only: usb })),
  domain: at(
    'address',
    attribute('domain', pciDomain, {
      help: 'PCI domain.',
      only: pci,
    }),
  ),
  bus: at(
    'address',
    attribute('bus', pciBus, {
      help: 'PCI, USB or SCSI bus.',
    }),
  ),
  slot: at(
    'address',
    attribute('slot', pciSlot, {
      help: 'PCI slot.',
      only: pci,
    }),
  ),
  function: at(
    'address',
    attribute('function', pciFunction, {
      help: 'PCI function.',
      only: pci,
    }),
  ),
  multifunction: at(
    'address',
    attribute('multifunction', onOff, {
      help: 'Other functions of the slot are used as well.',
      only: pci,
    }),
  ),
  device: at(
    'address',
    attribute('device', hexText, { help: 'USB device number; it changes when plugged anew.', only: usb }),
  ),
  port: at(
    'address',
    attribute('port', usbPort, { help: 'USB port, which stays: 1.2.', since: '9.10.0', only: usb }),
  ),
  target: at('address', attribute('target', hexText, { help: 'SCSI target.', only: scsi })),
  unit: at('address', attribute('unit', anyText, { help: 'SCSI unit.', only: scsi })),
  uuid: at(
    'address',
    attribute('uuid', uuid, {
      label: 'UUID',
      help: 'UUID of the mediated device.',
      only: { type: ['mdev'] },
    }),
  ),
} as const

export const hostdev = {
  mode: attribute('mode', oneOf('subsystem', 'capabilities'), {
    help: 'subsystem; capabilities is for containers.',
    default: 'subsystem',
  }),
  type: attribute('type', oneOf('pci', 'usb', 'scsi', 'scsi_host', 'mdev', 'storage', 'misc', 'net'), {
    help: 'Kind of device.',
    required: true,
  }),
  managed: attribute('managed', yesNoText, {
    help: 'libvirt takes the device from the host’s driver and gives it back.',
  }),
  model: attribute(
    'model',
    oneOf('vfio-pci', 'vfio-ccw', 'vfio-ap', 'virtio', 'virtio-transitional', 'virtio-non-transitional'),
    { help: 'Model of a mediated device.' },
  ),
  display: attribute('display', onOffText, {
    help: 'The mediated device shows a screen.',
    only: { type: ['mdev'] },
  }),
  ramfb: attribute('ramfb', onOffText, { help: 'A boot screen for it.', only: { type: ['mdev'] } }),
  sgio: attribute('sgio', oneOf('filtered', 'unfiltered'), { help: 'Filter of SCSI commands.', ...rawScsi }),
  rawio: attribute('rawio', yesNo, { help: 'Raw SCSI commands.', ...rawScsi }),
  driver: child(
    'driver',
    {
      name: attribute('name', oneOf('kvm', 'vfio', 'xen'), { help: 'vfio.', only: pci }),
      model: attribute('model', modelName, {
        help: 'Variant driver of the host, such as mlx5_vfio_pci.',
        since: '10.1.0',
        only: pci,
      }),
      iommufd: attribute('iommufd', yesNo, {
        label: 'IOMMUFD',
        help: 'The newer interface of the kernel.',
        since: '12.1.0',
        only: pci,
      }),
    },
    { help: 'Driver on the host.' },
  ),
  source: child('source', hostdevSource, { help: 'Which device of the host.' }),
  readonly: presence('readonly', { label: 'Read-only', help: 'The guest can’t write.', only: scsi }),
  shareable: presence('shareable', { help: 'Several VMs use it at once.', only: scsi }),
  boot: belonging(refusedBeside('hostdev.boot', { type: ['pci', 'usb', 'scsi'] }), boot),
  rom,
  teaming,
  ips: ipAddresses,
  routes,
  acpi,
  alias,
  address,
} as const

const source = {
  dir: attribute('dir', hostPath, {
    label: 'Directory',
    help: 'Directory of the host.',
    only: { type: ['mount', 'bind'] },
  }),
  file: attribute('file', hostPath, { help: 'Image file.', only: { type: ['file'] } }),
  dev: attribute('dev', hostPath, { label: 'Device', help: 'Block device.', only: { type: ['block'] } }),
  name: attribute('name', anyText, { help: 'Name of the template.', only: { type: ['template'] } }),
  usage: attribute('usage', wholeNumber, { help: 'Memory.', only: { type: ['ram'] } }),
  units: attribute('units', anyText, { help: 'Unit of the memory.', only: { type: ['ram'] } }),
  socket: attribute('socket', hostPath, {
    help: 'Socket of a virtiofsd that runs already.',
    since: '6.10.0',
    only: { type: ['mount'] },
  }),
} as const

/** qemuValidateDomainDeviceDefFS. */
const ofShare = (only: NonNullable<Belonging['only']>) => refusedBeside('share.kind-only', only)
const overVirtiofs = ofShare({ 'driver.type': ['virtiofs'] })
const over9p = ofShare({ 'driver.type': ['path', 'handle', 'mtp', 'loop', 'nbd', 'ploop'] })
const ofMapped = bothOf(ofShare({ accessmode: ['mapped'] }), over9p)
const ofContainers = ofShare({ type: ['template', 'file', 'block', 'ram', 'bind'] })

export const filesystem = {
  type: attribute('type', oneOf('mount', 'template', 'file', 'block', 'ram', 'bind'), {
    help: 'mount shares a directory.',
    default: 'mount',
  }),
  accessmode: attribute('accessmode', oneOf('passthrough', 'mapped', 'squash'), {
    label: 'Access mode',
    help: 'virtiofs knows passthrough alone.',
    whenUnsaid: () => 'passthrough',
  }),
  model: attribute('model', oneOf('virtio', 'virtio-transitional', 'virtio-non-transitional'), {
    help: 'virtio flavour.',
  }),
  multidevs: attribute('multidevs', oneOf('default', 'remap', 'forbid', 'warn'), {
    label: 'Several devices',
    help: 'What 9p does with several file systems in one share.',
    since: '6.3.0',
    ...over9p,
  }),
  fmode: attribute('fmode', anyText, {
    label: 'File mode',
    help: 'Mode of new files (9p mapped).',
    since: '6.10.0',
    ...ofMapped,
  }),
  dmode: attribute('dmode', anyText, {
    label: 'Directory mode',
    help: 'Mode of new directories (9p mapped).',
    since: '6.10.0',
    ...ofMapped,
  }),
  driver: short(
    'driver',
    'type',
    {
      type: attribute(
        'type',
        oneOfWithAliases(['virtiofs', 'path', 'handle', 'mtp', 'loop', 'nbd', 'ploop'], { '9p': 'path' }),
        {
          help: 'virtiofs is fast and needs shared memory; 9p (path) needs nothing.',
          whenUnsaid: () => 'path',
        },
      ),
      format: attribute('format', oneOf(...imageFormats), { help: 'Format of an image.' }),
      wrpolicy: attribute('wrpolicy', oneOf('immediate'), {
        label: 'Write policy',
        help: 'immediate writes through.',
        ...over9p,
      }),
      queue: attribute('queue', positiveInt, {
        label: 'Queue size',
        help: 'Entries of the queue.',
        since: '6.2.0',
      }),
      ...virtioDriver,
    },
    { help: 'virtiofs, or path for 9p.' },
  ),
  binary: child(
    'binary',
    {
      path: attribute('path', hostPath, { help: 'virtiofsd on the host.' }),
      xattr: attribute('xattr', onOffText, {
        label: 'Extended attributes',
        help: 'Extended attributes reach the host.',
      }),
      cache: at(
        'cache',
        attribute('mode', oneOf('none', 'always'), {
          help: 'always is fast, and the host must not change files meanwhile.',
        }),
      ),
      sandbox: at(
        'sandbox',
        attribute('mode', oneOf('namespace', 'chroot'), {
          help: 'How virtiofsd shuts itself in.',
          since: '7.2.0',
        }),
      ),
      lock_posix: at(
        'lock',
        attribute('posix', onOff, { label: 'POSIX locks', help: 'Remote POSIX locks.' }),
      ),
      lock_flock: at('lock', attribute('flock', onOff, { label: 'flock', help: 'Remote flock.' })),
      thread_pool: at(
        'thread_pool',
        attribute('size', textLike(/^\d{1,6}$/, 'a number of threads'), {
          label: 'Threads',
          help: 'Threads of virtiofsd.',
          since: '8.5.0',
        }),
      ),
      openfiles: at(
        'openfiles',
        attribute('max', integer({ minimum: 1 }), {
          label: 'Open files',
          help: 'Most open files.',
          since: '10.6.0',
        }),
      ),
    },
    { label: 'virtiofsd', help: 'How virtiofsd is run.', since: '6.2.0' },
  ),
  source: short('source', 'dir', source, { help: 'Directory of the host.', required: true }),
  target: short(
    'target',
    'dir',
    {
      dir: attribute('dir', anyText, { label: 'Tag', help: 'Tag that the guest mounts; at most 36 bytes.' }),
    },
    { help: 'Mount tag in the guest.', required: true },
  ),
  readonly: presence('readonly', { label: 'Read-only', help: 'The guest can’t write.' }),
  space_hard_limit: sized('space_hard_limit', {
    help: 'Most space that the guest may use (containers).',
    ...ofContainers,
  }),
  space_soft_limit: sized('space_soft_limit', {
    help: 'Space that the guest may use for a while (containers).',
    ...ofContainers,
  }),
  idmap: child('idmap', idMap, {
    label: 'Id map',
    help: 'Which guest ids become which host ids.',
    since: '10.0.0',
  }),
  boot: belonging(overVirtiofs, boot),
  acpi,
  alias,
  address,
} as const
