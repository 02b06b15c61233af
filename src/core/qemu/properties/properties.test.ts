/** Each property that is declared is written and read, and says the same then. */
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Domain, domain as domainShape } from '../../domain/index.ts'
import { valueAt } from '../../path.ts'
import { isRecord, shapeAt, type WalkedField, walkFields } from '../../table/index.ts'
import { chardevEnds } from '../chardevs/chardev-ends.ts'
import {
  nvme,
  pciProperties,
  usbCompanion,
  virtioScsi,
  virtioScsiLimits,
  virtioSerial,
  xhci,
} from '../controllers/controller-properties.ts'
import { cryptoBackend, cryptoDevice } from '../devices/crypto.ts'
import { localShare, ninepDevice, virtiofsDevice } from '../devices/filesystems/filesystem-properties.ts'
import {
  mediated,
  mediatedPci,
  usbSource,
  vfioPci,
  vhostScsi,
} from '../devices/hostdevs/hostdev-properties.ts'
import { iommuProperties } from '../devices/iommu.ts'
import { balloonDevice } from '../devices/memballoon.ts'
import { memoryProperties } from '../devices/memory/memory-devices.ts'
import { rngDevice, rngRate } from '../devices/rng.ts'
import { doorbell, plain } from '../devices/shmem.ts'
import { vsockDevice } from '../devices/vsock.ts'
import { type DiskKind, diskProperties } from '../disks/disk-properties.ts'
import { spiceProperties } from '../display/graphics/spice-properties.ts'
import { hostEvents, passedInput, virtioInput } from '../display/input/input-drivers.ts'
import { audioProperties } from '../display/sound/audio-properties.ts'
import { soundCards } from '../display/sound/sound-cards.ts'
import { cards, virtioCards } from '../display/video/cards.ts'
import { argvOf, renderArgv } from '../index.ts'
import { cpuProperties } from '../machine/cpu-properties.ts'
import { ioThread, threadPool } from '../machine/iothreads.ts'
import { guests } from '../machine/launch-properties.ts'
import { machineFeatures, readFeatures } from '../machine/machine.ts'
import { anyCard, virtioCard } from '../network/card-properties.ts'
import { readArgv } from '../read.ts'
import { resolvedOf } from '../written-lines.test-helper.ts'
import { entriesOf, type FieldProperty, type Properties } from './property.ts'
import { bootable, numbered, rom, virtio } from './shared.ts'

type Devices = NonNullable<Domain['devices']>
type Part = (typeof parts)[number]

/** What is said of the machine itself. */
const parts = ['features', 'launch_security', 'iothreadids'] as const

/** A device that its tables are tried on, and what has to be there beside it. */
interface Case {
  readonly name: string
  /** A list of devices, or the part of the machine that the tables are of. */
  readonly list: (keyof Devices & string) | Part
  readonly device: object
  readonly tables: readonly Properties<never>[]
  readonly beside?: Devices
  readonly domain?: Domain
  /** Where QEMU cuts a text at each comma. */
  readonly hasNoCommas?: boolean
}

const raw = { type: 'file', driver: { name: 'qemu', type: 'raw' }, source: { file: '/vm.img' } }
const disks: { readonly [Kind in DiskKind]: object } = {
  virtio: { ...raw, device: 'disk', target: { dev: 'vda', bus: 'virtio' } },
  'vhost-user': {
    type: 'vhostuser',
    device: 'disk',
    source: { type: 'unix', path: '/vm.sock' },
    target: { dev: 'vda', bus: 'virtio' },
  },
  'ide-hd': { ...raw, device: 'disk', target: { dev: 'sda', bus: 'sata' } },
  'ide-cd': { ...raw, device: 'cdrom', target: { dev: 'sda', bus: 'sata' } },
  'scsi-hd': { ...raw, device: 'disk', target: { dev: 'sda', bus: 'scsi' } },
  'scsi-cd': { ...raw, device: 'cdrom', target: { dev: 'sda', bus: 'scsi' } },
  'scsi-block': {
    type: 'block',
    driver: { name: 'qemu', type: 'raw' },
    source: { dev: '/dev/sda' },
    device: 'lun',
    target: { dev: 'sda', bus: 'scsi' },
  },
  'usb-storage': { ...raw, device: 'disk', target: { dev: 'sda', bus: 'usb' } },
  'usb-hd': { ...raw, device: 'disk', model: 'usb-bot', target: { dev: 'sda', bus: 'usb' } },
  'usb-cd': { ...raw, device: 'cdrom', model: 'usb-bot', target: { dev: 'sda', bus: 'usb' } },
  nvme: {
    ...raw,
    device: 'disk',
    target: { dev: 'nvme0n1', bus: 'nvme' },
    address: { type: 'pci', domain: '0x0000', bus: '0x00', slot: '0x05', function: '0x0' },
  },
  'nvme-ns': { ...raw, device: 'disk', target: { dev: 'nvme0n1', bus: 'nvme' } },
  floppy: { ...raw, device: 'floppy', target: { dev: 'fda', bus: 'fdc' } },
}

