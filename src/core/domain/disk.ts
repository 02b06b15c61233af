/** Disks, cdroms and floppies. Manual: Hard drives, floppy disks, CDROMs. */
import { at, attribute, child, element, list, presence } from '../table/field.ts'
import { anyText, integer, oneOf, onOff, wholeNumber, yesNo } from '../table/scalar.ts'
import { address, alias, boot, virtioDriver } from './common.ts'

const diskType = oneOf('file', 'block', 'dir', 'network', 'volume', 'nvme', 'vhostuser', 'vhostvdpa')

export const diskSource = {
  file: attribute('file', anyText, { help: 'Path of the image on the host.', only: { type: ['file'] } }),
  dev: attribute('dev', anyText, {
    label: 'Device',
    help: 'Block device of the host, best by id.',
    only: { type: ['block', 'vhostvdpa'] },
  }),
  dir: attribute('dir', anyText, {
    label: 'Directory',
    help: 'Directory shown as a FAT file system.',
    only: { type: ['dir'] },
  }),
  protocol: attribute(
    'protocol',
    oneOf(
      'nbd',
      'iscsi',
      'rbd',
      'sheepdog',
      'gluster',
      'vxhs',
      'nfs',
      'ssh',
      'http',
      'https',
      'ftp',
      'ftps',
      'tftp',
    ),
    {
      help: 'Protocol of a network disk.',
      only: { type: ['network'] },
    },
  ),
  name: attribute('name', anyText, {
    help: 'Name of the export, image or path there.',
    only: { type: ['network'] },
  }),
  query: attribute('query', anyText, {
    help: 'What follows the ? of the address.',
    since: '6.2.0',
    only: { type: ['network'] },
  }),
  tls: attribute('tls', yesNo, { label: 'TLS', help: 'Encrypted connection.', only: { type: ['network'] } }),
  pool: attribute('pool', anyText, { help: 'Storage pool of libvirt.', only: { type: ['volume'] } }),
  volume: attribute('volume', anyText, { help: 'Volume in that pool.', only: { type: ['volume'] } }),
  mode: attribute('mode', oneOf('host', 'direct'), {
    help: 'How an iSCSI volume is reached.',
    only: { type: ['volume'] },
  }),
  type: attribute('type', oneOf('pci', 'unix'), {
    help: 'pci for NVMe, unix for vhost-user.',
    only: { type: ['nvme', 'vhostuser'] },
  }),
  path: attribute('path', anyText, {
    help: 'Socket of the vhost-user process.',
    only: { type: ['vhostuser'] },
  }),
  namespace: attribute('namespace', wholeNumber, { help: 'NVMe namespace.', only: { type: ['nvme'] } }),
  managed: attribute('managed', yesNo, {
    help: 'libvirt takes the NVMe device from the host and gives it back.',
    only: { type: ['nvme'] },
  }),
  startup_policy: attribute('startupPolicy', oneOf('mandatory', 'requisite', 'optional'), {
    help: 'What happens when the image is missing at the start.',
  }),
  hosts: list(
    'host',
    {
      name: attribute('name', anyText, { help: 'Host name or address.' }),
      port: attribute('port', wholeNumber, { help: 'Port.' }),
      transport: attribute('transport', oneOf('tcp', 'unix', 'rdma'), {
        help: 'How it is reached.',
        default: 'tcp',
      }),
      socket: attribute('socket', anyText, { help: 'Socket, for the transport unix.' }),
    },
    { help: 'Where the network disk is.', only: { type: ['network'] } },
  ),
} as const

const driver = {
  name: attribute('name', oneOf('qemu', 'tap', 'tap2', 'phy', 'file'), {
    help: 'qemu here.',
    default: 'qemu',
  }),
  type: attribute(
    'type',
    oneOf(
      'raw',
      'qcow2',
      'qed',
      'vmdk',
      'vdi',
      'vpc',
      'vhdx',
      'bochs',
      'cloop',
      'dmg',
      'iso',
      'cow',
      'qcow',
      'luks',
      'ploop',
      'fat',
      'aio',
    ),
    {
      label: 'Format',
      help: 'Format of the image.',
    },
  ),
  cache: attribute('cache', oneOf('default', 'none', 'writethrough', 'writeback', 'directsync', 'unsafe'), {
    help: 'none goes past the host’s cache; unsafe loses data when the host falls.',
  }),
  io: attribute('io', oneOf('threads', 'native', 'io_uring'), {
    label: 'I/O',
    help: 'native wants cache none or directsync.',
  }),
  discard: attribute('discard', oneOf('unmap', 'ignore'), {
    help: 'unmap gives freed blocks back to the host.',
  }),
  detect_zeroes: attribute('detect_zeroes', oneOf('off', 'on', 'unmap'), {
    help: 'Writes of zeroes become holes.',
  }),
  error_policy: attribute('error_policy', oneOf('stop', 'report', 'ignore', 'enospace'), {
    help: 'What happens when a write fails.',
  }),
  rerror_policy: attribute('rerror_policy', oneOf('stop', 'report', 'ignore'), {
    help: 'What happens when a read fails.',
  }),
  ioeventfd: attribute('ioeventfd', onOff, { help: 'I/O in a thread of its own.' }),
  event_idx: attribute('event_idx', onOff, { help: 'Fewer interrupts.' }),
  copy_on_read: attribute('copy_on_read', onOff, { help: 'What is read from the backing image is kept.' }),
  iothread: attribute('iothread', integer({ minimum: 1 }), {
    label: 'I/O thread',
    help: 'I/O thread that serves the disk (virtio).',
  }),
  queues: attribute('queues', integer({ minimum: 1 }), { help: 'Number of virtqueues.', since: '3.9.0' }),
  queue_size: attribute('queue_size', integer({ minimum: 1 }), {
    help: 'Entries of a virtqueue.',
    since: '7.8.0',
  }),
  max_bus_bandwidth: attribute('max_bus_bandwidth', wholeNumber, { help: 'Most bytes a second.' }),
  discard_no_unref: attribute('discard_no_unref', onOff, {
    help: 'Discarded clusters stay allocated (qcow2).',
    since: '9.5.0',
  }),
  ...virtioDriver,
} as const

