/**
 * What libvirt writes into a domain by itself when it defines one, told apart from what a person changed in its XML.
 * Seen in what libvirt 11.3 dumps of designs that it was given (libvirt's src/conf/domain_postparse.c and
 * src/qemu/qemu_postparse.c, qemu_domain_address.c).
 */
import type { Domain } from '../domain/index.ts'
import type { Finding, Path } from '../finding.ts'
import { sameValue } from '../lift/index.ts'
import { isRecord, sizeInBytes } from '../table/index.ts'
import { ownValue } from '../text/index.ts'
import { isListOfMaps } from './differences.ts'
import { matchItems } from './match-items.ts'

/** What an edited Domain says once libvirt's own is out of it. */
export interface WithoutLibvirtsOwn {
  readonly domain: Domain
  /** `put.libvirts-own`, when anything was left aside. */
  readonly findings: readonly Finding[]
}

/**
 * Leaves aside what libvirt added to the XML of a design, when it is XML that libvirt wrote.
 *
 * @param edited what `virsh dumpxml` or `virsh edit` gave
 * @param shown what the design says of itself; what it says is kept as it is in `edited`, changed or not
 */
export function withoutLibvirtsOwn(edited: Domain, shown: Domain): WithoutLibvirtsOwn {
  if (!isWrittenByLibvirt(edited)) return { domain: edited, findings: [] }
  const aside: Aside = { shown, names: [] }
  const domain = keptOf(edited, shown, [], aside)
  return { domain: isDomain(domain) ? domain : edited, findings: findingsOf(aside) }
}

/** libvirt gives every domain a UUID and the path of its emulator. */
export function isWrittenByLibvirt({ uuid, devices }: Domain): boolean {
  return uuid !== undefined && devices?.emulator !== undefined
}

function isDomain(held: unknown): held is Domain {
  return isRecord(held)
}

/** What was left aside so far. */
interface Aside {
  /** The whole Domain that the design shows. */
  readonly shown: Domain
  readonly names: string[]
}

function findingsOf({ names }: Aside): Finding[] {
  if (names.length === 0) return []
  const counts = new Map<string, number>()
  for (const what of names) counts.set(what, (counts.get(what) ?? 0) + 1)
  const named = [...counts].map(([what, count]) => (count === 1 ? what : `${what} (${count})`))
  const message = `What libvirt adds by itself is left aside, since the design does not say it: ${named.join(', ')}. To keep one of them say it in the design.`
  return [{ code: 'put.libvirts-own', severity: 'advice', path: [], message }]
}

function keptOf(edited: unknown, shown: unknown, path: Path, aside: Aside): unknown {
  if (sameValue(edited, shown)) return shown
  if (isListOfMaps(edited) && isListOfMaps(shown)) return keptOfList(edited, shown, path, aside)
  if (isRecord(edited) && isRecord(shown)) return keptOfMap(edited, shown, path, aside)
  return isInOtherWords(edited, shown, path) ? shown : edited
}

function keptOfMap(
  edited: Readonly<Record<string, unknown>>,
  shown: Readonly<Record<string, unknown>>,
  path: Path,
  aside: Aside,
): unknown {
  const entries = Object.entries(edited).flatMap(([key, value]) => {
    const place = [...path, key]
    const own = ownValue(shown, key)
    if (own !== undefined) return [[key, keptOf(value, own, place, aside)] as const]
    if (isListOfMaps(value)) {
      const items = keptOfList(value, [], place, aside)
      return items.length === 0 ? [] : [[key, items] as const]
    }
    const what = libvirtsOwn(value, place, aside.shown)
    if (what === undefined) return [[key, value] as const]
    aside.names.push(what)
    return []
  })
  const dropped = Object.entries(shown).filter(
    ([key, value]) => ownValue(edited, key) === undefined && isDropped(value, [...path, key]),
  )
  return Object.fromEntries([...entries, ...dropped])
}

/**
 * What libvirt writes no more: the socket of a channel whose path it chooses, passwords (`virsh dumpxml --security-info`
 * shows them), and elements that say nothing.
 */
function isDropped(held: unknown, path: Path): boolean {
  if (isAt(path, 'devices.graphics.*.passwd')) return true
  if (isAt(path, 'devices.channels.*.source')) return isRecord(held) && held['path'] === undefined
  return Array.isArray(held)
    ? held.length === 0
    : isRecord(held) && Object.values(held).every((value) => value === undefined)
}

