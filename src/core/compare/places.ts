/** Where two Domains differ, place by place, and what of it does not matter. */

import { complete } from '../complete/index.ts'
import { type Domain, domain as shape } from '../domain/index.ts'
import type { Path } from '../finding.ts'
import { defaultHost, type HostFacts } from '../host/index.ts'
import { sameValue } from '../lift/index.ts'
import { valueAt } from '../path.ts'
import { isInOtherWords, isWrittenByLibvirt, libvirtsOwn, matchItems } from '../put/index.ts'
import { type Field, isRecord, shapeAt } from '../table/index.ts'
import { ownValue } from '../text/index.ts'
import { parseXmlFragment, type XmlNode } from '../xml/index.ts'
import { asDefined } from './as-defined.ts'
import { sameDevices } from './same-device.ts'

/** One place where they differ. */
export interface Place {
  /** In the first Domain; undefined for what belongs to a device that it has not. */
  readonly from: Path | undefined
  /** In the second one, likewise. */
  readonly to: Path | undefined
  readonly before: unknown
  readonly after: unknown
}

/** A place where they are written otherwise and mean the same. */
export interface LeftAside {
  /** In the second Domain where it is there, else in the first. */
  readonly path: Path
  /** Why it is no difference, as a sentence. */
  readonly why: string
}

export interface Compared {
  /** Both as they would be defined. */
  readonly before: Domain
  readonly after: Domain
  readonly places: readonly Place[]
  readonly leftAside: readonly LeftAside[]
}

/** What one of the two Domains is known by while they are walked. */
interface Side {
  readonly domain: Domain
  readonly isLibvirts: boolean
  /** As libvirt would run it; asked only where one of them says more. */
  readonly completed: () => Domain
}

interface Walk {
  readonly before: Side
  readonly after: Side
  readonly places: Place[]
  readonly leftAside: LeftAside[]
}

/** @param host whose architecture it is when a Domain says none */
export function comparePlaces(before: Domain, after: Domain, host: HostFacts = defaultHost): Compared {
  const first = asDefined(before, after)
  const second = asDefined(after, before)
  const walk: Walk = {
    before: sideOf(first.domain, host),
    after: sideOf(second.domain, host),
    places: [],
    leftAside: [...second.left, ...first.left].map(({ path, what }) => ({
      path,
      why: `It is ${what}, which no definition needs.`,
    })),
  }
  compareMaps(first.domain, second.domain, [], [], walk)
  return {
    before: first.domain,
    after: second.domain,
    places: walk.places,
    leftAside: walk.leftAside,
  }
}

function sideOf(domain: Domain, host: HostFacts): Side {
  let completed: Domain | undefined
  return {
    domain,
    isLibvirts: isWrittenByLibvirt(domain),
    completed: () => {
      completed ??= complete({ domain, host }).domain
      return completed
    },
  }
}

/** Both paths are known here: the two values belong to one device, or to none. */
function compare(before: unknown, after: unknown, from: Path, to: Path, walk: Walk): void {
  if (sameValue(before, after)) return
  if (isInOtherWords(before, after, to) || isInOtherWords(after, before, to)) return
  if (to.at(-1) === '$rest') compareRest(before, after, from, to, walk)
  else if (isDeviceList(to)) compareDevices(listOf(before), listOf(after), from, to, walk)
  else if (before === undefined || after === undefined) compareMissing(before, after, from, to, walk)
  else if (isRecord(before) && isRecord(after)) compareMaps(before, after, from, to, walk)
  else if (Array.isArray(before) && Array.isArray(after)) compareLists(before, after, from, to, walk)
  else if (!isSameNumber(before, after)) walk.places.push({ from, to, before, after })
}

function compareMaps(
  before: Readonly<Record<string, unknown>> | Domain,
  after: Readonly<Record<string, unknown>> | Domain,
  from: Path,
  to: Path,
  walk: Walk,
): void {
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)]))
    compare(ownValue(before, key), ownValue(after, key), [...from, key], [...to, key], walk)
}