export const disk = {
  type: attribute('type', diskType, {
    help: 'Where the data is: a file, a block device, the network …',
    default: 'file',
  }),
  device: attribute('device', oneOf('disk', 'cdrom', 'floppy', 'lun'), {
    help: 'What the guest sees.',
    default: 'disk',
  }),
  model: attribute('model', oneOf('virtio', 'virtio-transitional', 'virtio-non-transitional'), {
    help: 'virtio flavour.',
    since: '5.2.0',
  }),
  rawio: attribute('rawio', yesNo, { help: 'Raw SCSI commands.' }),
  sgio: attribute('sgio', oneOf('filtered', 'unfiltered'), { help: 'Filter of SCSI commands.' }),
  snapshot: attribute('snapshot', oneOf('no', 'internal', 'external', 'manual'), {
    help: 'What a snapshot of the VM does with this disk.',
  }),
  driver: child('driver', driver, { help: 'Format, cache and the rest of how the host serves the disk.' }),
  auth: child(
    'auth',
    {
      username: attribute('username', anyText, { help: 'Who logs in.', required: true }),
      secret_type: at(
        'secret',
        attribute('type', oneOf('ceph', 'iscsi', 'ssh'), { help: 'Kind of secret.' }),
      ),
      secret_usage: at('secret', attribute('usage', anyText, { help: 'libvirt secret, by usage.' })),
      secret_uuid: at('secret', attribute('uuid', anyText, { help: 'libvirt secret, by UUID.' })),
    },
    { help: 'Login for a network disk.' },
  ),
  source: child('source', diskSource, { help: 'Where the data is.' }),
  target: child(
    'target',
    {
      dev: attribute('dev', anyText, {
        label: 'Name',
        help: 'Name of the place: vda, sda, hda. The guest may call it otherwise.',
        required: true,
      }),
      bus: attribute(
        'bus',
        oneOf('ide', 'scsi', 'virtio', 'xen', 'usb', 'uml', 'sata', 'sd', 'fdc', 'nvme'),
        { help: 'Bus the guest finds it on; virtio is the fastest, sata needs no driver.' },
      ),
      tray: attribute('tray', oneOf('open', 'closed'), { help: 'Tray of a cdrom.' }),
      removable: attribute('removable', onOff, { help: 'Removable (USB, SCSI).' }),
      rotation_rate: attribute('rotation_rate', integer({ minimum: 1, maximum: 65534 }), {
        help: 'Turns a minute; 1 for a solid state disk.',
        since: '7.3.0',
      }),
    },
    { help: 'Where the guest finds it.' },
  ),
  iotune: child(
    'iotune',
    {
      total_bytes_sec: element('total_bytes_sec', wholeNumber, { help: 'Bytes a second in all.' }),
      read_bytes_sec: element('read_bytes_sec', wholeNumber, { help: 'Bytes read a second.' }),
      write_bytes_sec: element('write_bytes_sec', wholeNumber, { help: 'Bytes written a second.' }),
      total_iops_sec: element('total_iops_sec', wholeNumber, { help: 'Operations a second in all.' }),
      read_iops_sec: element('read_iops_sec', wholeNumber, { help: 'Reads a second.' }),
      write_iops_sec: element('write_iops_sec', wholeNumber, { help: 'Writes a second.' }),
    },
    { label: 'Limits', help: 'How much the disk may do.' },
  ),
  readonly: presence('readonly', { label: 'Read-only', help: 'The guest can’t write.' }),
  shareable: presence('shareable', { help: 'Several VMs use it at once.' }),
  transient: presence('transient', { help: 'Changes are thrown away at the end.' }),
  serial: element('serial', anyText, { help: 'Serial number the guest sees.' }),
  wwn: element('wwn', anyText, { label: 'WWN', help: 'World wide name: 16 hexadecimal digits.' }),
  vendor: element('vendor', anyText, { help: 'Vendor of a SCSI disk.' }),
  product: element('product', anyText, { help: 'Product of a SCSI disk.' }),
  boot,
  alias,
  address,
} as const
