/** Two Domains compared: what differs in words, when a change is in force, and the commands that make it. */
import { type Domain, devices as deviceTables, renderXmlText } from '../domain/index.ts'
import type { Change, Path } from '../finding.ts'
import type { HostFacts } from '../host/index.ts'
import { readDomainXml } from '../lift/index.ts'
import { valueAt } from '../path.ts'
import { applyChanges } from '../spec/index.ts'
import { innerShape, isRecord, writeXml } from '../table/index.ts'
import { ownValue } from '../text/index.ts'
import { isRunning } from './as-defined.ts'
import { commandWithXml, comment, compareAgain, virsh, virtXml } from './commands.ts'
import { type DeviceFacts, deviceFacts } from './device-facts.ts'
import { freePciPorts } from './free-ports.ts'
import { comparePlaces, isDevice, type LeftAside, type Place, pattern } from './places.ts'
import { type How, type SettingChange, settingFacts } from './setting-facts.ts'
import { joined, type VirtXmlEdit, virtXmlEdits } from './virt-xml.ts'
import { deviceWords, partOf, placeWords } from './words.ts'

export type { How, LeftAside }

/** One setting or one device that differs. */
export interface Difference {
  /** The part of the VM: 'Disks', 'Memory'. */
  readonly part: string
  /** Of the setting or device: in the second Domain where it is there, else in the first. */
  readonly path: Path
  /** 'disk vda cache none → writeback'. */
  readonly words: string
  /** Each place that differs: one, or those of a device. */
  readonly places: readonly Place[]
  readonly how: How
  /** Why it does not go live, as the rest of a sentence; undefined when it does. */
  readonly why: string | undefined
  /** Shell commands that change just this; none where it takes the new definition. */
  readonly commands: readonly string[]
}

export interface Comparison {
  readonly differences: readonly Difference[]
  readonly leftAside: readonly LeftAside[]
  /** Both as they are compared, as XML. */
  readonly xml: { readonly before: string; readonly after: string }
  /** All commands in the order in which they make the first Domain the second one; '' where nothing differs. */
  readonly script: string
}

export interface CompareOptions {
  readonly host?: HostFacts | undefined
  /** The connection that the commands name: `qemu:///system`. That of the person's settings when left out. */
  readonly uri?: string | undefined
  /** Puts the design into the XML of a new definition: without it a definition loses the one that it held. */
  readonly storing?: ((xml: string) => string) | undefined
  /** How the person calls the second Domain, for the command that compares again: `web.yml`. */
  readonly wanted?: string | undefined
}

/**
 * Compares two Domains. What libvirt adds by itself to the one that it wrote, and what only a running VM has, is left
 * aside; devices are matched by what they are.
 *
 * @param before what is there: of a VM that runs (`virsh dumpxml`), of its definition (`--inactive`), or of a design
 * @param after what it is to be
 */
export function compare(before: Domain, after: Domain, options: CompareOptions = {}): Comparison {
  const original = asRead(before)
  const compared = comparePlaces(original, asRead(after), options.host)
  const running = isRunning(before)
  const groups = grouped(compared.places)
  const context: Context = {
    original,
    before: compared.before,
    after: compared.after,
    running,
    say: virsh(options.uri),
    edit: virtXml(options.uri),
    name: before.name ?? '',
    freePorts: running ? freePciPorts(compared.before) : Number.POSITIVE_INFINITY,
  }
  // A VM keeps its UUID: with another one it is another VM, defined anew.
  const isOther = groups.some(({ path }) => pattern(path) === 'uuid')
  const judged = groups.map((group) => (isOther ? anewFor(group, context) : judge(group, context)))
  const anew = groups.filter((_, index) => judged[index]?.how === 'new definition')
  const all = isOther ? undefined : virtXmlEdits(anew, original, context.after)
  const told = all === undefined ? judged : judged.map(toldBy(anew, all, groups, context))
  const edits = { all: all ?? [], differences: new Set(told.filter((one, index) => one !== judged[index])) }
  const differences = told.toSorted((one, other) => orderOf(one) - orderOf(other))
  return {
    differences,
    leftAside: compared.leftAside,
    xml: { before: renderXmlText(compared.before), after: renderXmlText(compared.after) },
    script: differences.length === 0 ? '' : scriptOf(differences, edits, context, isOther, options),
  }
}

/** What virt-xml does, and the differences that it makes. */
interface Edits {
  readonly all: readonly VirtXmlEdit[]
  readonly differences: ReadonlySet<Difference>
}