const hostPci = { domain: '0x0000', bus: '0x01', slot: '0x00', function: '0x0' }
const maxMemory: Domain = { max_memory: { value: '8 GiB', slots: 4 } }
const { 'sgx-epc': _, ...memory } = memoryProperties

const cases: readonly Case[] = [
  {
    name: 'virtio card',
    list: 'interfaces',
    device: { type: 'user', model: { type: 'virtio' } },
    tables: [virtioCard],
  },
  {
    name: 'other card',
    list: 'interfaces',
    device: { type: 'user', model: { type: 'e1000e' } },
    tables: [anyCard],
  },
  ...cards.map(
    ({ model, properties }): Case => ({
      name: model,
      list: 'video',
      device: { model, resolution: { x: 800, y: 600 } },
      tables: [properties],
    }),
  ),
  ...virtioCards.map(
    ({ device, isVhostUser, properties }): Case => ({
      name: device,
      list: 'video',
      device: {
        model: 'virtio',
        device,
        resolution: { x: 800, y: 600 },
        ...(isVhostUser ? { driver: { name: 'vhostuser' } } : {}),
      },
      tables: [properties],
    }),
  ),
  ...Object.entries(disks).map(
    ([kind, device]): Case => ({
      name: kind,
      list: 'disks',
      device,
      tables: Object.entries(diskProperties).flatMap(([name, table]) => (name === kind ? [table] : [])),
      ...(kind === 'nvme-ns' ? { beside: { controllers: [{ type: 'nvme', index: 0, serial: 'abc' }] } } : {}),
    }),
  ),
  {
    name: 'virtio-scsi',
    list: 'controllers',
    device: { type: 'scsi', index: 0, model: 'virtio-scsi' },
    tables: [virtioScsi, virtioScsiLimits],
  },
  {
    name: 'virtio-serial',
    list: 'controllers',
    device: { type: 'virtio-serial', index: 0 },
    tables: [virtioSerial],
  },
  {
    name: 'xhci',
    list: 'controllers',
    device: { type: 'usb', index: 0, model: 'qemu-xhci' },
    tables: [xhci],
  },
  {
    name: 'USB companion',
    list: 'controllers',
    device: { type: 'usb', index: 0, model: 'ich9-uhci1' },
    tables: [usbCompanion],
    beside: { controllers: [{ type: 'usb', index: 0, model: 'ich9-ehci1' }] },
  },
  { name: 'NVMe', list: 'controllers', device: { type: 'nvme', index: 0 }, tables: [nvme] },
  ...(['pci-bridge', 'pcie-root-port', 'pcie-expander-bus', 'pcie-to-pci-bridge'] as const).map(
    (model): Case => ({
      name: model,
      list: 'controllers',
      device: { type: 'pci', index: 1, model },
      tables: [pciProperties(model)],
    }),
  ),
  {
    name: 'virtio input',
    list: 'inputs',
    device: { type: 'keyboard', bus: 'virtio' },
    tables: [virtioInput],
  },
  {
    name: 'passed input',
    list: 'inputs',
    device: { type: 'passthrough', bus: 'virtio', source: { evdev: '/dev/input/event1' } },
    tables: [passedInput],
  },
  {
    name: 'events',
    list: 'inputs',
    device: { type: 'evdev', source: { dev: '/dev/input/event1' } },
    tables: [hostEvents],
  },
  ...soundCards.map(
    ({ model, properties }): Case => ({
      name: model,
      list: 'sound',
      device: { model },
      tables: [properties],
    }),
  ),
  {
    name: 'SPICE',
    list: 'graphics',
    device: { type: 'spice', port: 5900, listen: [{ type: 'address', address: '127.0.0.1' }] },
    tables: [spiceProperties],
  },
  ...chardevEnds
    .filter(({ properties }) => entriesOf(properties).some(([, one]) => one.kind === 'field'))
    .map(
      ({ type, properties }): Case => ({
        name: `${type} chardev`,
        list: 'channels',
        device: { type, target_type: 'virtio', name: 'org.example.0' },
        tables: [properties],
      }),
    ),
  { name: 'audio', list: 'audio', device: { id: 1, type: 'alsa' }, tables: [audioProperties] },
  {
    name: 'rng',
    list: 'rng',
    device: { model: 'virtio', backend: { model: 'builtin' }, rate: { bytes: 1024, period: 500 } },
    tables: [rngDevice, rngRate],
  },
  { name: 'balloon', list: 'memballoon', device: { model: 'virtio' }, tables: [balloonDevice] },
  { name: 'vsock', list: 'vsock', device: { model: 'virtio', cid: { address: 5 } }, tables: [vsockDevice] },
  {
    name: 'crypto',
    list: 'crypto',
    device: { model: 'virtio', type: 'qemu', backend: { model: 'builtin' } },
    tables: [cryptoDevice, cryptoBackend],
  },
  { name: 'plain', list: 'shmem', device: { name: 'a', model: { type: 'ivshmem-plain' } }, tables: [plain] },
  {
    name: 'doorbell',
    list: 'shmem',
    device: { name: 'a', model: { type: 'ivshmem-doorbell' }, server: { path: '/a.sock' } },
    tables: [doorbell],
  },
  ...Object.entries(iommuProperties).map(
    ([model, table]): Case => ({
      name: `${model} IOMMU`,
      list: 'iommu',
      device: { model, ...(model === 'smmuv3' ? { driver: { pci_bus: 0 } } : {}) },
      tables: [table],
    }),
  ),
  ...Object.entries(memory).map(
    ([model, table]): Case => ({
      name: model,
      list: 'memory',
      device: {
        model,
        ...(model === 'nvdimm' || model === 'virtio-pmem' ? { source: { path: '/dev/dax' } } : {}),
        target: { size: '1 GiB', node: 0 },
        ...(model.startsWith('virtio') ? {} : { address: { type: 'dimm', slot: '0' } }),
      },
      tables: [table],
      domain: maxMemory,
    }),
  ),
  {
    name: '9p',
    list: 'filesystems',
    device: { type: 'mount', source: { dir: '/srv' }, target: { dir: 'srv' } },
    tables: [localShare, ninepDevice],
  },
  {
    name: 'virtiofs',
    list: 'filesystems',
    device: {
      type: 'mount',
      driver: { type: 'virtiofs' },
      source: { socket: '/fs.sock' },
      target: { dir: 'srv' },
    },
    tables: [virtiofsDevice],
  },
  {
    name: 'vfio',
    list: 'hostdevs',
    device: { mode: 'subsystem', type: 'pci', source: hostPci },
    tables: [vfioPci],
  },
  ...(
    [
      ['vfio-pci', mediatedPci],
      ['vfio-ap', mediated],
    ] as const
  ).map(
    ([model, table]): Case => ({
      name: `mdev ${model}`,
      list: 'hostdevs',
      device: {
        mode: 'subsystem',
        type: 'mdev',
        model,
        source: { uuid: 'c2177883-f1bb-47f0-914d-32a22e3a8804' },
      },
      tables: [table],
    }),
  ),
  {
    name: 'USB device',
    list: 'hostdevs',
    device: { mode: 'subsystem', type: 'usb', source: { vendor: '0x1234', product: '0xbeef' } },
    tables: [usbSource],
  },
  {
    name: 'vhost-scsi',
    list: 'hostdevs',
    device: {
      mode: 'subsystem',
      type: 'scsi_host',
      source: { protocol: 'vhost', wwpn: 'naa.5123456789abcde0' },
    },
    tables: [vhostScsi],
  },
  {
    name: 'processor',
    list: 'features',
    device: { hyperv: { vendor_id: { state: 'on' } } },
    tables: [cpuProperties],
    hasNoCommas: true,
  },
  { name: 'mainboard', list: 'features', device: {}, tables: [readFeatures] },
  {
    name: 'I/O thread',
    list: 'iothreadids',
    device: { id: 5, poll: { grow: 2 } },
    tables: [ioThread, threadPool],
  },
  ...Object.entries(guests).map(
    ([type, { properties }]): Case => ({
      name: type,
      list: 'launch_security',
      device: { type, cbitpos: 51 },
      tables: [properties],
    }),
  ),
]

