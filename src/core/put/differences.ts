/** Where one Domain differs from another, each place as deep as it can be. */

import type { Path } from '../finding.ts'
import { sameValue } from '../lift/index.ts'
import { isRecord } from '../table/index.ts'
import { ownValue } from '../text/index.ts'
import { matchItems } from './match-items.ts'

/** One place where they differ. */
export interface Place {
  readonly path: Path
  /**
   * `list`: other items, or the same in another order. `spelling`: only how something is written, such as comments and
   * blanks. `value`: anything else.
   */
  readonly kind: 'value' | 'list' | 'spelling'
  /** What stands there in the other one; undefined when nothing does. */
  readonly wanted: unknown
}

/** The places at which `now` is not `wanted`, in the order of the keys. */
export function differences(now: unknown, wanted: unknown, path: Path = []): Place[] {
  if (sameValue(now, wanted)) return []
  const isRest = path.at(-1) === '$rest'
  if (!isRest && isListOfMaps(now) && isListOfMaps(wanted)) {
    const isInPlace =
      now.length === wanted.length && matchItems(now, wanted).every((from, index) => from === index)
    if (!isInPlace) return [{ path, kind: 'list', wanted }]
    return wanted.flatMap((item, index) => differences(now[index], item, [...path, index]))
  }
  if (!isRest && isRecord(now) && isRecord(wanted)) {
    const keys = new Set([...Object.keys(now), ...Object.keys(wanted)])
    return [...keys].flatMap((key) => differences(ownValue(now, key), ownValue(wanted, key), [...path, key]))
  }
  if (!isRest && isDeviceList(path) && (isListOfMaps(now) || isListOfMaps(wanted)))
    return [{ path, kind: 'list', wanted: wanted ?? [] }]
  return [{ path, kind: isRest && saysNothing(now) && saysNothing(wanted) ? 'spelling' : 'value', wanted }]
}

export function isListOfMaps(held: unknown): held is readonly unknown[] {
  return Array.isArray(held) && held.every(isRecord)
}

/** A list of devices that comes or goes is one whose items come or go. */
function isDeviceList(path: Path): boolean {
  return path.length === 2 && path[0] === 'devices'
}

/** True when nothing but comments, blanks, spelling and order is kept. */
function saysNothing(rest: unknown): boolean {
  if (!isRecord(rest)) return true
  const { attributes, children, inside } = rest
  const isComment = (child: unknown) => isRecord(child) && String(child['xml']).startsWith('<!--')
  return (
    attributes === undefined &&
    (!Array.isArray(children) || children.every(isComment)) &&
    (!isRecord(inside) || Object.values(inside).every(saysNothing))
  )
}

/** How far one Domain is from another: lists weigh most, spelling least. */
export function distance(
  places: readonly Place[],
): readonly [lists: number, values: number, spellings: number] {
  const count = (kind: Place['kind']) => places.filter((place) => place.kind === kind).length
  return [count('list'), count('value'), count('spelling')]
}

/** True when `one` is nearer than `other`. */
export function isNearer(one: readonly Place[], other: readonly Place[]): boolean {
  const left = distance(one)
  const right = distance(other)
  const first = left.findIndex((count, index) => count !== right[index])
  return first >= 0 && (left[first] ?? 0) < (right[first] ?? 0)
}
