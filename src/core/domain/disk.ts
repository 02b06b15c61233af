/** Disks, cdroms and floppies. Manual: Hard drives, floppy disks, CDROMs. */
import {
  allBelonging,
  anyText,
  at,
  attribute,
  belonging,
  bothOf,
  child,
  decidedLater,
  element,
  integer,
  list,
  oneOf,
  onOff,
  positiveInt,
  presence,
  present,
  refusedBeside,
  size,
  unsignedInt,
  value,
  wholeNumber,
  yesNo,
} from '../table/index.ts'
import { limits, throttlefilters } from './block-limits.ts'
import {
  acpi,
  address,
  alias,
  boot,
  imageFormats,
  iothreadMapping,
  metadataCache,
  virtioDriver,
} from './common.ts'
import { busOfUnsaid, type DiskBus, diskBuses } from './disk-bus.ts'
import { backingStore, mirror } from './layers.ts'
import { auth, encryption } from './storage-login.ts'
import { storageSource, storageTypeOfAny } from './storage-source.ts'

/** virDomainDiskDefValidate and qemuValidateDomainDeviceDefDiskFrontend. */
const onBus = (...bus: readonly DiskBus[]) => refusedBeside('disk.bus-only', { 'target.bus': bus })
const onVirtio = onBus('virtio')
const ofQcow2 = refusedBeside('disk.format-only', { type: ['qcow2'] })
const ofDrive = (...device: readonly string[]) => refusedBeside('disk.device-only', { device })
/** virDomainDiskDefValidateSource: of a vhost-user disk the process behind it decides about these. */
const servedByQemu = refusedBeside('disk.vhostuser', {
  type: (storageTypeOfAny.choices ?? []).filter((type) => type !== 'vhostuser'),
})
const ofIothread = refusedBeside('iothread.bus', { 'target.bus': ['virtio'] })
const inquired = (...bus: readonly DiskBus[]) =>
  bothOf(refusedBeside('disk.inquiry-bus', { 'target.bus': bus }), servedByQemu)
const ofLun = refusedBeside('disk.lun-only', { device: ['lun'] })

const driver = {
  name: attribute('name', oneOf('qemu', 'tap', 'tap2', 'phy', 'file'), {
    help: 'qemu here.',
    default: 'qemu',
  }),
  type: attribute('type', oneOf(...imageFormats, 'vhdx', 'aio'), {
    label: 'Format',
    help: 'Format of the image.',
    whenUnsaid: decidedLater,
  }),
  cache: attribute('cache', oneOf('default', 'none', 'writethrough', 'writeback', 'directsync', 'unsafe'), {
    help: 'none goes past the host’s cache; unsafe loses data when the host falls.',
    ...servedByQemu,
  }),
  io: attribute('io', oneOf('threads', 'native', 'io_uring'), {
    label: 'I/O',
    help: 'native wants cache none or directsync.',
    ...servedByQemu,
  }),
  discard: attribute('discard', oneOf('unmap', 'ignore'), {
    help: 'unmap gives freed blocks back to the host.',
    ...servedByQemu,
  }),
  detect_zeroes: attribute('detect_zeroes', oneOf('off', 'on', 'unmap'), {
    help: 'Writes of zeroes become holes.',
    ...servedByQemu,
  }),
  error_policy: attribute('error_policy', oneOf('stop', 'report', 'ignore', 'enospace'), {
    help: 'What happens when a write fails.',
    ...servedByQemu,
  }),
  rerror_policy: attribute('rerror_policy', oneOf('stop', 'report', 'ignore'), {
    help: 'What happens when a read fails.',
    ...servedByQemu,
  }),
  ioeventfd: attribute('ioeventfd', onOff, { help: 'I/O in a thread of its own.', ...onVirtio }),
  event_idx: attribute('event_idx', onOff, { help: 'Fewer interrupts.', ...onVirtio }),
  copy_on_read: attribute('copy_on_read', onOff, {
    help: 'What is read from the backing image is kept.',
    ...servedByQemu,
  }),
  iothread: attribute('iothread', positiveInt, {
    label: 'I/O thread',
    help: 'I/O thread that serves the disk (virtio).',
    ...bothOf(ofIothread, servedByQemu),
  }),
  queues: attribute('queues', unsignedInt, { help: 'Number of virtqueues.', since: '3.9.0', ...onVirtio }),
  queue_size: attribute('queue_size', unsignedInt, {
    help: 'Entries of a virtqueue.',
    since: '7.8.0',
    ...onVirtio,
  }),
  discard_no_unref: attribute('discard_no_unref', onOff, {
    help: 'Discarded clusters stay allocated (qcow2).',
    since: '9.5.0',
    ...ofQcow2,
  }),
  ...allBelonging(onVirtio, virtioDriver),
  metadata_cache: belonging(ofQcow2, metadataCache),
  iothreads: belonging(ofIothread, iothreadMapping),
  statistics: at(
    'statistics',
    list(
      'statistic',
      { interval: attribute('interval', wholeNumber, { help: 'Length of an interval.', unit: 's' }) },
      { help: 'Intervals that QEMU counts operations over.' },
    ),
  ),
  latency_histograms: at(
    'statistics',
    list(
      'latency-histogram',
      {
        type: attribute('type', oneOf('read', 'write', 'zone', 'flush'), { help: 'Kind of operation.' }),
        bins: list(
          'bin',
          { start: attribute('start', wholeNumber, { help: 'Where the bin starts.', unit: 'ns' }) },
          { help: 'The bins; the first starts at 0.' },
        ),
      },
      { help: 'How many operations took how long.' },
    ),
  ),
} as const