/** What stands in the field after it has been written and read. */
function again({ list, beside, domain }: Case, device: object, field: readonly string[]): unknown {
  const part = parts.find((one) => one === list)
  if (part !== undefined)
    return partAgain(part, { ...domain, [part]: part === 'iothreadids' ? [device] : device }, field)
  const others = valueAt(beside, [list])
  const isOne = list === 'memballoon' || list === 'vsock' || list === 'iommu'
  const held = isOne ? device : [...(Array.isArray(others) ? others : []), device]
  const devices: Devices = { memballoon: { model: 'none' }, ...beside, ...{ [list]: held } }
  const all = valueAt(readAgain({ ...domain, devices }).devices, [list])
  const kind = (one: unknown) => [valueAt(one, ['type']), valueAt(one, ['model'])].join()
  const same = Array.isArray(all)
    ? all.find((one) => list !== 'controllers' || kind(one) === kind(device))
    : all
  return valueAt(same, field)
}

/** The same of a part of the machine. */
function partAgain(part: Part, domain: Domain, field: readonly string[]): unknown {
  const held = valueAt(readAgain(domain), [part])
  return valueAt(Array.isArray(held) ? held[0] : held, field)
}

function readAgain(domain: Domain): Domain {
  const command = renderArgv(resolvedOf(domain))
  const [read] = readArgv(JSON.stringify([command.binary, ...argvOf(command)])).commands
  return read?.domain ?? {}
}

