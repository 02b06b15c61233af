/** Where a value of a spec stands in its text. */
import { isAlias, isMap, isPair, isSeq, type Pair, type YAMLMap } from 'yaml'
import type { Path } from '../finding.ts'
import { inlinedBy, innerShape, type Shape, writtenField } from '../table/index.ts'
import { ownValue } from '../text/index.ts'
import { type Anchors, isMergeKey, isYamlNode, keyText, meantBy, mergedMaps } from './yaml-tree.ts'

/** Offsets in the text; `end` is exclusive. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** The entries of each map by their keys; of equal keys the first one. */
const entriesByKey = new WeakMap<YAMLMap, ReadonlyMap<string, Pair>>()

function indexOf(map: YAMLMap, anchors: Anchors): ReadonlyMap<string, Pair> {
  const known = entriesByKey.get(map)
  if (known) return known
  const made = new Map<string, Pair>()
  for (const pair of map.items) {
    const name = isMergeKey(pair.key) ? undefined : keyText(pair.key, anchors)
    if (name !== undefined && !made.has(name)) made.set(name, pair)
  }
  entriesByKey.set(map, made)
  return made
}

/** The entry of a map that a key of memory was read from, by any of its names. */
export function pairOf(
  map: YAMLMap,
  key: string,
  shape: Shape | undefined,
  anchors: Anchors,
): Pair | undefined {
  const entries = indexOf(map, anchors)
  const field = shape && ownValue(shape, key)
  const found = [key, ...(field?.meta.alsoReadAs ?? [])].flatMap((name) => entries.get(name) ?? [])
  return found.find((pair) => !saysNothing(pair, anchors)) ?? found[0]
}

/** The same through `<<`. */
function pairThroughMerges(
  map: YAMLMap,
  key: string,
  shape: Shape | undefined,
  anchors: Anchors,
  depth = 0,
): Pair | undefined {
  const own = pairOf(map, key, shape, anchors)
  if (own || depth > 8) return own
  for (const pair of map.items) {
    if (!isMergeKey(pair.key)) continue
    for (const merged of mergedMaps(pair.value, anchors)) {
      const found = pairThroughMerges(merged, key, shape, anchors, depth + 1)
      if (found) return found
    }
  }
  return undefined
}

function saysNothing(pair: Pair, anchors: Anchors): boolean {
  const node = meantBy(pair.value, anchors)
  return node === undefined || (isYamlNode(node) && 'value' in node && node.value === null)
}

/** What was found on the way along a path. */
export interface Found {
  /** The key or the value that was asked for, or the nearest thing around it. */
  readonly span: Span | undefined
  /** How many steps of the path are there. */
  readonly steps: number
}

/**
 * Walks a path of memory through nodes that may say it in a short form (`listen: 127.0.0.1` for
 * `listen[0].address`).
 *
 * @param part whether the key or the value of the last step is meant
 */
export function findSpan(
  root: unknown,
  path: Path,
  shape: Shape | undefined,
  anchors: Anchors,
  part: 'key' | 'value',
): Found {
  let node: unknown = root
  let here = shape
  let span = spanOf(node)
  for (const [index, segment] of path.entries()) {
    const map = meantBy(node, anchors)
    const isLast = index === path.length - 1
    if (typeof segment === 'number') {
      if (isSeq(map)) {
        const item = map.items[segment]
        if (item === undefined) return { span, steps: index }
        node = item
        span = spanOf(node) ?? span
      }
      // Otherwise a single one stands for the list.
      continue
    }
    if (!isMap(map)) return { span, steps: isLast && map !== undefined ? index + 1 : index }
    const pair = pairThroughMerges(map, segment, here, anchors)
    if (!pair) {
      const inline = here && isInlineList(here, segment)
      if (!inline) return { span, steps: index }
      here = innerShape(writtenField(here, segment))
      continue
    }
    const ofKey = spanOf(pair.key)
    const ofValue = spanOf(pair.value)
    const isSaid = ofValue !== undefined && ofValue.end > ofValue.start
    span = (isLast && part === 'key') || !isSaid ? (ofKey ?? span) : ofValue
    node = pair.value
    here = innerShape(writtenField(here, segment))
  }
  return { span, steps: path.length }
}

function isInlineList(shape: Shape, key: string): boolean {
  const field = writtenField(shape, key)
  if (field?.kind !== 'list' || !field.inline) return false
  return Object.keys(field.shape()).some((inner) => inlinedBy(shape, inner)?.[0] === key)
}

/** The text of a node itself, without the comment behind it. */
export function spanOf(node: unknown): Span | undefined {
  if (isPair(node)) return spanOf(node.key)
  if (!isYamlNode(node) && !isAlias(node)) return undefined
  const [start, end] = node.range ?? []
  return start === undefined || end === undefined ? undefined : { start, end }
}
