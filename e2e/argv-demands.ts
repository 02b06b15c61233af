/** What a person's command line has to keep: each device and property that it says, its short forms written out. */
import { type CommandOption, readOptions } from '../src/core/qemu/index.ts'

/** Something that the line says, with the properties that it says of it. */
export interface Demand {
  /** `-device` with its driver, `-netdev` with its type, `-cpu`, `-m` … */
  readonly what: string
  readonly properties: readonly string[]
}

type Machine = 'pc' | 'q35' | 'virt' | 'raspi' | 'microvm'

/** Drivers with a second name. QEMU's `system/qdev-monitor.c`, `qdev_alias_table`. */
const secondNames: Readonly<Record<string, string>> = {
  'virtio-balloon': 'virtio-balloon-pci',
  'virtio-blk': 'virtio-blk-pci',
  'virtio-net': 'virtio-net-pci',
  'virtio-rng': 'virtio-rng-pci',
  'virtio-scsi': 'virtio-scsi-pci',
  'virtio-serial': 'virtio-serial-pci',
  'virtio-9p': 'virtio-9p-pci',
  'ich9-ahci': 'ahci',
  lsi: 'lsi53c895a',
}

/** What QEMU makes of a card's name; a name that is not here is a driver's. */
const cards: Readonly<Record<string, string>> = { virtio: 'virtio-net-pci' }

/** The card of a line that says no network at all. Other boards have none that could be plugged in. */
const boardCard: { readonly [machine in Machine]?: string } = {
  pc: 'e1000',
  q35: 'e1000e',
  virt: 'virtio-net-pci',
}

const screens: Readonly<Record<string, readonly string[]>> = {
  std: ['VGA'],
  cirrus: ['cirrus-vga'],
  qxl: ['qxl-vga'],
  virtio: ['virtio-vga'],
  vmware: ['vmware-svga'],
  none: [],
}

/** A screen that is plugged in is instead of the usual one. QEMU's `system/vl.c`, `default_list`. */
const screenDrivers =
  /^(?:VGA|cirrus-vga|qxl-vga|vmware-svga|virtio-vga(?:-gl)?|isa-vga|ati-vga|bochs-display)$/

const soundCards: Readonly<Record<string, readonly string[]>> = {
  sb16: ['sb16'],
  ac97: ['AC97'],
  hda: ['intel-hda', 'hda-duplex'],
}

const usbControllers: { readonly [machine in Machine]?: readonly string[] } = {
  pc: ['piix3-usb-uhci'],
  q35: ['ich9-usb-ehci1', 'ich9-usb-uhci1', 'ich9-usb-uhci2', 'ich9-usb-uhci3'],
}

const usbDevices: Readonly<Record<string, string>> = {
  tablet: 'usb-tablet',
  mouse: 'usb-mouse',
  keyboard: 'usb-kbd',
  host: 'usb-host',
}

/**
 * What a command line demands. Left open are ids, places, and what QEMU adds to a PC that says nothing: a second
 * serial port, an empty floppy and CD-ROM drive, a monitor in the window.
 */
export function demandsOf(program: string, words: readonly string[]): Demand[] {
  const options = withOrder(readOptions(words))
  const machine = machineOf(program, options)
  const ids = kindsById(options)
  return [
    ...options.flatMap((option) => [...said(option, ids), ...shortForm(option, options, machine)]),
    ...fromTheBoard(options, machine),
  ]
}

/** Places in the boot order by their rank: libvirt counts from 1. A USB port of the host's is a file of it. */
function withOrder(options: readonly CommandOption[]): CommandOption[] {
  const indexes = options.flatMap(({ pairs }) => pairs.filter(([key]) => key === 'bootindex'))
  const order = indexes.map(([, value]) => Number(value)).toSorted((one, other) => one - other)
  return options.map((option) => {
    const bus = keyValue(option, 'hostbus')
    const address = keyValue(option, 'hostaddr')
    const pairs = option.pairs.map(([key, value]): readonly [string, string] =>
      key === 'bootindex' ? [key, String(order.indexOf(Number(value)))] : [key, value],
    )
    if (bus === undefined || address === undefined) return { ...option, pairs }
    const node = `/dev/bus/usb/${bus.padStart(3, '0')}/${address.padStart(3, '0')}`
    return {
      ...option,
      pairs: [...pairs.filter(([key]) => !/^host(?:bus|addr)$/.test(key)), ['hostdevice', node]],
    }
  })
}