/** A device with a value in one of its fields. */
function withValue(device: object, [first = '', ...deeper]: readonly string[], value: unknown): object {
  const held = valueAt(device, [first])
  return {
    ...device,
    [first]: deeper.length === 0 ? value : withValue(isRecord(held) ? held : {}, deeper, value),
  }
}

const texts = [
  'abc',
  '/a,b c',
  '5',
  '0x9',
  '0x1234',
  '52:54:00:ab:cd:ef',
  '500c5000a1b2c3d4',
  'naa.5123456789abcde1',
]
const uuid = '9f1d1c7e-6f0f-4d7a-8f9b-0c4b7c1a2d3e'

/** Values of a field of the Domain. */
function valuesOf(walked: WalkedField | undefined): readonly unknown[] {
  const { field } = walked ?? {}
  if (field?.kind === 'child')
    return [
      { enabled: false },
      { file: '/rom,s' },
      { type: 'transient', persistent: 'ua-net' },
      { state: 'on', retries: 8191 },
    ].filter((one) => Object.keys(one).every((key) => key in field.shape()))
  if (field?.kind === 'presence') return [true]
  if (field?.kind === 'sized') return ['64M']
  if (field === undefined || !('scalar' in field)) return []
  const { name, choices, minimum = 1, maximum = 65_536, pattern } = field.scalar
  if (name === 'flag') return [true, false]
  if (name === 'choice') return choices ?? []
  if (name === 'size') return ['64M']
  if (name === 'integer') return [1, 2, 64, 1500, 65_536].filter((one) => one >= minimum && one <= maximum)
  return [...texts, uuid].filter((text) => pattern?.test.test(text) ?? true)
}

/** Whether the value that comes back is the one that was written. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

const hasFields = ({ tables }: Case) =>
  tables.some((table) => entriesOf(table).some(([, { kind }]) => kind === 'field'))

describe.each(cases.filter(hasFields))('$name', (one) => {
  const shape = shapeAt(
    domainShape,
    parts.some((part) => part === one.list)
      ? one.list === 'iothreadids'
        ? [one.list, 0]
        : [one.list]
      : one.list === 'memballoon' || one.list === 'vsock' || one.list === 'iommu'
        ? ['devices', one.list]
        : ['devices', one.list, 0],
  )
  const fields = new Map(walkFields(shape ?? {}).map((walked) => [walked.memoryPath, walked]))
  const properties = one.tables
    .flatMap((table) => entriesOf(table))
    .flatMap(([key, property]) => (property.kind === 'field' ? [{ key, property }] : []))

  it.each(properties)('$key is read as it was written', ({ property }) => {
    const values = valuesOf(fields.get(property.field.join('.'))).filter(
      (value) => saysSomething(property, value) && !(one.hasNoCommas === true && String(value).includes(',')),
    )
    const back = values.map((value) =>
      again(one, withValue(one.device, property.field, value), property.field),
    )
    const good = values.filter((value, index) => isSame(value, back[index]))
    expect(
      good,
      `${property.field.join('.')}: ${JSON.stringify(values)} came back as ${JSON.stringify(back)}`,
    ).toEqual(values)
    expect(values.length).toBeGreaterThan(0)
  })
})

/** Values that QEMU is told, and that have a form of their own in the Domain. */
function saysSomething({ codec, usual }: FieldProperty<never>, value: unknown): boolean {
  const printed = codec.print(value)
  if (printed === undefined || value === usual) return false
  const text = typeof printed === 'boolean' ? (printed ? 'on' : 'off') : String(printed)
  return isSame(codec.parse(text), value)
}

it('no table is left out', async () => {
  // Of the mainboards of pSeries some properties are written and not read.
  const others = [bootable, numbered, rom, virtio, machineFeatures]
  const tried = new Set<unknown>([...others, ...cases.flatMap(({ tables }) => tables)])
  const folder = path.join(import.meta.dirname, '..')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !name.endsWith('.test.ts'),
  )
  const left: string[] = []
  for (const name of files) {
    const module: unknown = await import(path.join(folder, name))
    if (!isRecord(module)) continue
    for (const [key, held] of Object.entries(module))
      if (isTable(held) && !tried.has(held)) left.push(`${name}: ${key}`)
  }
  expect(left).toEqual([])
})

function isTable(held: unknown): boolean {
  const properties = isRecord(held) ? Object.values(held) : []
  return properties.some((one) => isRecord(one) && one['kind'] === 'field' && Array.isArray(one['field']))
}
