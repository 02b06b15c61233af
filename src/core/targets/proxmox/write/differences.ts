/** Where a Domain comes back otherwise than it went, each place as deep as it can be. */
import type { Path } from '../../../finding.ts'
import { sameValue } from '../../../lift/index.ts'
import { matchItems } from '../../../put/index.ts'
import { isRecord } from '../../../table/index.ts'
import { ownValue } from '../../../text/index.ts'
import { isOwnAlone } from '../own-words.ts'

export interface Difference {
  /** In the Domain that went; of what came beside, in the one that came back. */
  readonly path: Path
  /** `lost` did not come, `changed` came as something else, `added` came without having gone. */
  readonly kind: 'lost' | 'changed' | 'added'
  /** What went; of what came beside, that. */
  readonly value: unknown
  readonly came: unknown
}

export function differencesOf(went: unknown, came: unknown, path: Path = []): Difference[] {
  if (path.at(-1) === '$rest') return restOf(went, path)
  if (went === undefined)
    return came === undefined || isEmpty(came) ? [] : [{ path, kind: 'added', value: came, came }]
  if (isList(went)) return ofLists(went, isList(came) ? came : [], path)
  if (isRecord(went)) {
    const other = isRecord(came) ? came : {}
    if (came === undefined && Object.keys(went).length === 0)
      return [{ path, kind: 'lost', value: went, came }]
    const keys = new Set([...Object.keys(went), ...Object.keys(other)])
    return [...keys].flatMap((key) =>
      differencesOf(ownValue(went, key), ownValue(other, key), [...path, key]),
    )
  }
  return went === came ? [] : [{ path, kind: came === undefined ? 'lost' : 'changed', value: went, came }]
}

function isEmpty(held: unknown): boolean {
  if (Array.isArray(held)) return held.length === 0
  return isRecord(held) && Object.values(held).every((value) => value === undefined)
}

function isList(held: unknown): held is readonly unknown[] {
  return Array.isArray(held)
}

function ofLists(went: readonly unknown[], came: readonly unknown[], path: Path): Difference[] {
  if (!went.every(isRecord))
    return sameValue(went, came)
      ? []
      : [{ path, kind: came.length === 0 ? 'lost' : 'changed', value: went, came }]
  const from = matchItems(came, went)
  const taken = new Set(from)
  return [
    ...went.flatMap((item, index) => {
      const match = from[index]
      const place = [...path, index]
      return match === undefined
        ? [{ path: place, kind: 'lost' as const, value: item, came: undefined }]
        : differencesOf(item, came[match], place)
    }),
    ...came.flatMap((item, index) =>
      taken.has(index) ? [] : [{ path: [...path, index], kind: 'added' as const, value: item, came: item }],
    ),
  ]
}

/** What the tables do not know: spelling and comments say nothing, and their own words come and go. */
function restOf(rest: unknown, path: Path): Difference[] {
  if (!isRecord(rest)) return []
  const { attributes, children, inside } = rest
  const says =
    (Array.isArray(attributes) && attributes.length > 0) ||
    (Array.isArray(children) && children.some((child) => isRecord(child) && isSaid(String(child['xml'])))) ||
    (isRecord(inside) && Object.values(inside).some((inner) => restOf(inner, path).length > 0))
  return says ? [{ path, kind: 'lost', value: rest, came: undefined }] : []
}

function isSaid(xml: string): boolean {
  return xml.trim() !== '' && !xml.startsWith('<!--') && !isOwnAlone(xml)
}
