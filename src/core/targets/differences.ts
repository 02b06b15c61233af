/** Where a Domain comes back from a target otherwise than it went, each place as deep as it can be. */
import type { Path } from '../finding.ts'
import { sameValue } from '../lift/index.ts'
import { matchItems } from '../put/index.ts'
import { isRecord } from '../table/index.ts'
import { ownValue } from '../text/index.ts'

export interface Difference {
  /** In the Domain that went; of what came beside, in the one that came back. */
  readonly path: Path
  /** `lost` did not come, `changed` came as something else, `added` came without having gone. */
  readonly kind: 'lost' | 'changed' | 'added'
}

/** @param isOwn whether XML of `$rest` is what the target itself keeps there */
export function differencesOf(
  went: unknown,
  came: unknown,
  isOwn: (xml: string) => boolean,
  path: Path = [],
): Difference[] {
  if (path.at(-1) === '$rest') return saysRest(went, isOwn) ? [{ path, kind: 'lost' }] : []
  if (went === undefined) return came === undefined || isEmpty(came) ? [] : [{ path, kind: 'added' }]
  if (sameValue(went, came)) return []
  if (isList(went)) return ofLists(went, isList(came) ? came : [], isOwn, path)
  if (isRecord(went)) {
    const other = isRecord(came) ? came : {}
    if (came === undefined && Object.keys(went).length === 0) return [{ path, kind: 'lost' }]
    const keys = new Set([...Object.keys(went), ...Object.keys(other)])
    return [...keys].flatMap((key) =>
      differencesOf(ownValue(went, key), ownValue(other, key), isOwn, [...path, key]),
    )
  }
  return [{ path, kind: came === undefined ? 'lost' : 'changed' }]
}

function isEmpty(held: unknown): boolean {
  if (Array.isArray(held)) return held.length === 0
  return isRecord(held) && Object.values(held).every((value) => value === undefined)
}

function isList(held: unknown): held is readonly unknown[] {
  return Array.isArray(held)
}

function ofLists(
  went: readonly unknown[],
  came: readonly unknown[],
  isOwn: (xml: string) => boolean,
  path: Path,
): Difference[] {
  if (!went.every(isRecord)) return [{ path, kind: came.length === 0 ? 'lost' : 'changed' }]
  const from = matchItems(came, went)
  const taken = new Set(from)
  return [
    ...went.flatMap((item, index): Difference[] => {
      const match = from[index]
      const place = [...path, index]
      return match === undefined
        ? [{ path: place, kind: 'lost' }]
        : differencesOf(item, came[match], isOwn, place)
    }),
    ...[...came.keys()].flatMap((index): Difference[] =>
      taken.has(index) ? [] : [{ path: [...path, index], kind: 'added' }],
    ),
  ]
}

/** What the tables do not know: spelling and comments say nothing, and a target's own words come and go. */
export function saysRest(rest: unknown, isOwn: (xml: string) => boolean): boolean {
  if (!isRecord(rest)) return false
  const { attributes, children, inside } = rest
  return (
    (Array.isArray(attributes) && attributes.length > 0) ||
    (Array.isArray(children) &&
      children.some((child) => {
        const xml = isRecord(child) ? String(child['xml']) : ''
        return xml.trim() !== '' && !xml.startsWith('<!--') && !isOwn(xml)
      })) ||
    (isRecord(inside) && Object.values(inside).some((inner) => saysRest(inner, isOwn)))
  )
}
