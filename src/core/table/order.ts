/** Children put back into the order that they were read in, where the table's own order would move what is kept between them. */
import type { Path } from '../finding.ts'

/** Where one of several elements ends: in the text and in the lines of the trace. */
export interface Cut {
  readonly end: number
  readonly lines: number
}

/** One element, with what is kept behind it. */
export interface Part {
  /** The element's XML name. */
  readonly name: string
  readonly xml: string
  readonly lines: readonly Path[]
}

/** Cuts the text of elements of one name into its elements. */
export function cut(name: string, xml: string, lines: readonly Path[], cuts: readonly Cut[]): Part[] {
  if (xml === '') return []
  if (cuts.length < 2) return [{ name, xml, lines }]
  return cuts.map((here, index) => {
    const before = cuts[index - 1]
    const last = index === cuts.length - 1
    return {
      name,
      xml: xml.slice(before?.end ?? 0, last ? undefined : here.end),
      lines: lines.slice(before?.lines ?? 0, last ? undefined : here.lines),
    }
  })
}

/**
 * Puts elements in order.
 *
 * @param groups the elements of each name, the names in the table's order
 * @param order the names as they stood; what has come since stands behind its like, or where the table has it
 */
export function inOrder(groups: readonly (readonly Part[])[], order: readonly string[]): Part[] {
  const rank = new Map(groups.flatMap((group, index) => (group[0] ? [[group[0].name, index] as const] : [])))
  const rankOf = (part: Part) => rank.get(part.name) ?? groups.length
  const waiting = new Map<string, Part[]>(
    groups.flatMap((group) => (group[0] ? [[group[0].name, [...group]] as const] : [])),
  )
  const parts: Part[] = []
  for (const name of order) {
    const part = waiting.get(name)?.shift()
    if (part) parts.push(part)
  }
  for (const late of [...waiting.values()].flat()) {
    const same = parts.findLastIndex((part) => part.name === late.name)
    const next = parts.findIndex((part) => rankOf(part) > rankOf(late))
    parts.splice(same >= 0 ? same + 1 : next >= 0 ? next : parts.length, 0, late)
  }
  return parts
}