export const disk = {
  type: attribute('type', storageTypeOfAny, {
    help: 'Where the data is: a file, a block device, the network …',
    default: 'file',
  }),
  device: attribute('device', oneOf('disk', 'cdrom', 'floppy', 'lun'), {
    help: 'What the guest sees.',
    default: 'disk',
  }),
  model: attribute(
    'model',
    oneOf('virtio', 'virtio-transitional', 'virtio-non-transitional', 'usb-storage', 'usb-bot'),
    {
      help: 'virtio flavour, or kind of USB disk.',
      since: '5.2.0',
    },
  ),
  rawio: attribute('rawio', yesNo, { help: 'Raw SCSI commands.', ...ofLun }),
  sgio: attribute('sgio', oneOf('filtered', 'unfiltered'), { help: 'Filter of SCSI commands.', ...ofLun }),
  snapshot: attribute('snapshot', oneOf('no', 'internal', 'external', 'manual'), {
    help: 'What a snapshot of the VM does with this disk.',
  }),
  driver: child('driver', driver, { help: 'Format, cache and the rest of how the host serves the disk.' }),
  auth,
  source: child('source', storageSource, { help: 'Where the data is.' }),
  create: value(size, {
    label: 'New disk',
    help: 'Size of the empty disk that create.sh makes, once: a file that is there stays as it is.',
    example: '40G',
    becomes: 'create.sh makes the disk in this size, in the format of the driver',
    only: { type: ['file'], device: ['disk', 'floppy'] },
  }),
  backing_store: backingStore,
  backenddomain: at(
    'backenddomain',
    attribute('name', anyText, {
      label: 'Backend domain',
      help: 'Xen domain that serves the disk.',
      since: '1.2.13',
    }),
  ),
  geometry: child(
    'geometry',
    {
      cyls: attribute('cyls', wholeNumber, { label: 'Cylinders', help: 'Cylinders.' }),
      heads: attribute('heads', wholeNumber, { help: 'Heads.' }),
      secs: attribute('secs', wholeNumber, { label: 'Sectors', help: 'Sectors of a track.' }),
      trans: attribute('trans', oneOf('none', 'lba', 'auto'), {
        label: 'Translation',
        help: 'How the BIOS translates them.',
        ...onBus('ide'),
      }),
    },
    { help: 'What old guests take for cylinders, heads and sectors.', ...servedByQemu },
  ),
  blockio: child(
    'blockio',
    {
      logical_block_size: attribute('logical_block_size', wholeNumber, {
        help: 'The smallest part that can be written.',
        unit: 'bytes',
      }),
      physical_block_size: attribute('physical_block_size', wholeNumber, {
        help: 'What the device writes at once.',
        unit: 'bytes',
      }),
      discard_granularity: attribute('discard_granularity', wholeNumber, {
        help: 'The smallest part that can be discarded.',
        unit: 'bytes',
      }),
    },
    {
      label: 'Block sizes',
      help: 'Sizes of the blocks that the guest sees.',
      since: '0.10.2',
      ...servedByQemu,
    },
  ),
  mirror,
  target: child(
    'target',
    {
      dev: attribute('dev', anyText, {
        label: 'Name',
        help: 'Name of the place: vda, sda, hda. The guest may call it otherwise.',
        required: true,
      }),
      bus: attribute('bus', oneOf(...diskBuses), {
        help: 'Bus the guest finds it on; virtio is the fastest, sata needs no driver.',
        whenUnsaid: busOfUnsaid,
      }),
      tray: attribute('tray', oneOf('open', 'closed'), {
        help: 'Tray of a cdrom.',
        ...ofDrive('cdrom', 'floppy'),
      }),
      removable: attribute('removable', onOff, { help: 'Removable (USB, SCSI).', ...onBus('usb', 'scsi') }),
      rotation_rate: attribute('rotation_rate', integer({ minimum: 1, maximum: 65534 }), {
        help: 'Turns a minute; 1 for a solid state disk.',
        since: '7.3.0',
        ...onBus('scsi', 'ide', 'sata'),
      }),
      dpofua: attribute('dpofua', onOff, {
        label: 'Forced unit access',
        help: 'The guest may say that a write has to reach the medium (SCSI).',
        ...onBus('scsi'),
      }),
    },
    { help: 'Where the guest finds it.' },
  ),
  iotune: child('iotune', limits, { label: 'Limits', help: 'How much the disk may do.', ...servedByQemu }),
  throttlefilters,
  readonly: presence('readonly', { label: 'Read-only', help: 'The guest can’t write.', ...servedByQemu }),
  shareable: presence('shareable', { help: 'Several VMs use it at once.', ...servedByQemu }),
  transient: at('transient', present({ help: 'Changes are thrown away at the end.', ...servedByQemu })),
  transient_share_backing: at(
    'transient',
    attribute('shareBacking', yesNo, {
      label: 'Shared backing',
      help: 'Other VMs may read the image meanwhile.',
      since: '7.4.0',
    }),
  ),
  serial: element('serial', anyText, { help: 'Serial number the guest sees.', ...servedByQemu }),
  wwn: element('wwn', anyText, {
    label: 'WWN',
    help: 'World wide name: 16 hexadecimal digits.',
    ...inquired('scsi', 'ide', 'sata'),
  }),
  vendor: element('vendor', anyText, { help: 'Vendor of a SCSI disk.', ...inquired('scsi') }),
  product: element('product', anyText, {
    help: 'Product of a SCSI disk.',
    ...inquired('scsi', 'ide', 'sata'),
  }),
  encryption,
  boot,
  acpi,
  alias,
  address,
} as const