/** The difference with the line of virt-xml that makes it, where it has one. */
function toldBy(
  anew: readonly Group[],
  edits: readonly VirtXmlEdit[],
  groups: readonly Group[],
  { edit, name }: Context,
): (difference: Difference, index: number) => Difference {
  return (difference, index) => {
    const group = groups[index]
    const found = group === undefined ? -1 : anew.indexOf(group)
    if (found < 0) return difference
    const lines = joined(edits.slice(found, found + 1)).map((one) => edit(name, one))
    return { ...difference, how: 'restart', why: 'a running VM keeps it as it started', commands: lines }
  }
}

/** The shape that reading gives: a design has shorter ways to say some of it. */
function asRead(domain: Domain): Domain {
  return readDomainXml(renderXmlText(domain)).domains[0]?.domain ?? domain
}

interface Context {
  /** The first Domain with all that a running one has. */
  readonly original: Domain
  readonly before: Domain
  readonly after: Domain
  readonly running: boolean
  readonly say: ReturnType<typeof virsh>
  readonly edit: ReturnType<typeof virtXml>
  readonly name: string
  /** PCIe root ports that a device may be plugged into; each takes one. */
  freePorts: number
}

/** What is changed together: the places of one device, or one place. */
interface Group {
  readonly path: Path
  readonly from: Path | undefined
  readonly to: Path | undefined
  readonly places: readonly Place[]
}

function grouped(places: readonly Place[]): readonly Group[] {
  const groups = new Map<
    string,
    { path: Path; from: Path | undefined; to: Path | undefined; places: Place[] }
  >()
  for (const place of places) {
    const from = place.from && unitOf(place.from)
    const to = place.to && unitOf(place.to)
    const path = to ?? from ?? []
    const key = JSON.stringify([from ?? null, to ?? null])
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { path, from, to, places: [place] })
    else group.places.push(place)
  }
  return [...groups.values()]
}

/** The path of the device that it belongs to, or its own. */
function unitOf(path: Path): Path {
  for (let length = 2; length <= Math.min(3, path.length); length += 1) {
    const start = path.slice(0, length)
    if (isDevice(start) && !(length === 2 && typeof path[2] === 'number')) return start
  }
  return path
}

function orderOf({ path }: Difference): number {
  const index = Object.keys(settingFacts).indexOf(pattern(path))
  return path[0] === 'devices' ? 1000 : index < 0 ? 999 : index
}

function said(
  { path, places, from, to }: Group,
  context: Context,
): Pick<Difference, 'part' | 'path' | 'words' | 'places'> {
  const { before, after } = context
  const words = isDevice(path)
    ? deviceWords(from, to, places, before, after)
    : places.map((place) => placeWords(place, before, after)).join(', ')
  return { part: partOf(path), path, words, places }
}

function anewFor(group: Group, context: Context, why = 'libvirt has no command for it alone'): Difference {
  return { ...said(group, context), how: 'new definition', why, commands: [] }
}

function judge(group: Group, context: Context): Difference {
  return isDevice(group.path) ? judgeDevice(group, context) : judgeSetting(group, context)
}

function judgeSetting(group: Group, context: Context): Difference {
  const key = pattern(group.path)
  if (key === 'name')
    return {
      ...said(group, context),
      how: 'restart',
      why: 'a VM is renamed while it is off',
      commands: [context.say('domrename', context.name, context.after.name ?? '')],
    }
  const [place] = group.places
  const setting = ownValue(settingFacts, key)
  const change = setting?.({
    before: context.before,
    after: context.after,
    was: place?.before,
    wanted: place?.after,
  })
  return change === undefined ? anewFor(group, context) : settingDifference(group, change, context)
}

function settingDifference(group: Group, change: SettingChange, context: Context): Difference {
  const flags = context.running && change.how === 'live' ? ['--live', '--config'] : ['--config']
  const commands = change.commands.map(([command, ...words]) => {
    // What follows --new-desc is the text.
    const at = words.indexOf('--new-desc')
    return at < 0
      ? context.say(command, context.name, ...words, ...flags)
      : context.say(command, context.name, ...flags, ...words)
  })
  return { ...said(group, context), how: change.how, why: change.why, commands }
}

function judgeDevice(group: Group, context: Context): Difference {
  const kind = String(group.path[1])
  const facts = ownValue<DeviceFacts>(deviceFacts, kind)
  if (facts === undefined) return anewFor(group, context)
  const before = group.from && valueAt(context.before, group.from)
  const after = group.to && valueAt(context.after, group.to)
  if (before === undefined) return plugged('attach-device', after, group, facts, context)
  if (after === undefined) return plugged('detach-device', before, group, facts, context)
  return changed(before, group, facts, context)
}

