/** What no family has read: kept for QEMU as it is, so that nothing of a command line is lost. */
import type { Domain } from '../../domain/index.ts'
import { isRecord } from '../../table/index.ts'
import { nicWords } from '../network/nic-words.ts'
import { defaultModel } from '../network/read-interfaces.ts'
import type { OptionInHand, ReadDevice, Reading } from '../reading/index.ts'
import type { Pair } from '../words/command-options.ts'
import { doubleCommas } from '../words/options.ts'
import { isOn, propertyKind, wholeNumber } from '../words/property-kinds.ts'
import { keptDevice } from './kept-devices.ts'

/** Options that QEMU merges when they are there twice: what is left of one is said by another one. `qemu-config.c`, `vl.c`. */
const merged = new Set(['machine', 'M', 'm', 'rtc', 'boot', 'smp', 'name', 'msg', 'icount', 'spice'])

type Override = NonNullable<Domain['qemu_overrides']>[number]

/** One thing that is kept, and the option that it is of. */
export interface Kept {
  readonly option: OptionInHand
  readonly as: 'argument' | 'override'
  /** What is kept, as a person reads it. */
  readonly text: string
}

export interface Leftovers {
  /** Devices of the Domain: those with a property left have an alias. */
  readonly devices: readonly ReadDevice[]
  readonly arguments: readonly string[]
  readonly overrides: readonly Override[]
  readonly kept: readonly Kept[]
}

/** Goes through all that the families have left. */
export function leftoversOf(reading: Reading): Leftovers {
  const { options, read } = reading
  const whole = new Set<OptionInHand>()
  for (const device of read) if (isWhole(device)) for (const option of device.options) whole.add(option)
  const devices: ReadDevice[] = []
  const overrides: Override[] = []
  const all: Kept[] = []
  const aliases = new Set<string>()
  const aliasOf = new Map<OptionInHand, string>()
  for (const device of read) {
    const [main] = device.options
    if (isWhole(device)) continue
    const own = ownAlias(device.item)
    if (main !== undefined && own !== undefined) aliasOf.set(main, own)
    if (main === undefined || main.rest.length === 0 || merged.has(main.name)) devices.push(device)
    else {
      const alias = freeAlias(main.written.pairs.find(([key]) => key === 'id')?.[1] ?? device.list, aliases)
      aliasOf.set(main, alias)
      devices.push({ ...device, item: { ...device.item, alias: { name: alias } } })
      const driver = main.written.pairs.find(([key]) => key === 'driver')?.[1] ?? ''
      overrides.push({ alias, properties: main.rest.map((pair) => propertyOf(driver, pair)) })
      all.push({ option: main, as: 'override', text: textOf(main.name, main.rest) })
    }
  }
  const words: string[] = []
  const grouped = new Set(read.flatMap((device) => device.options))
  for (const option of options) {
    const left = whole.has(option)
      ? wholeWords(reading, option)
      : grouped.has(option) && !merged.has(option.name)
        ? []
        : wordsLeft(reading, option)
    if (left.length === 0) continue
    const isKept = (one: OptionInHand) => whole.has(one) || !grouped.has(one)
    for (const [index, word] of left.entries()) {
      const isDevice = left[index - 1] === '-device'
      words.push(isDevice ? keptDevice(reading, word, isKept, (one) => aliasOf.get(one)) : word)
    }
    all.push({ option, as: 'argument', text: left.join(' ') })
  }
  return { devices, arguments: words, overrides, kept: all }
}

function ownAlias(item: object): string | undefined {
  const alias = 'alias' in item && isRecord(item.alias) ? item.alias['name'] : undefined
  return typeof alias === 'string' ? alias : undefined
}

/**
 * Only a device with a `-device` of its own can have the rest of it overridden, and only one whose bus libvirt knows: it
 * would make the device before those that are kept.
 */
function isWhole({ options }: ReadDevice): boolean {
  const [main, ...others] = options
  if (main?.rest.some(([key]) => key === 'bus') === true) return true
  if (others.some((option) => option.rest.length > 0)) return true
  return main !== undefined && main.rest.length > 0 && main.name !== 'device' && !merged.has(main.name)
}

/** What is left of an option that is no device's. */
function wordsLeft(reading: Reading, option: OptionInHand): readonly string[] {
  const { isRead, rest, written } = option
  const { name, words, pairs } = written
  if (rest.length === pairs.length && !isRead && !(pairs.length === 0 && words.length === 0))
    return wholeWords(reading, option)
  if (rest.length === 0) return []
  return merged.has(name) ? [words[0] ?? `-${name}`, keyValue(rest)] : wholeWords(reading, option)
}

/** Word for word, but for `-nic`. */
function wholeWords(reading: Reading, { name, written }: OptionInHand): readonly string[] {
  if (name !== 'nic') return written.words
  const number = reading.options
    .filter((option) => option.name === 'nic')
    .findIndex((one) => one.written === written)
  return nicWords(written, defaultModel(reading), number) ?? written.words
}

function textOf(name: string, pairs: readonly Pair[]): string {
  return `-${name} …,${keyValue(pairs)}`
}

function keyValue(pairs: readonly Pair[]): string {
  return pairs.map(([key, value]) => `${key}=${doubleCommas(value)}`).join(',')
}

/** libvirt writes JSON, in which a value has its kind. */
function propertyOf(driver: string, [name, value]: Pair): NonNullable<Override['properties']>[number] {
  const kind = propertyKind(driver, name, value)
  if (kind === 'switch') return { name, type: 'bool', value: String(isOn(value)) }
  if (kind === 'text') return { name, type: 'string', value }
  return { name, type: value.startsWith('-') ? 'signed' : 'unsigned', value: wholeNumber(value) }
}

/** libvirt takes an alias of the author's when it begins with `ua-`; letters, digits, - and _ follow. */
function freeAlias(id: string, taken: Set<string>): string {
  const bare = `ua-${id.replace(/^ua-/, '').replaceAll(/[^\w-]/g, '-')}`
  let alias = bare
  for (let count = 2; taken.has(alias); count += 1) alias = `${bare}-${count}`
  taken.add(alias)
  return alias
}
