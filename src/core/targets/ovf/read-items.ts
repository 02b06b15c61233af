/** The items of the hardware, by CIM's number of their kind: CIM_ResourceAllocationSettingData.ResourceType. */
import { ownValue } from '../../text/index.ts'
import type { XmlElement } from '../../xml/index.ts'
import {
  type Bus,
  type Card,
  childOf,
  childrenOf,
  type DesktopMachine,
  type Drive,
  macOf,
  numberOf,
  said,
  textOf,
} from '../desktop/index.ts'
import type { Package } from './package.ts'
import { bytesOf } from './units.ts'

interface Item {
  readonly element: XmlElement
  /** The text of a member: `VirtualQuantity`. */
  readonly of: (name: string) => string | undefined
}

interface ItemContext {
  readonly machine: DesktopMachine
  readonly contents: Package
  /** Controllers by their InstanceID. */
  readonly controllers: ReadonlyMap<string, Item>
}

/** @param isVbox true where VirtualBox's own element says cards and sound, with more than an item can */
export function readItems(
  hardware: XmlElement,
  machine: DesktopMachine,
  contents: Package,
  isVbox: boolean,
): void {
  const items = ['Item', 'StorageItem', 'EthernetPortItem']
    .flatMap((name) => childrenOf(hardware, name))
    .filter((element) => isOfConfiguration(element, contents.configuration))
    .sort((one, other) => one.start - other.start)
    .map((element): Item => ({ element, of: (name) => textOf(childOf(element, name)) }))
  const controllers = new Map(items.map((item) => [item.of('InstanceID') ?? '', item]))
  const context = { machine, contents, controllers }
  for (const item of items) {
    const kind = item.of('ResourceType') ?? ''
    const read = ownValue(isVbox ? { ...readers, ...ofVbox } : readers, kind)
    if (read === undefined)
      machine.say(
        'unknown',
        'advice',
        `${item.of('ElementName') ?? item.of('Caption') ?? 'An item'} (kind ${kind.slice(0, 20)}) is not understood.`,
        item.element.position,
      )
    else read(item, context)
  }
}

/** Limits of an item stand in items of their own. */
function isOfConfiguration(element: XmlElement, usual: string | undefined): boolean {
  const named = said(element, 'configuration')
  if (said(element, 'bound') !== undefined) return false
  return named === undefined || usual === undefined || named.split(/\s+/).includes(usual)
}

type ReadItem = (item: Item, context: ItemContext) => void

const nothing: ReadItem = () => undefined

const readers: Readonly<Record<string, ReadItem>> = {
  '1': (item, { machine }) => {
    if (/vtpm|tpm/i.test(item.of('ResourceSubType') ?? ''))
      machine.add(
        'tpm',
        { model: 'tpm-crb', backend: { type: 'emulator', version: '2.0' } },
        item.element.position,
      )
  },
  '3': (item, { machine }) => {
    machine.cpus = numberOf(item.of('VirtualQuantity'))
    machine.coresPerSocket = numberOf(item.of('CoresPerSocket'))
  },
  '4': readMemory,
  // Controllers, which the disks name.
  '5': nothing,
  '6': nothing,
  '20': nothing,
  '10': readCard,
  '14': (item, context) => readDrive(item, context, 'floppy'),
  '15': (item, context) => readDrive(item, context, 'cdrom'),
  '16': (item, context) => readDrive(item, context, 'cdrom'),
  '17': (item, context) => readDrive(item, context, 'disk'),
  // Keyboard and pointer.
  '13': nothing,
  '21': (item, { machine }) => machine.add('serial', { type: 'pty' }, item.element.position),
  '22': (item, { machine }) =>
    machine.say('left', 'advice', 'The parallel port is left out.', item.element.position),
  // USB and the video card, which follow from the guest.
  '23': nothing,
  '24': nothing,
  '35': readSound,
}

const ofVbox: Readonly<Record<string, ReadItem>> = { '10': nothing, '35': nothing, '21': nothing }

