/** An edit in a few words, as the undo button says it: 'memory 2048 → 2049 MiB'. */
import type { Path } from '../finding.ts'
import { startsWith, valueAt } from '../path.ts'
import { inSentence, labelAt, singular } from '../spec/index.ts'
import { isRecord } from '../table/index.ts'
import { differences, type Place } from './differences.ts'
import { matchItems } from './match-items.ts'

/**
 * What makes `after` of `before`, in words; undefined when both say the same.
 *
 * @param within where both stand in a design: `['libvirt']` for two Domains, nothing for two specs
 */
export function describeEdit(before: unknown, after: unknown, within: Path = []): string | undefined {
  const places = differences(before, after).filter(({ kind, path }) => kind !== 'spelling' && !isRest(path))
  const [first, ...others] = places
  if (first === undefined) return undefined
  const words =
    first.kind === 'list' ? listWords(first, before, within) : valueWords(first, before, after, within)
  return others.length === 0
    ? words
    : `${words} and ${others.length} more ${others.length === 1 ? 'change' : 'changes'}`
}

function isRest(path: Path): boolean {
  return path.includes('$rest')
}

function valueWords(place: Place, before: unknown, after: unknown, within: Path): string {
  const path = onlyValueBelow(place.path, place.wanted ?? valueAt(before, place.path))
  const what = nameOf(path, before, after, within)
  const [was, wanted] = [valueAt(before, path), valueAt(after, path)]
  if (wanted === undefined) return `remove ${what}`
  const isPlain = (value: unknown) => typeof value !== 'object'
  if (was === undefined) return isPlain(wanted) ? `${what} ${shortened(wanted)}` : `add ${what}`
  if (!isPlain(was) || !isPlain(wanted)) return `change ${what}`
  return `${what} ${arrow(String(was), String(wanted))}`
}

/** Of a title that is the first thing said of `libvirt` the title is told, not that there is a `libvirt` now. */
function onlyValueBelow(path: Path, held: unknown): Path {
  let below = path
  let inner = held
  while (isRecord(inner)) {
    const [[key, value] = [], another] = Object.entries(inner)
    if (key === undefined || another !== undefined) return path
    below = [...below, key]
    inner = value
  }
  return Array.isArray(inner) || inner === undefined ? path : below
}

/** `2048 MiB` and `2049 MiB` have one unit. */
export function arrow(was: string, now: string): string {
  const [, amount, unit] = /^(\S+) (\S+)$/.exec(was) ?? []
  return amount !== undefined && unit !== undefined && now.endsWith(` ${unit}`)
    ? `${amount} → ${now}`
    : `${shortened(was)} → ${shortened(now)}`
}

const mostLetters = 32

function shortened(value: unknown): string {
  const text = String(value).replaceAll(/\s+/g, ' ')
  return text.length <= mostLetters ? text : `${text.slice(0, mostLetters - 1)}…`
}

/** Words that say nothing without what they are of. */
const ofTheirParent = new Set(['value', 'type', 'name'])

/** 'memory', 'disk vda cache'. */
export function nameOf(path: Path, before: unknown, after: unknown, within: Path): string {
  const index = path.findIndex((segment) => typeof segment === 'number')
  const device = index < 0 ? [] : path.slice(0, index + 1)
  const item = valueAt(before, device) ?? valueAt(after, device)
  const of = index < 0 ? undefined : itemWords(device.slice(0, -1), item, within)
  let field = path
  while (field.length > device.length + 1 && ofTheirParent.has(String(field.at(-1))))
    field = field.slice(0, -1)
  if (startsWith(device, field)) return of ?? 'the design'
  const label = inSentence(labelAt([...within, ...field]) ?? String(field.at(-1)))
  return of === undefined ? label : `${of} ${label}`
}

/** 'disk vda'. */
export function itemWords(list: Path, item: unknown, within: Path): string {
  const noun = inSentence(singular(labelAt([...within, ...list]) ?? String(list.at(-1))))
  const known = [['target', 'dev'], ['alias', 'name'], ['name'], ['model', 'type'], ['model'], ['type']]
    .map((path) => valueAt(item, path))
    .find((value) => typeof value === 'string')
  return known === undefined ? noun : `${noun} ${shortened(known)}`
}

function listWords({ path, wanted }: Place, before: unknown, within: Path): string {
  const was: unknown = valueAt(before, path)
  const old: readonly unknown[] = Array.isArray(was) ? was : []
  const now: readonly unknown[] = Array.isArray(wanted) ? wanted : []
  const from = matchItems(old, now)
  const added = now.filter((_, index) => from[index] === undefined)
  const removed = old.filter((_, index) => !from.includes(index))
  const words = (items: readonly unknown[]) =>
    items.length === 1
      ? itemWords(path, items[0], within)
      : `${items.length} ${inSentence(labelAt([...within, ...path]) ?? String(path.at(-1)))}`
  if (added.length > 0 && removed.length > 0) return `replace ${words(removed)} by ${words(added)}`
  if (added.length > 0) return `add ${words(added)}`
  if (removed.length > 0) return `remove ${words(removed)}`
  return `reorder ${inSentence(labelAt([...within, ...path]) ?? String(path.at(-1)))}`
}
