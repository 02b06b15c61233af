/**
 * Which item of a list became which: by being the same, else by what it is known by (its alias, where it is in the
 * guest, its address, what it is made of), else by its place among those that are known.
 */
import { sameValue } from '../lift/index.ts'
import { valueAt } from '../path.ts'
import { isRecord } from '../table/index.ts'

/** What an item is known by, the surest first. A text stands for the item as long as no other item has the same. */
const identities: readonly ((item: unknown) => string | undefined)[] = [
  textsAt(['alias', 'name']),
  textsAt(['target', 'dev']),
  textsAt(['mac', 'address']),
  textsAt(['address']),
  textsAt(['source', 'address']),
  textsAt(['source', 'vendor'], ['source', 'product']),
  textsAt(['type'], ['index']),
  textsAt(['target', 'dir']),
  textsAt(['target', 'name']),
  textsAt(['type'], ['target', 'port']),
  textsAt(['name']),
  textsAt(['id']),
  textsAt(['vcpu']),
  textsAt(['source']),
]

/**
 * For each item of `after` the index of the item of `before` that it was; undefined for a new one. No item is given
 * twice. Takes time linear in the number of items, but for lists in which nothing can be told apart.
 */
export function matchItems(
  before: readonly unknown[],
  after: readonly unknown[],
): readonly (number | undefined)[] {
  if (before.length === 1 && after.length === 1) return [0]
  const found: (number | undefined)[] = after.map(() => undefined)
  const taken = new Set<number>()
  const pair = (from: number, to: number) => {
    found[to] = from
    taken.add(from)
  }
  matchEnds(before, after, pair)
  const knownBy = (identity: (item: unknown) => string | undefined) => {
    const open = [...before.keys()].filter((index) => !taken.has(index))
    const olds = byIdentity(before, open, identity)
    const unmatched = [...after.keys()].filter((index) => found[index] === undefined)
    for (const [known, tos] of byIdentity(after, unmatched, identity)) {
      const froms = olds.get(known) ?? []
      // Twins can't be told apart: each keeps its place among them.
      if (identity !== asText && (froms.length !== 1 || tos.length !== 1)) continue
      for (const [index, to] of tos.entries()) {
        const from = froms[index]
        if (from !== undefined) pair(from, to)
      }
    }
  }
  if (taken.size < before.length) {
    for (const identity of [asText, ...identities]) {
      if (taken.size === before.length || taken.size === after.length) break
      knownBy(identity)
    }
    matchGaps(before.length, found, taken, pair)
  }
  return found
}

/** Most edits leave the beginning and the end of a list as they were. */
function matchEnds(
  before: readonly unknown[],
  after: readonly unknown[],
  pair: (from: number, to: number) => void,
): void {
  const most = Math.min(before.length, after.length)
  let start = 0
  while (start < most && sameValue(before[start], after[start])) pair(start, start++)
  for (let end = 1; end <= most - start && sameValue(before.at(-end), after.at(-end)); end += 1)
    pair(before.length - end, after.length - end)
}

/** What is left between the same neighbours is taken for the same, in order. */
function matchGaps(
  count: number,
  found: readonly (number | undefined)[],
  taken: ReadonlySet<number>,
  pair: (from: number, to: number) => void,
): void {
  let from = 0
  for (const [to, matched] of [...found].entries()) {
    if (matched !== undefined) from = matched + 1
    else if (from < count && !taken.has(from)) pair(from++, to)
  }
}

function byIdentity(
  items: readonly unknown[],
  among: readonly number[],
  identity: (item: unknown) => string | undefined,
): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>()
  for (const index of among) {
    const known = identity(items[index])
    if (known === undefined) continue
    const others = found.get(known)
    if (others) others.push(index)
    else found.set(known, [index])
  }
  return found
}

function textsAt(...paths: readonly (readonly string[])[]): (item: unknown) => string | undefined {
  return (item) => {
    const texts = paths.map((path) => asText(valueAt(item, path)))
    return texts.includes(undefined) ? undefined : texts.join('\n')
  }
}

/** The same text for the same value, whatever the order of its keys. */
function asText(value: unknown): string | undefined {
  return value === undefined ? undefined : JSON.stringify(value, inOrder)
}

function inOrder(_: string, value: unknown): unknown {
  if (!isRecord(value)) return value
  const entries = Object.entries(value).filter(([, held]) => held !== undefined)
  return Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)))
}