function plugged(
  command: 'attach-device' | 'detach-device',
  device: unknown,
  group: Group,
  facts: DeviceFacts,
  context: Context,
): Difference {
  if (command === 'attach-device' && takesBootsPlace(device, context))
    return anewFor(group, context, whyBootsPlace)
  if (!facts.inDefinition(device) || isPciBus(device))
    return anewFor(group, context, facts.whyNotLive(device))
  const why =
    facts.whyNotLive(device) ?? (command === 'attach-device' ? noPort(device, facts, context) : undefined)
  const kind = String(group.path[1])
  const isLive = context.running && why === undefined
  const once = () => [withXml(command, kind, device, isLive ? ['--live', '--config'] : ['--config'], context)]
  // The running VM knows a channel by the socket that libvirt made for it, which its definition has not.
  const asItRuns = command === 'detach-device' && kind === 'channels' && group.from
  const twice = (path: Path) => [
    withXml(command, kind, valueAt(context.original, path), ['--live'], context),
    withXml(command, kind, device, ['--config'], context),
  ]
  return {
    ...said(group, context),
    how: why === undefined ? 'live' : 'restart',
    why,
    commands: isLive && asItRuns ? twice(asItRuns) : once(),
  }
}

const whyBootsPlace = 'libvirt takes no boot order of a device beside that of <os>'

/** A device with a boot order, where `<os>` says one so far. */
function takesBootsPlace(device: unknown, { before }: Context): boolean {
  return valueAt(device, ['boot', 'order']) !== undefined && (before.os?.boot?.length ?? 0) > 0
}

/** Ports and bridges are numbered with the devices on them. */
function isPciBus(device: unknown): boolean {
  return valueAt(device, ['type']) === 'pci' && valueAt(device, ['index']) !== undefined
}

/** On PCIe a device is plugged into a free root port alone. */
function noPort(device: unknown, facts: DeviceFacts, context: Context): string | undefined {
  if (facts.needsPci?.(device) !== true || context.freePorts === Number.POSITIVE_INFINITY) return undefined
  if (facts.isConventional?.(device) === true)
    return hasPciBridge(context.before) ? undefined : 'the running VM has no PCI bridge for it'
  if (context.freePorts <= 0) return 'the running VM has no free PCIe root port for it'
  context.freePorts -= 1
  return undefined
}

function hasPciBridge({ devices }: Domain): boolean {
  return (devices?.controllers ?? []).some(({ model }) => String(model).includes('to-pci-bridge'))
}

function changed(before: unknown, group: Group, facts: DeviceFacts, context: Context): Difference {
  const kind = String(group.path[1])
  const merged = mergedDevice(before, group)
  if (takesBootsPlace(merged, context)) return anewFor(group, context, whyBootsPlace)
  const keys = group.places.map(({ from }) => pattern((from ?? []).slice(group.from?.length ?? 0)))
  const limits = kind === 'disks' ? ioLimits(merged, keys, context) : undefined
  if (limits !== undefined)
    return { ...said(group, context), how: 'live', why: undefined, commands: [limits] }
  const period = kind === 'memballoon' && keys.every((key) => key === 'stats.period')
  if (period && group.places[0] !== undefined)
    return judgeSetting({ ...group, path: ['devices', 'memballoon', 'stats', 'period'] }, context)
  const updated = facts.updatedLive?.(merged) ?? []
  const isLive = keys.every((key) => updated.some((start) => key === start || key.startsWith(`${start}.`)))
  if (facts.isUpdated === true) {
    const flags = context.running && isLive ? ['--live', '--config'] : ['--config']
    return {
      ...said(group, context),
      how: isLive ? 'live' : 'restart',
      why: isLive ? undefined : 'a running VM keeps it as it started',
      commands: [withXml('update-device', kind, merged, flags, context)],
    }
  }
  if (!facts.inDefinition(merged) || isPciBus(merged)) return anewFor(group, context)
  return {
    ...said(group, context),
    how: 'restart',
    why: 'a running VM keeps it as it started',
    commands: [
      withXml('detach-device', kind, before, ['--config'], context),
      withXml('attach-device', kind, merged, ['--config'], context),
    ],
  }
}

/** The device as it is, with what is wanted in the places that differ: it keeps its address. */
function mergedDevice(before: unknown, { from = [], places }: Group): unknown {
  const changes = places.map(
    (place): Change => ({ path: (place.from ?? []).slice(from.length), value: place.after }),
  )
  return applyChanges(before, changes)
}

