/**
 * Entries and items that stand on lines of their own. Each function gives the edits of a text that ends with a line
 * break, or undefined when the place can't be made out.
 */
import type { Pair, YAMLSeq } from 'yaml'
import { spanOf } from './node-at.ts'
import { colonOf, dashOf, isBlock, isBlockScalar, lastOffset, tagOf } from './node-spans.ts'
import { commentAbove, type Edit, lineStart, nextLine } from './text-edits.ts'
import { yamlEntry, yamlItem, yamlValue } from './yaml-text.ts'

/** The value of an entry becomes another one; what is said behind it stays behind it. */
export function replaceEntryValue(text: string, pair: Pair, value: unknown): Edit[] | undefined {
  const key = spanOf(pair.key)
  const colon = colonOf(pair)
  if (!key || colon === undefined) return undefined
  const afterColon = colon + 1
  const written = yamlValue(value, columnOf(text, key.start), columnOf(text, afterColon) + 1)
  const lineBreak = written.indexOf('\n')
  const head = lineBreak === -1 ? written : written.slice(0, lineBreak)
  const rest = lineBreak === -1 ? '' : `${written.slice(lineBreak + 1)}\n`
  const node = pair.value
  const span = spanOf(node)
  const start = tagOf(pair) ?? span?.start ?? afterColon
  if (!span || span.start === span.end)
    return [insertion(afterColon, head), insertion(nextLine(text, afterColon), rest)]
  if (isBlockScalar(node)) return [{ start: afterColon, end: linesEnd(text, node), text: `${written}\n` }]
  if (!isBlock(node) && lineBreak === -1) return [{ start, end: span.end, text: head.slice(1) }]
  if (!text.slice(afterColon, start).includes('\n'))
    return [{ start: afterColon, end: span.end, text: head }, insertion(nextLine(text, span.end), rest)]
  return [
    insertion(afterColon, head),
    { start: lineStart(text, start), end: linesEnd(text, node), text: rest },
  ]
}

/** A new entry behind another one of its map, or in front of the first one when there is none behind which it goes. */
export function insertEntry(
  text: string,
  behind: Pair | undefined,
  first: Pair | undefined,
  key: string,
  value: unknown,
): Edit[] | undefined {
  const start = first && spanOf(first.key)?.start
  if (start === undefined) return undefined
  const indent = columnOf(text, start)
  const pad = ' '.repeat(indent)
  const entry = yamlEntry(key, value, indent)
  return behind
    ? [insertion(linesEnd(text, behind), `${pad}${entry}\n`)]
    : [insertion(start, `${entry}\n${pad}`)]
}

/** Takes entries out with their lines and the comments directly above, of which the first entry's are everyone's. */
export function removeEntries(
  text: string,
  items: readonly Pair[],
  removed: ReadonlySet<Pair>,
): Edit[] | undefined {
  const firstStart = items[0] && spanOf(items[0].key)?.start
  if (firstStart === undefined) return undefined
  // Behind the dash of a list's item.
  const startsInLine = text.slice(lineStart(text, firstStart), firstStart).trim() !== ''
  const firstKept = items.findIndex((pair) => !removed.has(pair))
  const edits: Edit[] = []
  let floor = 0
  for (const [index, pair] of items.entries()) {
    const start = spanOf(pair.key)?.start
    if (start === undefined) return undefined
    if (removed.has(pair) && !(startsInLine && index < firstKept)) {
      const from = lineStart(text, start)
      const above = index === 0 ? from : commentAbove(text, from, floor)
      edits.push({ start: above, end: linesEnd(text, pair), text: '' })
    }
    floor = linesEnd(text, pair)
  }
  if (!startsInLine || firstKept <= 0) return edits
  const next = items[firstKept]
  const nextStart = next && spanOf(next.key)?.start
  if (nextStart === undefined) return undefined
  return [removeHead(text, firstStart, linesEnd(text, items[firstKept - 1]), nextStart), ...edits]
}

/**
 * The beginning of a map or list that starts behind a dash: what stays first takes its place.
 *
 * @param end where the line behind what goes starts
 * @param next where what stays starts
 */
function removeHead(text: string, start: number, end: number, next: number): Edit {
  const hasComment = text.slice(end, next).includes('#')
  return { start, end: hasComment ? end - 1 : next, text: '' }
}

/** An item becomes another one. */
export function replaceItem(text: string, list: YAMLSeq, index: number, value: unknown): Edit[] | undefined {
  const node = list.items[index]
  const span = spanOf(node)
  const dash = dashOf(list, index)
  if (!span || dash === undefined) return undefined
  const item = yamlItem(value, columnOf(text, dash)).slice(1)
  return isBlock(node) || item.includes('\n')
    ? [{ start: dash + 1, end: linesEnd(text, node), text: `${item}\n` }]
    : [{ ...span, text: item.slice(1) }]
}

/** A new item behind another one of its list, or in front of `first` when there is none behind which it goes. */
export function insertItem(
  text: string,
  list: YAMLSeq,
  behind: number | undefined,
  first: number,
  value: unknown,
): Edit[] | undefined {
  const dash = dashOf(list, behind ?? first)
  if (dash === undefined) return undefined
  const from = lineStart(text, dash)
  if (behind === undefined && text.slice(from, dash).trim() !== '') return undefined
  const indent = columnOf(text, dash)
  const item = `${' '.repeat(indent)}${yamlItem(value, indent)}\n`
  return [insertion(behind === undefined ? from : linesEnd(text, list.items[behind], dash), item)]
}

/** Takes items out as `removeEntries` does. */
export function removeItems(text: string, list: YAMLSeq, stays: ReadonlySet<number>): Edit[] | undefined {
  const edits: Edit[] = []
  const first = dashOf(list, 0)
  if (first === undefined) return undefined
  const startsInLine = text.slice(lineStart(text, first), first).trim() !== ''
  const firstStaying = list.items.findIndex((_, index) => stays.has(index))
  let floor = 0
  for (const [index, node] of list.items.entries()) {
    const dash = dashOf(list, index)
    if (dash === undefined) return undefined
    if (startsInLine && index > 0 && index === firstStaying) edits.push(removeHead(text, first, floor, dash))
    const end = linesEnd(text, node, dash)
    if (!stays.has(index) && !(startsInLine && index < firstStaying)) {
      const from = lineStart(text, dash)
      edits.push({ start: index === 0 ? from : commentAbove(text, from, floor), end, text: '' })
    }
    floor = end
  }
  return edits
}

function insertion(at: number, text: string): Edit {
  return { start: at, end: at, text }
}

function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset)
}

/** Where the line behind the last line of something starts. */
function linesEnd(text: string, node: unknown, fallback = 0): number {
  const end = lastOffset(node) ?? fallback
  return end > 0 && text[end - 1] === '\n' ? end : nextLine(text, end)
}