function keptOfList(
  edited: readonly unknown[],
  shown: readonly unknown[],
  path: Path,
  aside: Aside,
): readonly unknown[] {
  const from = isAt(path, 'devices.controllers')
    ? matchControllers(shown, edited)
    : matchItems(shown, edited.map(withoutAddress))
  const kept = edited.flatMap((item, index) => {
    const was = from[index]
    if (was !== undefined) return [{ was, item: keptOf(item, shown[was], [...path, index], aside) }]
    const what = libvirtsOwn(item, [...path, index], aside.shown)
    if (what === undefined) return [{ was: shown.length, item }]
    aside.names.push(what)
    return []
  })
  const inOrder = sorted.has(pattern(path)) ? kept.toSorted((one, other) => one.was - other.was) : kept
  return inOrder.map(({ item }) => item)
}

/** Lists that libvirt writes in an order of its own. */
const sorted: ReadonlySet<string> = new Set(['os.firmware_features', 'devices.controllers'])

/** libvirt numbers the controllers of each type, and puts its own among them. */
export function matchControllers(
  shown: readonly unknown[],
  edited: readonly unknown[],
): readonly (number | undefined)[] {
  const numbered = (items: readonly unknown[]) => {
    const next = new Map<unknown, number>()
    return items.map((item) => {
      const type = isRecord(item) ? item['type'] : undefined
      const index =
        isRecord(item) && typeof item['index'] === 'number' ? item['index'] : (next.get(type) ?? 0)
      next.set(type, index + 1)
      return `${String(type)} ${index}`
    })
  }
  const indexes = new Map(numbered(shown).map((name, index) => [name, index]))
  return numbered(edited).map((name) => indexes.get(name))
}

function withoutAddress(item: unknown): unknown {
  if (!isRecord(item)) return item
  const { address: _, ...others } = item
  return others
}

/** The same amount in another unit, or the version of a machine that the design names without one. */
export function isInOtherWords(edited: unknown, shown: unknown, path: Path): boolean {
  if (typeof edited !== 'string' || typeof shown !== 'string') return false
  if (isAt(path, 'os.machine')) return unversioned(edited) === unversioned(shown) && !/\d\.\d/.test(shown)
  const bytes = sizeInBytes(edited, 1024)
  return bytes !== undefined && bytes === sizeInBytes(shown, 1024)
}

/** pc-q35-10.0 is what q35 stands for, pc-i440fx-10.0 what pc does. */
function unversioned(machine: string): string {
  return machine
    .replace(/-\d+\.\d+(?:\.\d+)?$/, '')
    .replace(/^pc-q35$/, 'q35')
    .replace(/^pc-i440fx$/, 'pc')
}

/** libvirt makes those that its devices hang on; one that is tuned, switched off, or a bus of SCSI with a model is a person's. */
function isMadeByLibvirt(controller: unknown): boolean {
  if (!isRecord(controller) || controller['driver'] !== undefined || controller['model'] === 'none')
    return false
  return (
    controller['type'] !== 'scsi' || controller['model'] === undefined || controller['model'] === 'lsilogic'
  )
}

/** Where the design leaves the choice to libvirt. */
function choosesFirmware(_: unknown, { os }: Domain): boolean {
  return os?.firmware !== undefined
}

/** A place that libvirt fills in: what people call it, and what it writes there; anything when that is not said. */
interface OwnPlace {
  readonly what: string
  readonly is?: (held: unknown, shown: Domain) => boolean
}

const equals =
  (...values: readonly unknown[]) =>
  (held: unknown) =>
    values.some((value) => sameValue(held, value))

const holds =
  (...known: readonly Readonly<Record<string, unknown>>[]) =>
  (held: unknown) =>
    isRecord(held) &&
    known.some((wanted) => Object.entries(wanted).every(([key, value]) => ownValue(held, key) === value))

