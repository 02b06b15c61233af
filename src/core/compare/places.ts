/** Where two Domains differ, place by place. */

import type { Domain } from '../domain/index.ts'
import type { Path } from '../finding.ts'
import { defaultHost, type HostFacts } from '../host/index.ts'
import { sameValue } from '../lift/index.ts'
import { isInOtherWords, matchItems } from '../put/index.ts'
import { isRecord } from '../table/index.ts'
import { ownValue } from '../text/index.ts'
import { asDefined } from './as-defined.ts'
import { meaningOf } from './meaning-of-rest.ts'
import { isDevice, isDeviceList, listOf, pattern } from './place-in-domain.ts'
import { type Side, sideOf, whyNothing } from './said-by-one.ts'
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

/** XML that the tables do not know. */
function compareRest(before: unknown, after: unknown, from: Path, to: Path, walk: Walk): void {
  if (!sameValue(meaningOf(before), meaningOf(after))) walk.places.push({ from, to, before, after })
  else walk.leftAside.push({ path: to, why: 'Only comments, blanks, spelling or order differ.' })
}