function readMemory(item: Item, { machine }: ItemContext): void {
  const quantity = numberOf(item.of('VirtualQuantity'))
  const bytes =
    quantity === undefined ? undefined : bytesOf(quantity, item.of('AllocationUnits') ?? 'MegaBytes')
  if (bytes !== undefined) machine.memory = Math.floor(bytes / 1024 / 1024)
  else machine.say('value', 'warning', 'The memory has a unit that is not known.', item.element.position)
}

const sounds: Readonly<Record<string, string>> = {
  ensoniq1371: 'es1370',
  sb16: 'sb16',
  ac97: 'ac97',
  hda: 'ich9',
}

function readSound(item: Item, { machine }: ItemContext): void {
  const word = item.of('ResourceSubType')?.toLowerCase() ?? ''
  machine.add('sound', { model: ownValue(sounds, word) ?? 'ich9' }, item.element.position)
}

const cards: Readonly<Record<string, string>> = {
  e1000: 'e1000',
  e1000e: 'e1000e',
  vmxnet3: 'vmxnet3',
  pcnet32: 'pcnet',
  virtio: 'virtio',
  virtionet: 'virtio',
}

/** Which network a connection is stands on the host where the package is deployed. */
function readCard(item: Item, { machine }: ItemContext): void {
  const word = item.of('ResourceSubType')?.toLowerCase() ?? ''
  const model = ownValue(cards, word)
  const { position } = item.element
  if (model === undefined && word !== '')
    machine.say('changed', 'warning', `QEMU has no card ${word.slice(0, 40)}: it is an e1000 here.`, position)
  const mac = item.of('Address')
  machine.addCard({
    ...connectionOf(item.of('Connection')),
    model: model ?? 'e1000',
    mac: mac === undefined ? undefined : macOf(mac),
    isConnected: item.of('AutomaticAllocation')?.toLowerCase() !== 'false',
    position,
  })
}

function connectionOf(name: string | undefined): Pick<Card, 'mode' | 'network'> {
  const word = name?.toLowerCase() ?? ''
  if (word === 'nat') return { mode: 'nat' }
  return word === 'hostonly' ? { mode: 'network', network: 'host-only' } : { mode: 'bridge' }
}

const scsiModels: Readonly<Record<string, string>> = {
  lsilogicsas: 'lsisas1068',
  virtualscsi: 'vmpvscsi',
  'virtio-scsi': 'virtio-scsi',
  virtioscsi: 'virtio-scsi',
}

function readDrive(
  item: Item,
  { machine, contents, controllers }: ItemContext,
  device: Drive['device'],
): void {
  const { position } = item.element
  const controller = controllers.get(item.of('Parent') ?? '')
  const model = controller?.of('ResourceSubType')?.toLowerCase() ?? ''
  const kind = controller?.of('ResourceType')
  const bus: Bus = device === 'floppy' ? 'floppy' : busOf(kind, model)
  const name = item.of('HostResource') ?? ''
  const file = /^(?:ovf:)?\/file\/(.+)$/.exec(name)?.[1]
  const disk = contents.disks.get(/^(?:ovf:)?\/disk\/(.+)$/.exec(name)?.[1] ?? '')
  if (disk?.compression !== undefined && disk.compression !== 'identity')
    machine.say(
      'convert',
      'warning',
      `${disk.href ?? ''} is packed by ${disk.compression}: unpack it first.`,
      position,
    )
  machine.addDrive({
    device,
    bus,
    scsi: bus === 'scsi' ? ownValue(scsiModels, model) : undefined,
    controller: model === '' ? bus : `${bus} (${model})`,
    path: disk?.href ?? (file === undefined ? undefined : contents.files.get(file)),
    format: device === 'disk' ? (disk?.format ?? 'vmdk') : 'raw',
    ...(disk?.isStream === true ? { isReadOnlyFormat: true } : {}),
    size: device === 'disk' ? disk?.size : undefined,
    position,
  })
}

/** 20 is any other storage: SATA, or NVMe by its subtype. */
function busOf(kind: string | undefined, model: string): Bus {
  if (kind === '5') return 'ide'
  if (kind === '6') return 'scsi'
  return model.includes('nvme') ? 'nvme' : 'sata'
}
