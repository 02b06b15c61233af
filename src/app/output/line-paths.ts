/** Which line of an output belongs to which field, and which lines nobody asked for. */
import {
  domainPathsOf,
  formatPath,
  type Note,
  type Origin,
  type Path,
  type Resolved,
  specPathOf,
  startsWith,
  valueAt,
} from '../core.ts'
import { fieldAt } from '../form/index.ts'

/** A line that resolve added. */
export interface AddedLine {
  /** From 1. */
  readonly line: number
  readonly note: Note
  /** True at the first line of what a note explains: the `why?` stands there. */
  readonly first: boolean
}

/** The lines (from 1) that a field is written on: those of its element and below it, else that of the element around. */
export function linesOf(path: Path, lines: readonly Path[], origins: readonly Origin[]): readonly number[] {
  const found = new Set<number>()
  for (const place of domainPathsOf(path, origins)) {
    if (place.length === 0) continue
    const inside = lines.flatMap((line, index) => (startsWith(line, place) ? [index + 1] : []))
    if (inside.length > 0) for (const line of inside) found.add(line)
    else for (const line of openingLineAround(place, lines)) found.add(line)
  }
  return [...found]
}

/** The lines (from 1) of vm.yml that say a field: its own and those below, else the key of the map around it. */
export function specLinesOf(path: Path, lines: readonly Path[]): readonly number[] {
  const inside = lines.flatMap((line, index) =>
    line.length > 0 && startsWith(line, path) ? [index + 1] : [],
  )
  return inside.length > 0 ? inside : openingLineAround(path, lines)
}

function openingLineAround(place: Path, lines: readonly Path[]): readonly number[] {
  let best = 0
  let at: number | undefined
  for (const [index, line] of lines.entries()) {
    if (line.length <= best || !startsWith(place, line)) continue
    best = line.length
    at = index + 1
  }
  return at === undefined ? [] : [at]
}

/** The lines that resolve added and the author said nothing about, each with the note that explains it. */
export function addedLines(
  lines: readonly Path[],
  text: readonly string[],
  resolved: Resolved,
): readonly AddedLine[] {
  const byPlace = new Map(resolved.notes.map((note) => [formatPath(note.path), note]))
  const firstLineOf = new Map<string, number>()
  for (const [index, path] of lines.entries()) {
    const key = formatPath(path)
    if (!firstLineOf.has(key)) firstLineOf.set(key, index)
  }
  const byLine = new Map<number, Note>()
  for (const note of resolved.notes) {
    const line = lineOfNote(note.path, lines, text, firstLineOf)
    if (line !== undefined && !byLine.has(line)) byLine.set(line, note)
  }
  const explained = new Set<Note>()
  return lines.flatMap((path, index): AddedLine[] => {
    const note = byLine.get(index) ?? noteAround(path, byPlace)
    if (note === undefined || isSaid(note.path, path, resolved)) return []
    const first = !explained.has(note)
    explained.add(note)
    return [{ line: index + 1, note, first }]
  })
}

/** The same for a text whose lines name places of the design: the lines for which it says nothing. */
export function addedSpecLines(lines: readonly Path[], resolved: Resolved): readonly AddedLine[] {
  const { notes, origins, design } = resolved
  const byPlace = new Map(notes.map((note) => [formatPath(specPathOf(note.path, origins)), note]))
  const explained = new Set<Note>()
  return lines.flatMap((path, index): AddedLine[] => {
    if (path.length === 0 || valueAt(design.spec, path) !== undefined) return []
    const note = noteAround(path, byPlace)
    if (note === undefined) return []
    const first = !explained.has(note)
    explained.add(note)
    return [{ line: index + 1, note, first }]
  })
}

/** The line of an element, or for an attribute or a nested element the line that has it. */
function lineOfNote(
  path: Path,
  lines: readonly Path[],
  text: readonly string[],
  firstLineOf: ReadonlyMap<string, number>,
): number | undefined {
  const own = firstLineOf.get(formatPath(path))
  if (own !== undefined) return path.length === 0 ? undefined : own
  let around = path.slice(0, -1)
  while (around.length > 0 && !firstLineOf.has(formatPath(around))) around = around.slice(0, -1)
  const start = firstLineOf.get(formatPath(around))
  if (start === undefined || around.length === 0) return undefined
  const element = /^<([\w:-]+)/.exec(fieldAt(['libvirt', ...path])?.name ?? '')?.[1]
  const isInside = (line: Path | undefined) => line !== undefined && startsWith(line, around)
  for (let line = start; isInside(lines[line]); line += 1)
    if (text[line]?.trimStart().startsWith(`<${element}`) === true) return line
  return start
}

function noteAround(path: Path, byPlace: ReadonlyMap<string, Note>): Note | undefined {
  for (let length = path.length; length > 0; length -= 1) {
    const note = byPlace.get(formatPath(path.slice(0, length)))
    if (note !== undefined) return note
  }
  return undefined
}

function isSaid(noted: Path, line: Path, { design, origins }: Resolved): boolean {
  const path = noted.length > line.length ? noted : line
  return valueAt(design.spec, specPathOf(path, origins)) !== undefined
}
