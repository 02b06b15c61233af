/**
 * From the nodes of the YAML library to plain values, in our own way: a number where the table has a text stays as it
 * was written (`1.10`, `0x10`), nothing is expanded without end, and no key can reach a prototype.
 */
import {
  type Alias,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml'
import type { Path } from '../finding.ts'
import { innerShape, type Shape, writtenField } from '../table/index.ts'
import { appendAll, deepestNesting } from '../text/index.ts'

/** A node that says something itself; none where nothing is written. */
export type YamlNode = Scalar | YAMLMap | YAMLSeq | undefined

/** Something that YAML allows and a vm.yml does not. */
export interface TreeProblem {
  readonly code: 'yaml.duplicate-key' | 'yaml.key' | 'yaml.unknown-anchor' | 'yaml.too-many-aliases'
  readonly message: string
  readonly path: Path
  readonly start: number
  readonly end: number
}

/** What aliases of one document stand for. */
export type Anchors = ReadonlyMap<unknown, YamlNode>

/** More than any description needs, and few enough to be quick. */
const mostAliased = 20_000

/** Which node each alias of a document means: the last one of that name before it. */
export function anchorsOf(root: unknown): Anchors {
  const named = new Map<string, YamlNode>()
  const meant = new Map<unknown, YamlNode>()
  const pending: unknown[] = [root]
  while (pending.length > 0) {
    const node = pending.pop()
    if (isAlias(node)) meant.set(node, named.get(node.source))
    else if (isPair(node)) pending.push(node.value, node.key)
    else if (isYamlNode(node)) {
      if (node.anchor !== undefined) named.set(node.anchor, node)
      if (isMap(node) || isSeq(node)) appendAll(pending, node.items.toReversed())
    }
  }
  return meant
}

/** True for what a parsed document holds as a value. */
export function isYamlNode(node: unknown): node is Scalar | YAMLMap | YAMLSeq {
  return isScalar(node) || isMap(node) || isSeq(node)
}

/** The node that is meant: that of the anchor for an alias. */
export function meantBy(node: unknown, anchors: Anchors): YamlNode {
  const meant = isAlias(node) ? anchors.get(node) : node
  return isYamlNode(meant) ? meant : undefined
}

/** The name of a key: its text, a number as it was written. Undefined for a key that is a map, a list or nothing. */
export function keyText(key: unknown, anchors: Anchors): string | undefined {
  const node = meantBy(key, anchors)
  if (!isScalar(node)) return undefined
  if (typeof node.value === 'string') return node.value
  return node.value === null || node.source === undefined || node.source === '' ? undefined : node.source
}

/** True for `<<`, which takes over the keys of other maps. */
export function isMergeKey(key: unknown): boolean {
  return isScalar(key) && key.type === 'PLAIN' && key.source === '<<'
}

/** The maps that a `<<` takes over, the strongest first. */
export function mergedMaps(value: unknown, anchors: Anchors): YAMLMap[] {
  const node = meantBy(value, anchors)
  if (isMap(node)) return [node]
  if (!isSeq(node)) return []
  return node.items.flatMap((item) => {
    const map = meantBy(item, anchors)
    return isMap(map) ? [map] : []
  })
}

interface Reading {
  readonly anchors: Anchors
  readonly problems: TreeProblem[]
  /** Nodes that were read through aliases so far; shared by all of one reading. */
  readonly count: { aliased: number }
}

/**
 * The plain value of a node. Empty values (`key:`) are undefined: they say nothing. Texts, numbers and flags are
 * their source text, except where the table has `anything`.
 *
 * @param shape the table of the map, as far as it is known
 */
export function plainValue(
  node: unknown,
  anchors: Anchors,
  shape: Shape | undefined,
  problems: TreeProblem[],
): unknown {
  const count = { aliased: 0 }
  const value = convert(node, { shape, asIs: false, path: [], aliased: false }, { anchors, problems, count })
  if (count.aliased > mostAliased) {
    const message = 'The aliases stand for more than a VM can need; write out what is meant.'
    const [start = 0] = isYamlNode(node) ? (node.range ?? []) : []
    problems.push({ code: 'yaml.too-many-aliases', message, path: [], start, end: start })
  }
  return value
}

/** The value of something of which no table knows what it is: numbers, flags and null are what YAML says they are. */
export function valueAsWritten(node: unknown, anchors: Anchors): unknown {
  const reading = { anchors, problems: [], count: { aliased: 0 } }
  return convert(node, { shape: undefined, asIs: true, path: [], aliased: false }, reading)
}

/** Where a node is met. */
interface Place {
  readonly shape: Shape | undefined
  /** True where numbers and flags stay what they are. */
  readonly asIs: boolean
  readonly path: Path
  /** True below an alias. */
  readonly aliased: boolean
}

function convert(node: unknown, place: Place, reading: Reading): unknown {
  if (isAlias(node)) return convertAlias(node, place, reading)
  if (place.aliased && isExhausted(reading)) return undefined
  if (isMap(node)) return convertMap(node, place, reading)
  if (isSeq(node))
    return node.items.map(
      (item, index) => convert(item, { ...place, path: [...place.path, index] }, reading) ?? null,
    )
  return isScalar(node) ? scalarValue(node.value, node.source, place.asIs) : undefined
}

function scalarValue(value: unknown, source: string | undefined, asIs: boolean): unknown {
  if (value === null || value === undefined) return asIs ? null : undefined
  if (typeof value === 'string' || asIs) return value
  return source ?? String(value)
}

/** Counts one more node that an alias stands for. */
function isExhausted({ count }: Reading): boolean {
  count.aliased++
  return count.aliased > mostAliased
}

function convertAlias(node: Alias, place: Place, reading: Reading): unknown {
  const meant = reading.anchors.get(node)
  if (meant === undefined) {
    const [start = 0, end = 0] = node.range ?? []
    const message = `There is no anchor &${node.source} before this line; write what it stands for.`
    reading.problems.push({ code: 'yaml.unknown-anchor', message, path: place.path, start, end })
    return undefined
  }
  // An anchor that holds itself goes on until its path is too long.
  if (place.path.length > deepestNesting) reading.count.aliased = mostAliased
  return convert(meant, { ...place, aliased: true }, reading)
}

function convertMap(node: YAMLMap, place: Place, reading: Reading): Record<string, unknown> {
  const { anchors, problems } = reading
  const { shape, path } = place
  const held = new Map<string, unknown>()
  const merged: YAMLMap[] = []
  for (const pair of node.items) {
    const [start = 0, end = 0] = isYamlNode(pair.key) || isAlias(pair.key) ? (pair.key.range ?? []) : []
    if (isMergeKey(pair.key)) {
      const maps = mergedMaps(pair.value, anchors)
      appendAll(merged, maps)
      const message = '`<<` takes over the keys of a map: it wants the alias of one.'
      if (maps.length === 0) problems.push({ code: 'yaml.unknown-anchor', message, path, start, end })
      continue
    }
    const key = keyText(pair.key, anchors)
    if (key === undefined || key === '__proto__') {
      const message = 'This can’t be a key here: write a word and a colon.'
      problems.push({ code: 'yaml.key', message, path, start, end })
    } else if (held.has(key)) {
      const message = `\`${key}\` is there twice; keep one.`
      problems.push({ code: 'yaml.duplicate-key', message, path: [...path, key], start, end })
    } else {
      const field = writtenField(shape, key)
      const asIs =
        place.asIs || (field !== undefined && 'scalar' in field && field.scalar.name === 'anything')
      const inner = { ...place, shape: innerShape(field), asIs, path: [...path, key] }
      const value = convert(pair.value, inner, reading)
      // `key:` says nothing; below `anything` it says null.
      held.set(key, value === null && !place.asIs ? undefined : value)
    }
  }
  for (const map of merged) {
    if (path.length > deepestNesting) reading.count.aliased = mostAliased
    if (isExhausted(reading)) break
    // What is wrong there is said where the map itself stands.
    const taken = convertMap(map, { ...place, aliased: true }, { ...reading, problems: [] })
    for (const [key, value] of Object.entries(taken)) if (!held.has(key)) held.set(key, value)
  }
  return Object.fromEntries(held)
}