/** Numbers of hardware have several spellings: 0x01, 0x1. */
function isSameNumber(before: unknown, after: unknown): boolean {
  const hex = /^0x[0-9a-f]+$/i
  return (
    typeof before === 'string' &&
    typeof after === 'string' &&
    hex.test(before) &&
    hex.test(after) &&
    Number(before) === Number(after)
  )
}

/** A list that is one value, as the order of the kinds of device that are booted from. */
function compareLists(
  before: readonly unknown[],
  after: readonly unknown[],
  from: Path,
  to: Path,
  walk: Walk,
): void {
  const inside: Walk = { ...walk, places: [], leftAside: [] }
  const pairs = matchItems(before, after)
  const gone = [...before.keys()].filter((index) => !pairs.includes(index))
  for (const [index, item] of after.entries()) {
    const was = pairs[index]
    compare(
      was === undefined ? undefined : before[was],
      item,
      [...from, was ?? index],
      [...to, index],
      inside,
    )
  }
  for (const index of gone) compare(before[index], undefined, [...from, index], [...to, index], inside)
  const inOrder = pairs.filter((index) => index !== undefined)
  const moved = inOrder.some((index, place) => index < (inOrder[place - 1] ?? 0))
  if (inside.places.length > 0 || (moved && ordered.has(pattern(to))))
    walk.places.push({ from, to, before: orNothing(before), after: orNothing(after) })
  else if (moved)
    walk.leftAside.push({ path: to, why: 'It is the same in another order, which means nothing.' })
  if (inside.places.length === 0) walk.leftAside.push(...inside.leftAside)
}

function orNothing(list: readonly unknown[]): readonly unknown[] | undefined {
  return list.length === 0 ? undefined : list
}

function isListOfMaps(held: unknown): boolean {
  return Array.isArray(held) && held.length > 0 && held.every(isRecord)
}

/** Lists whose order says something. */
const ordered: ReadonlySet<string> = new Set([
  'os.boot',
  'os.initargs',
  'os.loader_args',
  'qemu_arguments',
  'devices.redirfilter.rules',
])

function compareDevices(
  before: readonly unknown[],
  after: readonly unknown[],
  from: Path,
  to: Path,
  walk: Walk,
): void {
  const pairs = sameDevices(String(to.at(-1)), before, after)
  for (const [index, item] of after.entries()) {
    const was = pairs[index]
    if (was !== undefined) compare(before[was], item, [...from, was], [...to, index], walk)
    else compareMissing(undefined, item, undefined, [...to, index], walk)
  }
  for (const [index, item] of before.entries())
    if (!pairs.includes(index)) compareMissing(item, undefined, [...from, index], undefined, walk)
  const inOrder = pairs.filter((index) => index !== undefined)
  if (inOrder.some((index, place) => index < (inOrder[place - 1] ?? 0)))
    walk.leftAside.push({
      path: to,
      why: 'The same devices stand in another order; each is known by what it is.',
    })
}

/** Only one of them says it. */
function compareMissing(
  before: unknown,
  after: unknown,
  from: Path | undefined,
  to: Path | undefined,
  walk: Walk,
): void {
  const path = to ?? from ?? []
  const held = after ?? before
  const [says, silent] = after === undefined ? [walk.before, walk.after] : [walk.after, walk.before]
  const at = (after === undefined ? from : to) ?? path
  const why = whyNothing(held, at, says, silent)
  if (why !== undefined) {
    walk.leftAside.push({ path, why })
    return
  }
  if (isListOfMaps(held) && from !== undefined && to !== undefined) {
    compareLists(listOf(before), listOf(after), from, to, walk)
    return
  }
  if (isDevice(at) || isEmpty(held) || !isRecord(held) || from === undefined || to === undefined) {
    walk.places.push({ from, to, before, after })
    return
  }
  // Some of what is in it may be libvirt's own.
  for (const [key, value] of Object.entries(held)) {
    if (value === undefined) continue
    if (after === undefined) compare(value, undefined, [...from, key], [...to, key], walk)
    else compare(undefined, value, [...from, key], [...to, key], walk)
  }
}