/** Demands that no option of the other line meets, each option meeting one of them. */
export function unmet(demands: readonly Demand[], offers: readonly Demand[]): Demand[] {
  const left = [...offers]
  // Who says more is asked first: another one may take the place of one that says less.
  const choosy = demands.toSorted((one, other) => other.properties.length - one.properties.length)
  return choosy.filter((demand) => {
    const at = left.findIndex((offer) => meets(offer, demand))
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}

function meets(offer: Demand, demand: Demand): boolean {
  return (
    offer.what === demand.what && demand.properties.every((property) => offer.properties.includes(property))
  )
}

/** What an option of the long kind says. */
function said(option: CommandOption, ids: ReadonlyMap<string, string>): Demand[] {
  const first = firstKey[option.name]
  if (first === undefined) return []
  const kind = first === '' ? '' : (keyValue(option, first) ?? '')
  const properties = option.pairs
    .filter(([key, value]) => key !== first && !places.has(key) && !isUsual(option, key, value))
    .map((pair) => propertyOf(pair, option, ids))
  return [{ what: `-${option.name} ${secondNames[kind] ?? kind}`, properties }]
}

/** Options that are compared, with the key that says their kind. */
const firstKey: Readonly<Record<string, string>> = {
  device: 'driver',
  netdev: 'type',
  chardev: 'backend',
  audiodev: 'driver',
  cpu: 'model',
  m: '',
  smp: '',
}

/** Where a device sits and what it is called. */
const places = new Set(
  'id bus addr multifunction port chassis chassis_nr channel scsi-id lun unit nr iobase'.split(' '),
)

/** What QEMU does anyway, so that saying it is saying nothing. */
function isUsual({ name, pairs }: CommandOption, key: string, value: string): boolean {
  // libvirt compares the processors itself, and says nothing of it to QEMU.
  if (name === 'cpu') return /^(?:check|enforce|kvm|vmware-cpuid-freq)$/.test(key) && value === 'on'
  return (
    name === 'smp' && key === 'maxcpus' && pairs.some(([other, count]) => other === 'cpus' && count === value)
  )
}

function propertyOf(
  [key, value]: readonly [string, string],
  option: CommandOption,
  ids: ReadonlyMap<string, string>,
) {
  const sign = option.name === 'cpu' ? /^[+-]/.exec(key)?.[0] : undefined
  const name = key
    .replace(/\.\d+\.str$/, '')
    .replace(/^[+-]/, '')
    .replaceAll('_', '-')
  const word = sign === '-' ? 'off' : value
  const kind = references.has(name) ? ids.get(value.replace(/\.\d+$/, '')) : undefined
  return `${name}=${kind === undefined ? plain(name, word, option.name) : `@${kind}`}`
}

/** Keys whose values name another option. */
const references = new Set(
  'drive netdev chardev iothread memdev audiodev tpmdev fsdev rng masterbus'.split(' '),
)

function plain(key: string, value: string, option: string): string {
  if (/^(?:yes|true|on|y)$/.test(value)) return 'on'
  if (/^(?:no|false|off|n)$/.test(value)) return 'off'
  if (/^0x[\da-f]+$/i.test(value)) return String(BigInt(value))
  const size = /^(\d+)([kmgt]?)$/i.exec(value)
  if (option === 'm' && key !== 'slots' && size) {
    const power = 'kmgt'.indexOf((size[2] || 'm').toLowerCase()) + 1
    return String(BigInt(size[1] ?? 0) * 1024n ** BigInt(power))
  }
  // A host's PCI address without its domain, and a forward without its address.
  if (key === 'host' && /^[\da-f]{2}:/.test(value)) return `0000:${value}`
  if (key === 'hostfwd') return value.replace(/^(\w+)::/, '$1:0.0.0.0:')
  return value.toLowerCase()
}

/** What QEMU makes of an option of the short kind. */
function shortForm(option: CommandOption, all: readonly CommandOption[], machine: Machine): Demand[] {
  const value = option.value ?? ''
  switch (option.name) {
    case 'hda':
    case 'hdb':
    case 'hdc':
    case 'hdd':
      return [deviceOf('ide-hd', ['drive=@drive'])]
    case 'cdrom':
      return [deviceOf('ide-cd', ['drive=@drive'])]
    case 'drive':
      return drive(option, machine)
    case 'nic':
      return nic(option, machine)
    case 'net':
      return net(option, all, machine)
    case 'vga':
      return (screens[value] ?? []).map((driver) => deviceOf(driver))
    case 'soundhw':
      return value.split(',').flatMap((name) => (soundCards[name] ?? []).map((driver) => deviceOf(driver)))
    case 'usbdevice':
      return [deviceOf(usbDevices[value.replace(/:.*$/, '')] ?? value)]
    case 'virtfs':
      return [deviceOf('virtio-9p-pci', ['fsdev=@fsdev', `mount-tag=${keyValue(option, 'mount_tag')}`])]
    case 'watchdog':
      return [deviceOf(value)]
    default:
      return []
  }
}

function deviceOf(driver: string, properties: readonly string[] = []): Demand {
  return { what: `-device ${driver}`, properties }
}

function drive(option: CommandOption, machine: Machine): Demand[] {
  const usual = machine === 'virt' ? 'virtio' : 'ide'
  const isDisc = keyValue(option, 'media') === 'cdrom'
  switch (keyValue(option, 'if') ?? usual) {
    case 'ide':
      return [deviceOf(isDisc ? 'ide-cd' : 'ide-hd', ['drive=@drive'])]
    case 'virtio':
      return [deviceOf('virtio-blk-pci', ['drive=@drive'])]
    default:
      return []
  }
}

function nic(option: CommandOption, machine: Machine): Demand[] {
  const type = keyValue(option, 'type') ?? ''
  const model = keyValue(option, 'model')
  const mac = keyValue(option, 'mac')
  const own = option.pairs.filter(([key]) => !['type', 'model', 'mac', 'id'].includes(key))
  return [
    deviceOf(cardOf(model, machine), ['netdev=@netdev', ...(mac === undefined ? [] : [`mac=${mac}`])]),
    { what: `-netdev ${type}`, properties: own.map((pair) => propertyOf(pair, option, new Map())) },
  ]
}

/** Of the pair `-net nic` and `-net user` the first is the card. */
function net(option: CommandOption, all: readonly CommandOption[], machine: Machine): Demand[] {
  const type = keyValue(option, 'type') ?? ''
  const own = option.pairs.filter(([key]) => key !== 'type')
  if (type !== 'nic')
    return [{ what: `-netdev ${type}`, properties: own.map((pair) => propertyOf(pair, option, new Map())) }]
  const mac = keyValue(option, 'macaddr')
  const hasEnd = all.some((one) => one.name === 'net' && keyValue(one, 'type') !== 'nic')
  return [
    deviceOf(cardOf(keyValue(option, 'model'), machine), [
      ...(hasEnd ? ['netdev=@netdev'] : []),
      ...(mac === undefined ? [] : [`mac=${mac}`]),
    ]),
  ]
}

function cardOf(model: string | undefined, machine: Machine): string {
  const driver = model ?? boardCard[machine] ?? ''
  return cards[driver] ?? driver
}

/** What QEMU adds where nothing is said of it and nobody says -nodefaults. */
function fromTheBoard(options: readonly CommandOption[], machine: Machine): Demand[] {
  const names = new Set(options.map(({ name }) => name))
  const drivers = options.filter(({ name }) => name === 'device').map((one) => keyValue(one, 'driver') ?? '')
  const demands: Demand[] = []
  const usesUsb = names.has('usb') || names.has('usbdevice')
  if (usesUsb) demands.push(...(usbControllers[machine] ?? []).map((driver) => deviceOf(driver)))
  if (names.has('nodefaults')) return demands
  const card = boardCard[machine]
  const hasNetwork = names.has('net') || names.has('nic') || names.has('netdev')
  if (!hasNetwork && card !== undefined) demands.push(deviceOf(card, ['netdev=@netdev']))
  const hasScreen = names.has('vga') || drivers.some((driver) => screenDrivers.test(driver))
  if (!hasScreen && (machine === 'pc' || machine === 'q35')) demands.push(deviceOf('VGA'))
  return demands
}

function machineOf(program: string, options: readonly CommandOption[]): Machine {
  const named = options
    .filter(({ name }) => name === 'machine' || name === 'M')
    .map((option) => keyValue(option, 'type'))
    .findLast((type) => type !== undefined)
  if (named === undefined) return 'pc'
  if (named.startsWith('raspi')) return 'raspi'
  if (/aarch64|riscv/.test(program)) return 'virt'
  return named === 'q35' || named === 'microvm' ? named : 'pc'
}

/** Which kind of option an id names. A drive is a node, and the other way round. */
function kindsById(options: readonly CommandOption[]): Map<string, string> {
  const kinds = new Map<string, string>()
  const ordered = options.toSorted(
    (one, other) => Number(other.name === 'device') - Number(one.name === 'device'),
  )
  for (const { name, pairs } of ordered)
    for (const [key, id] of pairs)
      if (key === 'id' || key === 'node-name') kinds.set(id, name === 'blockdev' ? 'drive' : name)
  return kinds
}

function keyValue(option: CommandOption, key: string): string | undefined {
  return option.pairs.findLast(([name]) => name === key)?.[1]
}