/** What a disk may do is set by a command of its own: update-device refuses it while the VM runs. */
function ioLimits(disk: unknown, keys: readonly string[], context: Context): string | undefined {
  const target = valueAt(disk, ['target', 'dev'])
  if (
    typeof target !== 'string' ||
    !keys.every((key) => /^iotune\.(?:total|read|write)_(?:bytes|iops)_sec(?:_max)?$/.test(key))
  )
    return undefined
  const limits = valueAt(disk, ['iotune'])
  // All of them are said: those that are not said are set back.
  const words = keys.flatMap((key) => {
    const name = key.slice('iotune.'.length)
    return [`--${name.replaceAll('_', '-')}`, String(valueAt(limits, [name]) ?? 0)]
  })
  const flags = context.running ? ['--live', '--config'] : ['--config']
  return context.say('blkdeviotune', context.name, target, ...words, ...flags)
}

function withXml(
  command: string,
  kind: string,
  device: unknown,
  flags: readonly string[],
  context: Context,
): string {
  const line = context.say(command, context.name, '/dev/stdin', ...flags)
  return commandWithXml(line, deviceXml(kind, device))
}

function deviceXml(kind: string, device: unknown): string {
  const field = ownValue(deviceTables, kind)
  const shape = innerShape(field)
  if (field === undefined || shape === undefined || !('xml' in field) || !isRecord(device)) return ''
  return writeXml(String(field.xml), shape, device)
}

/** The first Domain with some of the differences made in it; what libvirt added to it stays. */
function definitionWith(differences: readonly Difference[], { before }: Context): Domain {
  let appended = 0
  const changes = differences.flatMap(({ places }) =>
    places.map(({ from, to, after }): Change => {
      // Behind all that are there, so that these keep their places.
      if (from === undefined && to !== undefined) {
        const list = to.slice(0, 2)
        const held = valueAt(before, list)
        const length = Array.isArray(held) ? held.length : 0
        appended += 1
        return { path: [...list, length + appended], value: after }
      }
      return { path: from ?? [], value: after }
    }),
  )
  const changed = applyChanges(before, changes)
  return differences.some(({ why }) => why === whyBootsPlace)
    ? applyChanges(changed, [{ path: ['os', 'boot'], value: undefined }])
    : changed
}

function scriptOf(
  differences: readonly Difference[],
  edits: Edits,
  context: Context,
  isOther: boolean,
  { wanted = 'DESIGN', storing = (xml) => xml }: CompareOptions,
): string {
  const { say, name, after, running } = context
  const anew = differences.filter(({ how }) => how === 'new definition')
  const isRenamed = ({ path }: Difference) => pattern(path) === 'name'
  const lines = joined(edits.all).map((one) => context.edit(name, one))
  const ready = differences.filter(
    (one) => one.how !== 'new definition' && !isRenamed(one) && !edits.differences.has(one),
  )
  const renaming = differences.filter((one) => one.how !== 'new definition' && isRenamed(one))
  const waits = differences.some(({ how }) => how !== 'live')
  const newName = after.name ?? name
  const blocks: string[] = []
  const definition = commandWithXml(
    say('define', '/dev/stdin'),
    storing(renderXmlText(definitionWith(anew, context))),
  )
  const off = [
    '# When it suits: what is left is in force once the VM was off.',
    say('shutdown', name),
    `until [ "$(${say('domstate', name)})" = 'shut off' ]; do sleep 1; done`,
  ].join('\n')
  if (anew.length > 0 && !isOther)
    blocks.push(`# ${anew.length === 1 ? 'What has' : 'All that has'} no command of its own.\n${definition}`)
  if (lines.length > 0)
    blocks.push(['# What virsh has no command for. virt-xml comes with virtinst.', ...lines].join('\n'))
  const block = ({ part, words, commands }: Difference) =>
    [`# ${comment(`${part}: ${words}`)}`, ...commands].join('\n')
  blocks.push(...ready.filter(({ commands }) => commands.length > 0).map(block))
  if (running && waits) blocks.push(off)
  if (isOther)
    blocks.push(
      `# Another UUID: another VM.\n${say('undefine', name, '--keep-nvram', '--keep-tpm')}\n${definition}`,
    )
  blocks.push(...renaming.map(block))
  if (running && waits) blocks.push(say('start', newName))
  blocks.push(
    `# Nothing is printed when they are equal.\n${say('dumpxml', newName, ...(running ? [] : ['--inactive']))} | ${compareAgain(wanted)}`,
  )
  return `${blocks.join('\n\n')}\n`
}