function isEmpty(held: unknown): boolean {
  return isRecord(held) && Object.values(held).every((value) => value === undefined)
}

/** Why it does not matter that only one of them says it; undefined when it does. */
function whyNothing(held: unknown, path: Path, says: Side, silent: Side): string | undefined {
  if (saysNothing(held)) return 'It says nothing.'
  const own = says.isLibvirts ? libvirtsOwn(held, path, silent.domain) : undefined
  if (own !== undefined) return `libvirt adds ${own} by itself.`
  if (libvirtFillsIn(held, path, says.domain)) return 'It is what libvirt takes where nothing is said.'
  if (says.isLibvirts && isFirstSerialPort(held, path, silent.domain))
    return 'It is the first serial port, which is a console as well.'
  return isInCompleted(held, path, says, silent) ? 'libvirt adds the same to the other one.' : undefined
}

/** libvirt writes a console for the first serial port (virDomainDefAddConsoleCompat). */
function isFirstSerialPort(held: unknown, path: Path, { devices }: Domain): boolean {
  const [first] = devices?.serial ?? []
  return (
    pattern(path) === 'devices.console.*' &&
    path[2] === 0 &&
    first !== undefined &&
    valueAt(held, ['type']) === first.type &&
    ['serial', undefined].some((type) => valueAt(held, ['target', 'type']) === type)
  )
}

function fieldAt(path: Path): Field | undefined {
  const key = path.at(-1)
  return typeof key === 'string' ? ownValue(shapeAt(shape, path.slice(0, -1)), key) : undefined
}

/** An element by itself may say much: `<apic/>`. A list without items never does. */
function saysNothing(held: unknown): boolean {
  return Array.isArray(held) && held.length === 0
}

/** Values that libvirt takes where nothing is said, and writes; the defaults of the tables are those of a design. */
function libvirtFillsIn(held: unknown, path: Path, domain: Domain): boolean {
  const place = ownValue(filledIn, pattern(path))
  if (place === undefined) return false
  return place.some((value) => sameValue(value, held)) && !isRefused(path, domain)
}

const filledIn: Readonly<Record<string, readonly unknown[]>> = {
  'devices.disks.*.driver.name': ['qemu'],
  'devices.disks.*.driver.type': ['raw'],
  'devices.disks.*.device': ['disk'],
  'devices.console.*.target': [{ type: 'serial', port: 0 }],
  'devices.console.*.target.port': [0],
  'devices.console.*.target.type': ['serial'],
  'devices.serial.*.target.port': [0, 1, 2, 3],
  'devices.serial.*.target.model': ['usb-serial', 'pci-serial', 'isa-debugcon'],
  'devices.parallel.*.target.port': [0, 1, 2],
  'devices.channels.*.source.mode': ['bind'],
  'devices.rng.*.backend.model': ['random'],
  'devices.filesystems.*.accessmode': ['passthrough'],
  'devices.filesystems.*.driver.type': ['path'],
  'devices.inputs.*.bus': ['usb', 'ps2'],
  'devices.channels.*.target_type': ['virtio'],
  'devices.watchdog.*.action': ['reset'],
  'clock.offset': ['utc'],
  on_poweroff: ['destroy'],
  on_reboot: ['restart'],
  on_crash: ['destroy'],
  'os.boot': [[{ dev: 'hd' }]],
  'vcpu.placement': ['static'],
  'os.arch': ['x86_64'],
}

function isRefused(path: Path, { os }: Domain): boolean {
  return pattern(path) === 'os.arch' && os?.arch !== 'x86_64'
}

