/** Which device of one list is which of the other: by what it is, never by its place in the list. */
import { valueAt } from '../path.ts'
import { matchControllers, matchItems } from '../put/index.ts'
import { isRecord } from '../table/index.ts'
import { ownValue } from '../text/index.ts'

type Known = (item: unknown) => string | undefined

const textsAt =
  (...paths: readonly (readonly string[])[]): Known =>
  (item) => {
    const texts = paths.map((path) => valueAt(item, path))
    return texts.every((text) => text === undefined)
      ? undefined
      : texts.map((text) => JSON.stringify(text ?? null)?.toLowerCase()).join(' ')
  }

/** What a device of a list is known by. Two that are known by something else are never the same. */
const knownBy: Readonly<Record<string, Known>> = {
  disks: textsAt(['target', 'dev']),
  interfaces: textsAt(['mac', 'address']),
  filesystems: textsAt(['target', 'dir']),
  channels: textsAt(['target', 'name'], ['target', 'address'], ['target', 'port']),
  serial: textsAt(['target', 'port']),
  parallel: textsAt(['target', 'port']),
  console: textsAt(['target', 'type']),
  inputs: textsAt(['type'], ['bus'], ['source', 'dev']),
  graphics: textsAt(['type']),
  audio: textsAt(['id']),
  sound: textsAt(['model']),
  watchdog: textsAt(['model']),
  panic: textsAt(['model']),
  shmem: textsAt(['name']),
  leases: textsAt(['lockspace'], ['key']),
  hostdevs: hostdevName,
}

/** Real hardware by where it is on the host or what it is, which stands in its source. */
function hostdevName(item: unknown): string | undefined {
  const source = valueAt(item, ['source'])
  if (!isRecord(source)) return undefined
  const kind = [valueAt(item, ['mode']), valueAt(item, ['type'])].map(String).join(' ')
  return `${kind} ${numbersIn(source).sort().join(' ')}`
}

function numbersIn(held: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(held).flatMap(([key, value]) => {
    if (value === undefined || key === '$rest' || notTheDevice.has(key)) return []
    if (isRecord(value)) return numbersIn(value).map((inner) => `${key}.${inner}`)
    // Domain 0 is the one that is meant where none is said.
    return key === 'domain' && Number(value) === 0 ? [] : [`${key}=${numberOf(value)}`]
  })
}

/** What a source says beside which device it is. */
const notTheDevice: ReadonlySet<string> = new Set([
  'startup_policy',
  'guest_reset',
  'write_filtering',
  'type',
])

/** 0x01 and 1 are one number. */
function numberOf(value: unknown): string {
  const number = typeof value === 'string' ? Number(value) : Number.NaN
  return Number.isNaN(number) ? String(value) : String(number)
}

/**
 * For each item of `after` the index of the item of `before` that it is; undefined for one that is not there.
 *
 * @param list the key of the list: `disks`
 */
export function sameDevices(
  list: string,
  before: readonly unknown[],
  after: readonly unknown[],
): readonly (number | undefined)[] {
  if (list === 'controllers') return matchControllers(before, after)
  const name = ownValue(knownBy, list)
  const found: (number | undefined)[] = after.map(() => undefined)
  const open = new Map<string, number[]>()
  if (name !== undefined) {
    for (const [index, item] of before.entries()) {
      const known = name(item)
      if (known !== undefined) open.set(known, [...(open.get(known) ?? []), index])
    }
    for (const [index, item] of after.entries()) {
      const known = name(item)
      if (known !== undefined) found[index] = open.get(known)?.shift()
    }
  }
  const taken = new Set(found)
  const olds = [...before.keys()].filter((index) => !taken.has(index))
  const news = [...after.keys()].filter((index) => found[index] === undefined)
  const rest = matchItems(
    olds.map((index) => withoutAddress(before[index])),
    news.map((index) => withoutAddress(after[index])),
  )
  for (const [place, to] of news.entries()) {
    const from = olds[rest[place] ?? -1]
    if (from === undefined) continue
    const isOther = name?.(before[from]) !== undefined && name(after[to]) !== undefined
    if (!isOther) found[to] = from
  }
  return found
}

function withoutAddress(item: unknown): unknown {
  if (!isRecord(item)) return item
  const { address: _, ...others } = item
  return others
}