/** `*` stands for an item of a list. */
const ownPlaces: ReadonlyMap<string, OwnPlace> = new Map<string, OwnPlace>([
  ['uuid', { what: 'the UUID' }],
  ['os.loader', { what: 'the firmware that it chose', is: choosesFirmware }],
  ['os.nvram', { what: 'the file of the firmware’s settings', is: choosesFirmware }],
  ['os.firmware_features.*', { what: 'a feature of the firmware', is: choosesFirmware }],
  ['features.gic', { what: 'the version of the GIC' }],
  ['features.hyperv.mode', { what: 'the mode of Hyper-V', is: equals('custom') }],
  ['cpu.check', { what: 'how the CPU is checked', is: equals('none', 'partial') }],
  ['cpu.match', { what: 'how the model of the CPU is matched', is: equals('exact') }],
  ['cpu.model.fallback', { what: 'that another model of the CPU may be taken', is: equals('allow') }],
  ['cpu.migratable', { what: 'whether the CPU can migrate', is: equals('on') }],
  ['cpu.topology.dies', { what: 'the dies', is: equals(1) }],
  ['cpu.topology.clusters', { what: 'the clusters', is: equals(1) }],
  ['memory_backing.hugepages.size', { what: 'the size of huge pages', is: equals('2048 KiB') }],
  ['devices.emulator', { what: 'the emulator' }],
  ['devices.interfaces.*.mac', { what: 'a MAC address' }],
  [
    'devices.serial.*.target.type',
    { what: 'the bus of a serial port', is: equals('isa-serial', 'system-serial') },
  ],
  [
    'devices.serial.*.target.model',
    { what: 'the chip of a serial port', is: equals('isa-serial', 'pl011', '16550a') },
  ],
  ['devices.graphics.*.port', { what: 'the port of a display', is: equals(-1) }],
  ['devices.graphics.*.autoport', { what: 'that a display’s port is chosen', is: equals('yes') }],
  ['devices.graphics.*.listen_address', { what: 'the address of a display', is: equals('127.0.0.1') }],
  [
    'devices.graphics.*.listen.*',
    {
      what: 'the address of a display',
      is: holds({ type: 'address', address: '127.0.0.1' }, { type: 'address', address: undefined }),
    },
  ],
  ['devices.graphics.*.listen.*.address', { what: 'the address of a display', is: equals('127.0.0.1') }],
  // qxl has 64 MiB, the others 16; libvirt's virDomainVideoDefaultRAM.
  ['devices.video.*.ram', { what: 'the memory of a video card', is: equals(65_536) }],
  ['devices.video.*.vram', { what: 'the memory of a video card', is: equals(16_384, 65_536) }],
  ['devices.video.*.vgamem', { what: 'the memory of a video card', is: equals(16_384) }],
  ['devices.video.*.heads', { what: 'the heads of a video card', is: equals(1) }],
  ['devices.video.*.primary', { what: 'which video card is the first', is: equals(true) }],
  ['devices.hostdevs.*.managed', { what: 'that a host device is not managed', is: equals('no') }],
  ['devices.inputs.*', { what: 'an input device', is: holds({ bus: 'ps2' }) }],
  ['devices.audio.*', { what: 'the host’s side of sound', is: holds({ id: 1 }) }],
  [
    'devices.watchdog.*',
    { what: 'the watchdog of the chipset', is: holds({ model: 'itco', action: 'reset' }) },
  ],
  ['devices.memballoon', { what: 'the memory balloon', is: holds({ model: 'virtio' }) }],
  ['devices.controllers.*', { what: 'a controller', is: isMadeByLibvirt }],
  ['devices.controllers.*.index', { what: 'the number of a controller' }],
  ['devices.controllers.*.model', { what: 'the model of a controller', is: (held) => held !== 'none' }],
  ['devices.controllers.*.pci_model', { what: 'the model of a controller' }],
  ['devices.controllers.*.target', { what: 'the slot of a port' }],
])

/**
 * What a value is called that libvirt writes there by itself; undefined when a person wrote it.
 *
 * @param shown the Domain that does not say it
 */
export function libvirtsOwn(held: unknown, path: Path, shown: Domain): string | undefined {
  if (isDevicesAddress(path)) return 'an address'
  const place = ownPlaces.get(pattern(path))
  return place !== undefined && (place.is?.(held, shown) ?? true) ? place.what : undefined
}

function isDevicesAddress(path: Path): boolean {
  const [first, , third] = path
  return (
    first === 'devices' && path.at(-1) === 'address' && path.length === (typeof third === 'number' ? 4 : 3)
  )
}

function isAt(path: Path, place: string): boolean {
  return pattern(path) === place
}

function pattern(path: Path): string {
  return path.map((segment) => (typeof segment === 'number' ? '*' : segment)).join('.')
}