/** libvirt would add the same to the one that does not say it. */
function isInCompleted(held: unknown, path: Path, says: Side, silent: Side): boolean {
  const list = path.slice(0, 2)
  if (path.length < 2 || path[0] !== 'devices') return false
  if (!isDeviceList(list) || path.length === 2)
    return sameValue(withoutPlace(valueAt(silent.completed(), path)), withoutPlace(held))
  const given = listOf(valueAt(silent.domain, list))
  const completed = listOf(valueAt(silent.completed(), list))
  if (path.length > 3) {
    const pairs = sameDevices(String(path[1]), given, listOf(valueAt(says.domain, list)))
    const index = pairs[Number(path[2])]
    return index !== undefined && sameValue(valueAt(completed[index], path.slice(3)), held)
  }
  if (path[1] === 'controllers') {
    const added = completed.slice(given.length)
    return matchControllers(added, held)
  }
  return completed.slice(given.length).some((item) => sameValue(withoutPlace(item), withoutPlace(held)))
}

/** A controller without anything that a person says of it. */
function matchControllers(added: readonly unknown[], held: unknown): boolean {
  if (!isRecord(held)) return false
  return added.some(
    (item) =>
      isRecord(item) &&
      item['type'] === held['type'] &&
      (held['index'] === undefined || item['index'] === held['index']) &&
      Object.entries(held).every(
        ([key, value]) =>
          ['type', 'index', 'address', 'target', 'pci_model'].includes(key) ||
          value === undefined ||
          sameValue(ownValue(item, key), value),
      ),
  )
}

function withoutPlace(item: unknown): unknown {
  if (!isRecord(item)) return item
  const { address: _, ...others } = item
  return others
}

/** XML that the tables do not know. */
function compareRest(before: unknown, after: unknown, from: Path, to: Path, walk: Walk): void {
  if (!sameValue(meaningOf(before), meaningOf(after))) walk.places.push({ from, to, before, after })
  else walk.leftAside.push({ path: to, why: 'Only comments, blanks, spelling or order differ.' })
}

/** What a `$rest` says beside comments and spelling. */
function meaningOf(rest: unknown): unknown {
  if (!isRecord(rest)) return undefined
  const { attributes, children, inside } = rest
  const texts = listOf(children)
    .map((child) => (isRecord(child) ? String(child['xml']) : ''))
    .filter((xml) => !xml.startsWith('<!--') && xml.trim() !== '')
    .map(meaningOfXml)
  const said = isRecord(inside)
    ? Object.fromEntries(
        Object.entries(inside)
          .map(([key, value]) => [key, meaningOf(value)] as const)
          .filter(([, value]) => value !== undefined),
      )
    : {}
  // Where a namespace is declared says nothing.
  const named = listOf(attributes)
    .map((attribute) => JSON.stringify(attribute))
    .filter((attribute) => !attribute.startsWith('["xmlns'))
  if (texts.length === 0 && named.length === 0 && Object.keys(said).length === 0) return undefined
  return { attributes: named.sort(), texts, inside: said }
}

/** libvirt writes what it keeps in quotes and an indent of its own. */
function meaningOfXml(xml: string): string {
  const { elements, findings } = parseXmlFragment(xml)
  const [element, another] = elements
  return element === undefined || another !== undefined || findings.length > 0
    ? xml.replaceAll(/\s+/g, ' ')
    : meaningOfNode(element)
}

function meaningOfNode(node: XmlNode): string {
  if (node.kind === 'text' || node.kind === 'cdata') return JSON.stringify(node.text.trim())
  if (node.kind !== 'element') return ''
  const attributes = node.attributes.map(({ name, value }) => JSON.stringify([name, value])).sort()
  const inside = node.children.map(meaningOfNode).filter((text) => text !== '' && text !== '""')
  return `<${node.name} ${attributes.join(' ')}>${inside.join('')}</>`
}

function listOf(held: unknown): readonly unknown[] {
  return Array.isArray(held) ? held : []
}

/** `devices.disks` */
function isDeviceList(path: Path): boolean {
  return path.length === 2 && path[0] === 'devices' && fieldAt(path)?.kind === 'list'
}

/** A device of a list, or one that there is at most one of. */
export function isDevice(path: Path): boolean {
  if (path[0] !== 'devices' || path[1] === 'emulator' || path[1] === '$rest') return false
  return typeof path[2] === 'number' ? path.length === 3 : path.length === 2
}

export function pattern(path: Path): string {
  return path.map((segment) => (typeof segment === 'number' ? '*' : segment)).join('.')
}
