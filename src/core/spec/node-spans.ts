/** The parts of nodes in their text that the YAML library does not name itself. */
import { isMap, isPair, isScalar, isSeq, type Pair, type YAMLSeq } from 'yaml'
import { type Span, spanOf } from './node-at.ts'

/** Where the last thing that something says ends; for a block scalar that is the start of a line. */
export function lastOffset(node: unknown): number | undefined {
  if ((isMap(node) || isSeq(node)) && node.flow !== true)
    return lastOffset(node.items.at(-1)) ?? spanOf(node)?.end
  if (!isPair(node)) return spanOf(node)?.end
  const value = spanOf(node.value)
  const said = value && value.end > value.start ? lastOffset(node.value) : undefined
  return said ?? Math.max(spanOf(node.key)?.end ?? 0, (colonOf(node) ?? -1) + 1)
}

/** True for a text behind `|` or `>`. */
export function isBlockScalar(node: unknown): boolean {
  return isScalar(node) && (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED')
}

/** True for what takes lines of its own. */
export function isBlock(node: unknown): boolean {
  return isBlockScalar(node) || ((isMap(node) || isSeq(node)) && node.flow !== true)
}

export function colonOf(pair: Pair): number | undefined {
  return pair.srcToken?.sep?.find(({ type }) => type === 'map-value-ind')?.offset
}

/** Where the tag of a value starts, which would say something else of a new value. */
export function tagOf(pair: Pair): number | undefined {
  return pair.srcToken?.sep?.find(({ type }) => type === 'tag')?.offset
}

/** Where an item of a list in a block has its dash. */
export function dashOf(list: YAMLSeq, index: number): number | undefined {
  const token = list.srcToken
  if (token?.type !== 'block-seq') return undefined
  return token.items[index]?.start.find(({ type }) => type === 'seq-item-ind')?.offset
}

/** An item or entry in braces, without commas and what is around it; undefined for one that is marked with `?`. */
export function flowSpan(item: unknown): Span | undefined {
  if (!isPair(item)) return spanOf(item)
  const key = spanOf(item.key)
  if (!key || item.srcToken?.start.some(({ type }) => type === 'explicit-key-ind')) return undefined
  const value = spanOf(item.value)
  return { start: key.start, end: Math.max(value?.end ?? 0, key.end, (colonOf(item) ?? -1) + 1) }
}
