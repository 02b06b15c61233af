/** Items and entries in braces and brackets: the comma goes and comes with them. */
import type { Pair } from 'yaml'
import { spanOf } from './node-at.ts'
import { colonOf, flowSpan, tagOf } from './node-spans.ts'
import type { Edit } from './text-edits.ts'
import { flow } from './yaml-text.ts'

/**
 * Takes items out.
 *
 * @returns undefined when none would stay, or when one has no clear place
 */
export function removeInFlow(
  items: readonly unknown[],
  isRemoved: (item: unknown, index: number) => boolean,
): Edit[] | undefined {
  const edits: Edit[] = []
  const goes = (index: number) => index < items.length && isRemoved(items[index], index)
  for (let index = 0; index < items.length; index++) {
    if (!goes(index)) continue
    const first = index
    while (goes(index + 1)) index++
    const from = flowSpan(items[first])
    const last = flowSpan(items[index])
    const next = index + 1 < items.length ? flowSpan(items[index + 1]) : undefined
    const previous = first > 0 ? flowSpan(items[first - 1]) : undefined
    if (from && next) edits.push({ start: from.start, end: next.start, text: '' })
    else if (last && previous) edits.push({ start: previous.end, end: last.end, text: '' })
    else return undefined
  }
  return edits
}

/**
 * Puts an item in.
 *
 * @param behind the item that it follows; the first one of those that stay when it follows none
 */
export function insertInFlow(behind: unknown, first: unknown, text: string): Edit[] | undefined {
  const span = flowSpan(behind ?? first)
  if (!span) return undefined
  return behind === undefined
    ? [{ start: span.start, end: span.start, text: `${text}, ` }]
    : [{ start: span.end, end: span.end, text: `, ${text}` }]
}

/** The value of an entry becomes another one. */
export function replaceInFlow(pair: Pair, value: unknown): Edit[] | undefined {
  const span = spanOf(pair.value)
  const colon = colonOf(pair)
  if (colon === undefined) return undefined
  return !span || span.start === span.end
    ? [{ start: colon + 1, end: colon + 1, text: ` ${flow(value)}` }]
    : [{ start: tagOf(pair) ?? span.start, end: span.end, text: flow(value) }]
}
