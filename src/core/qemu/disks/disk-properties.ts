/** What a disk's `-device` can be told, by bus. QEMU: `-device virtio-blk-pci,help` and the others. */
import type { Disk } from '../../domain/index.ts'
import { type Codec, counted, iothread, number, onlyOn, onOff, sameWords, text } from '../properties/codec.ts'
import { entriesOf, given, type Properties, propertyOf } from '../properties/property.ts'
import { bootable, virtio } from '../properties/shared.ts'

/** A device knows nothing of the images behind it. */
type Seen = Omit<Disk, 'source' | 'backing_store' | 'mirror' | 'encryption'>

const property = propertyOf<Seen>()

/** libvirt puts a backslash before each blank, and so the guest sees it. */
const escaped: Codec<string> = {
  print: (held) => (typeof held === 'string' ? held.replaceAll(' ', '\\ ') : undefined),
  parse: (held) => held.replaceAll('\\ ', ' '),
}

/** Decimal in libvirt's JSON, hexadecimal elsewhere. */
const worldWideName: Codec<string> = {
  print: (held) => (typeof held === 'string' ? (held.startsWith('0x') ? held : `0x${held}`) : undefined),
  parse: (held) =>
    /^(?:\d{1,20}|0x[\da-f]{1,16})$/i.test(held) ? BigInt(held).toString(16).padStart(16, '0') : undefined,
}

const ofVirtio: Properties<Seen> = {
  ...virtio,
  iothread: property('driver.iothread', iothread),
  ioeventfd: property('driver.ioeventfd', onOff),
  event_idx: property('driver.event_idx', onOff),
  'num-queues': property('driver.queues', counted),
  'queue-size': property('driver.queue_size', counted),
}

const wwn = property('wwn', worldWideName)
const rotation = property('target.rotation_rate', number)
const removable = property('target.removable', onOff)
const dpofua = property('target.dpofua', onOff)

/** What every device knows, in libvirt's order, with what some of them know in between. */
function seen(between: Properties<Seen>, geometry: Properties<Seen> = {}): Properties<Seen> {
  return {
    'share-rw': property('shareable', onlyOn, { usual: false }),
    drive: given,
    id: given,
    ...bootable,
    ...between,
    logical_block_size: property('blockio.logical_block_size', number),
    physical_block_size: property('blockio.physical_block_size', number),
    discard_granularity: property('blockio.discard_granularity', number),
    cyls: property('geometry.cyls', number),
    heads: property('geometry.heads', number),
    secs: property('geometry.secs', number),
    ...geometry,
    werror: given,
    rerror: given,
  }
}

const cache = { 'write-cache': given }
const serial = { serial: property('serial', escaped) }
const ofAta = { 'bios-chs-trans': property('geometry.trans', sameWords('auto', 'none', 'lba')) }

/** The devices that there are; a disk behind usb-bot is one of SCSI that does not know where it is. */
export type DiskKind =
  | 'virtio'
  | 'vhost-user'
  | 'ide-hd'
  | 'ide-cd'
  | 'scsi-hd'
  | 'scsi-cd'
  | 'scsi-block'
  | 'usb-storage'
  | 'usb-hd'
  | 'usb-cd'
  | 'nvme'
  | 'nvme-ns'
  | 'floppy'

const model = { model: property('product', text) }
const names = { vendor: property('vendor', text), product: property('product', text) }

// The controller has the places in the boot order.
const { bootindex: _, ...floppy } = seen(cache)

export const diskProperties: { readonly [Kind in DiskKind]: Properties<Seen> } = {
  virtio: { ...ofVirtio, ...seen({ ...cache, ...serial }) },
  'vhost-user': {
    ...virtio,
    chardev: given,
    id: given,
    ...bootable,
    'num-queues': property('driver.queues', counted),
    'queue-size': property('driver.queue_size', counted),
  },
  'ide-hd': { ...seen({ wwn, rotation_rate: rotation, ...cache, ...serial }, ofAta), ...model },
  'ide-cd': { ...seen({ wwn, ...cache, ...serial }, ofAta), ...model },
  'scsi-hd': {
    device_id: given,
    ...seen({ wwn, rotation_rate: rotation, ...cache, dpofua, ...serial }),
    ...names,
    removable,
  },
  'scsi-cd': { device_id: given, ...seen({ wwn, ...cache, ...serial }), ...names },
  'scsi-block': {
    'share-rw': property('shareable', onlyOn, { usual: false }),
    drive: given,
    id: given,
    ...bootable,
    rotation_rate: rotation,
    werror: given,
    rerror: given,
  },
  'usb-storage': {
    ...seen({ ...cache, ...serial }),
    removable: { ...removable, unsaid: false, usual: false },
  },
  'usb-hd': { ...seen({ ...cache, ...serial }), removable },
  'usb-cd': seen({ ...cache, ...serial }),
  nvme: seen({ ...cache, ...serial }),
  'nvme-ns': seen(cache),
  floppy,
}

/** What any of them can be told. */
export const allDiskProperties: readonly Properties<Seen>[] = Object.values(diskProperties)

/** The kind that shows all that a bus has. */
const fullest: Readonly<Record<string, DiskKind>> = {
  virtio: 'virtio',
  ide: 'ide-hd',
  sata: 'ide-hd',
  scsi: 'scsi-hd',
  usb: 'usb-storage',
  nvme: 'nvme',
  fdc: 'floppy',
}

/** The buses whose devices have a field. */
export function busesWith(field: readonly string[]): readonly string[] {
  const name = field.join('.')
  return Object.entries(fullest).flatMap(([bus, kind]) =>
    entriesOf(diskProperties[kind]).some(([, one]) => one.kind === 'field' && one.field.join('.') === name)
      ? [bus]
      : [],
  )
}
