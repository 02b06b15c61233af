/** Differences in words. */
import type { Domain } from '../domain/index.ts'
import type { Path } from '../finding.ts'
import { valueAt } from '../path.ts'
import { arrow, itemWords, nameOf } from '../put/index.ts'
import { inSentence, labelAt } from '../spec/index.ts'
import { isRecord, sizeInBytes, sizeText } from '../table/index.ts'
import type { Place } from './places.ts'

const within: Path = ['libvirt']

/** The part of the VM that a path of a Domain is in: 'Disks', 'Memory'. */
export function partOf(path: Path): string {
  const [first] = path
  if (first === 'name') return 'Name'
  if (first === undefined || path.includes('$rest')) return 'Other XML'
  const part = first === 'devices' ? path.slice(0, 2) : path.slice(0, 1)
  return labelAt([...within, ...part]) ?? String(part.at(-1))
}

/** 'memory 2048 → 4096 MiB'. */
export function placeWords(
  { from, to, before: was, after: wanted }: Place,
  before: Domain,
  after: Domain,
): string {
  const path = to ?? from ?? []
  if (path.at(-1) === '$rest') return 'XML that vmwright has no field for'
  const name = path[0] === 'name' ? 'name' : nameOf(withoutState(path), before, after, within)
  return changeWords(name, was, wanted)
}

/** 'add disk vdb', 'disk vda: cache none → writeback'. */
export function deviceWords(
  from: Path | undefined,
  to: Path | undefined,
  places: readonly Place[],
  before: Domain,
  after: Domain,
): string {
  const old = from && valueAt(before, from)
  const now = to && valueAt(after, to)
  const path = to ?? from ?? []
  const list = typeof path.at(-1) === 'number' ? path.slice(0, -1) : path
  const name = itemWords(list, now ?? old, within)
  if (old === undefined) return `add ${name}`
  if (now === undefined) return `remove ${name}`
  const words = places.map((place) => {
    const inside = (place.to ?? place.from ?? []).slice(path.length)
    if (inside.at(-1) === '$rest') return 'XML that vmwright has no field for'
    return changeWords(fieldWords([...list, ...withoutState(inside)]), place.before, place.after)
  })
  return `${name}: ${words.join(', ')}`
}

/** 'cache', 'source file': the field with the map that it stands in, which most names need. */
function fieldWords(path: Path): string {
  const keys = path.filter((segment) => typeof segment === 'string')
  const own = labelAt([...within, ...keys]) ?? String(keys.at(-1))
  if (keys.length <= 3) return inSentence(own)
  const above = labelAt([...within, ...keys.slice(0, -1)]) ?? String(keys.at(-2))
  return `${inSentence(above)} ${inSentence(own)}`
}

function changeWords(name: string, was: unknown, wanted: unknown): string {
  const [one, other] = [saidAs(was), saidAs(wanted)]
  if (wanted === undefined) return one === undefined ? `remove ${name}` : `remove ${name} ${one}`
  if (other === 'yes' || other === 'on') return `turn on ${name}`
  if (other === 'no' || other === 'off') return `turn off ${name}`
  if (was === undefined) return other === undefined ? `add ${name}` : `set ${name} to ${other}`
  return one === undefined || other === undefined ? `change ${name}` : `${name} ${arrow(one, other)}`
}

/** Keys that say of what they stand in whether it is on: 'turn on boot menu'. */
const states: ReadonlySet<unknown> = new Set(['enable', 'enabled', 'state'])

function withoutState(path: Path): Path {
  return path.length > 1 && states.has(path.at(-1)) && path.at(-2) !== 'link' ? path.slice(0, -1) : path
}

/** A value in a word or two; undefined for what takes more. */
function saidAs(held: unknown): string | undefined {
  if (held === undefined) return undefined
  if (typeof held === 'boolean') return held ? 'yes' : 'no'
  if (Array.isArray(held)) {
    const texts = held.map(saidAs)
    return texts.length > 0 && texts.every((text) => text !== undefined) ? texts.join(', ') : undefined
  }
  if (!isRecord(held)) return inItsLargestUnit(String(held))
  const values = Object.values(held).filter((value) => value !== undefined)
  return values.length === 1 ? saidAs(values[0]) : undefined
}

/** The two sides say a size in units of their own: libvirt prints KiB, whatever was defined. */
function inItsLargestUnit(text: string): string {
  const bytes = /^\d+ (?:bytes|[KMGT]iB)$/.test(text) ? sizeInBytes(text) : undefined
  return bytes === undefined ? text : sizeText(bytes)
}
