/** The keys of an option to the device that they say. The way back of write.ts. */
import { isRecord, type UnknownRecord } from '../../table/index.ts'
import { ownValue, setOwn } from '../../text/index.ts'
import { onOff } from '../properties/codec.ts'
import { entriesOf, type Properties } from '../properties/property.ts'
import type { OptionValue } from '../words/options.ts'
import type { OptionInHand } from './option-in-hand.ts'

/** An option, or part of one. */
type Taken = Pick<OptionInHand, 'peek' | 'takeAs'>

/** Takes what the fields of a table say; a value that the Domain has no word for stays. */
export function takeProperties<T extends object>(option: Taken, table: Properties<T>): T
export function takeProperties(option: Taken, table: Properties<never>): object {
  const taken: Record<string, unknown> = {}
  const parts = partsIn(option, table)
  for (const [key, property] of entriesOf(table)) {
    if (property.kind !== 'field') continue
    const { field, codec, whole, usual, alsoReadAs = [] } = property
    if (whole !== undefined && parts.has(whole)) continue
    const value = option.takeAs((text) => codec.parse(text), ...spellings(key), ...alsoReadAs)
    if (value !== undefined && value !== usual) setAt(taken, field, value)
  }
  return taken
}

/** Takes the keys that say what follows from the device anyway. */
export function dropDerived<T extends object>(option: OptionInHand, table: Properties<T>, device: T): void {
  for (const [key, property] of entriesOf(table)) {
    if (property.kind !== 'derived') continue
    const value = property.derive(device)
    option.takeAs((text) => (isSame(text, value) ? true : undefined), ...spellings(key))
  }
}

/** QEMU takes a dash for an underscore where a property has one. */
function spellings(key: string): readonly string[] {
  return key.includes('_') ? [key, key.replaceAll('_', '-')] : [key, key.replaceAll('-', '_')]
}

/** The wholes of which something is missing. */
function partsIn(option: Taken, table: Properties<never>): ReadonlySet<string> {
  const parts = new Set<string>()
  for (const [key, one] of entriesOf(table))
    if (one.kind === 'field' && one.whole !== undefined && option.peek(key) === undefined)
      parts.add(one.whole)
  return parts
}

function isSame(text: string, value: OptionValue): boolean {
  return typeof value === 'boolean' ? onOff.parse(text) === value : text === String(value)
}

function setAt(
  device: Record<string, unknown>,
  [first = '', ...deeper]: readonly string[],
  value: unknown,
): void {
  const before = ownValue(device, first)
  const inner: Record<string, unknown> = isRecord(before) ? { ...before } : {}
  if (deeper.length > 0) setAt(inner, deeper, value)
  setOwn<unknown>(device, first, deeper.length > 0 ? inner : isRecord(value) ? { ...inner, ...value } : value)
}

/** Two parts of a device as one, map by map; what the second says wins, and a map of nothing says nothing. */
export function joined<T extends object>(one: T, other: T): T
export function joined(one: UnknownRecord, other: UnknownRecord): UnknownRecord {
  const both: Record<string, unknown> = { ...one }
  for (const [key, value] of Object.entries(other)) {
    if (saysNothing(value)) continue
    const before = ownValue(both, key)
    setOwn<unknown>(both, key, isRecord(before) && isRecord(value) ? joined(before, value) : value)
  }
  return both
}

function saysNothing(value: unknown): boolean {
  return isRecord(value) ? Object.values(value).every(saysNothing) : value === undefined
}
