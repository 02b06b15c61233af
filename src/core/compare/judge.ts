/** One difference judged: by what libvirt can change in a VM that runs, in its definition, or only in a new one. */
import { type Domain, devices as deviceTables } from '../domain/index.ts'
import type { Change, Path } from '../finding.ts'
import { valueAt } from '../path.ts'
import { applyChanges } from '../spec/index.ts'
import { innerShape, isRecord, writeXml } from '../table/index.ts'
import { ownValue } from '../text/index.ts'
import { commandWithXml } from './commands.ts'
import { type DeviceFacts, deviceFacts } from './device-facts.ts'
import type { Context, Difference, Group } from './difference.ts'
import { isDevice, pattern } from './place-in-domain.ts'
import { type SettingChange, settingFacts } from './setting-facts.ts'
import { deviceWords, partOf, placeWords } from './words.ts'

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

/** A difference that takes a new definition. @param why as the rest of a sentence */
export function anewFor(
  group: Group,
  context: Context,
  why = 'libvirt has no command for it alone',
): Difference {
  return { ...said(group, context), how: 'new definition', why, commands: [] }
}

/** When a difference is in force, and the commands that make it. */
export function judge(group: Group, context: Context): Difference {
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

export const whyBootsPlace = 'libvirt takes no boot order of a device beside that of <os>'

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
