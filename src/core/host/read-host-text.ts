/**
 * Reads whatever people paste about their host: the texts of several commands one after another, with prompts and other
 * lines between. Each text is known by its looks. Every line is looked at once, so the time is linear in the length.
 */

import type { Finding, Position } from '../finding.ts'
import { appendAll } from '../text/index.ts'
import { endOfJson, endOfXml } from './document-end.ts'
import type { HostText, HostTextSource } from './host-text.ts'
import { hostTextLimits } from './host-text-limits.ts'
import {
  beginningOf,
  continues,
  isDecoration,
  isLowerHalf,
  joinedHalves,
  type LineKind,
  promptOf,
} from './line-kind.ts'
import { type OtherCommand, otherCommandFor } from './other-commands.ts'
import { findingsOfAll } from './paste-findings.ts'
import { isRootElement, type RootElement, readDocument, readLines } from './read-part.ts'
import { groupOfHeading, isAddressesAlone } from './readers/group-members.ts'
import type { HostLine, ReaderResult } from './readers/reader.ts'
import { withoutColours } from './text-colours.ts'
import { columnsOf } from './wrapped-lines.ts'

/**
 * Reads a paste or a file.
 * @param text anything; prompts, colours and other lines between are skipped
 * @returns what was found, each thing with the part of HostFacts it says, and findings with positions in the paste.
 *   `host.text.nothing` (error): nothing was known. `host.text.unfinished` (error): JSON or XML without its end.
 *   `host.text.too-long` (warning). `host.text.other-command` (warning): what a program printed that does not say what is
 *   needed, with the command that does. `host.text.unread-lines` (advice): lines that belong to nothing known.
 *   `host.text.groups-alone` (advice): IOMMU groups of functions without a name. Besides those of the readers: of JSON, XML, `readHostFacts`, `readIommuListing`, `host.lscpu.row`, `host.id-ranges.several-users`,
 *   `host.id-ranges.which-file`
 */
export function readHostText(text: string): HostText {
  return new HostTextReader(text).read()
}

/** A text of lines that is being gathered. */
interface Block {
  readonly kind: LineKind
  readonly lines: HostLine[]
  readonly command: string
}

class HostTextReader {
  private readonly sources: HostTextSource[] = []
  private readonly findings: Finding[] = []
  /** Offsets where lines begin are not kept: the number of the line at `offset` is counted on the way. */
  private offset: number
  private line = 1
  private readonly end: number
  private block: Block | undefined
  /** A text that goes on below another one. */
  private interrupted: Block | undefined
  /** Columns of the line above, of a text that is not at its end. */
  private columnsAbove: number | undefined
  private command = ''
  /** Programs that do not say what is needed, with the line of each. */
  private readonly others = new Map<OtherCommand, number>()
  private unread = 0
  private firstUnread: HostLine | undefined
  /** Kinds of document whose end was searched for in vain, which is done once. */
  private readonly endless = new Set<string>()
  private readonly text: string

  constructor(text: string) {
    this.text = text
    this.end = Math.min(text.length, hostTextLimits.text)
    this.offset = text.charCodeAt(0) === 0xfeff ? 1 : 0
  }

  read(): HostText {
    while (this.offset < this.end) {
      const newline = this.text.indexOf('\n', this.offset)
      const stop = newline === -1 || newline > this.end ? this.end : newline
      const raw = withoutQuoting(
        withoutColours(this.text.slice(this.offset, Math.min(stop, this.offset + hostTextLimits.line))),
      )
      if (this.document(raw)) continue
      this.look(raw)
      this.offset = stop + 1
      this.line++
    }
    this.close()
    const { sources, findings, firstUnread, unread, others } = this
    const cutAt = this.text.length > this.end ? this.line : undefined
    const about = findingsOfAll({ sources, findings, firstUnread, unread, cutAt, others })
    return { sources, findings: [...findings, ...about] }
  }

  /** A JSON or XML document that begins on this line; true when it was taken with all its lines. */
  private document(raw: string): boolean {
    const start = raw.trimStart()
    if (start.startsWith('{') || start.startsWith('[{') || start.trimEnd() === '[')
      return this.take('{', () => endOfJson(this.text, this.offset, this.end))
    const name = /^(?:<\?xml[^>]{0,200}\?>\s*)?<(capabilities|domainCapabilities|device)[\s>]/.exec(
      start,
    )?.[1]
    if (name === undefined || !isRootElement(name)) return false
    return this.take(name, () => endOfXml(this.text, name, this.offset, this.end))
  }

  private take(kind: RootElement | '{', findEnd: () => number | undefined): boolean {
    const stop = this.endless.has(kind) ? undefined : findEnd()
    if (stop === undefined) {
      if (!this.endless.has(kind)) {
        const what = kind === '{' ? 'JSON' : `<${kind}>`
        const message = `The ${what} that begins here has no end; copy all of it.`
        this.findings.push({
          code: 'host.text.unfinished',
          severity: 'error',
          path: [],
          position: { line: this.line, column: 1 },
          message,
        })
        this.endless.add(kind)
      }
      return false
    }
    this.close()
    const body = this.text.slice(this.offset, stop)
    const first = this.line
    for (let at = body.indexOf('\n'); at !== -1; at = body.indexOf('\n', at + 1)) this.line++
    this.offset = stop
    this.add(readDocument(kind, body), first, this.line)
    // What stands behind the document on its last line is nothing.
    const newline = this.text.indexOf('\n', stop)
    this.offset = newline === -1 ? this.end : Math.min(newline + 1, this.end)
    this.line++
    this.command = ''
    return true
  }

  /** One line that is part of no document. */
  private look(raw: string): void {
    const clean = raw.trimEnd()
    const text = clean.trimStart()
    const indent = clean.length - text.length
    const above = this.columnsAbove
    this.columnsAbove = undefined
    if (text === '') {
      this.block?.lines.push({ text: clean, line: this.line })
      return
    }
    const own = { text: clean, line: this.line }
    const { block } = this
    if (block !== undefined && continues(block.kind, text, indent)) {
      block.lines.push(own)
      this.columnsAbove = columnsOf(raw)
      return
    }
    // A heading belongs to what stands below it: functions in words, or addresses alone.
    const last = block?.lines.at(-1)
    const heading = last !== undefined && groupOfHeading(last.text) !== undefined ? last : undefined
    const kind = beginningOf(text) ?? (heading !== undefined && isAddressesAlone(text) ? 'groups' : undefined)
    if (kind !== undefined) {
      this.begin(kind, own, kind === 'pci' || kind === 'groups' ? heading : undefined)
      this.columnsAbove = columnsOf(raw)
      return
    }
    if (above !== undefined && this.lowerHalf(clean, above)) {
      this.columnsAbove = columnsOf(raw)
      return
    }
    const other = otherCommandFor(text)
    if (other !== undefined) {
      if (!this.others.has(other)) this.others.set(other, this.line)
      return
    }
    const prompt = promptOf(text)
    if (prompt !== undefined) {
      this.close()
      this.command = prompt.command
      return
    }
    // lspci prints hints between its lines, which its reader names.
    if (this.block?.kind === 'pci' && indent > 0) {
      this.block.lines.push(own)
      return
    }
    if (isDecoration(text)) return
    this.unread++
    this.firstUnread ??= own
  }

  private begin(kind: LineKind, own: HostLine, heading: HostLine | undefined): void {
    const { block, interrupted } = this
    // Unraid lists what hangs on a controller below it, among the functions of its group.
    const interrupts = kind === 'lsusb' && block?.kind === 'pci' && / Port \d/.test(own.text)
    if (kind === 'pci' && interrupted !== undefined) {
      this.interrupted = undefined
      this.close()
      interrupted.lines.push(own)
      this.block = interrupted
      return
    }
    if (heading !== undefined) block?.lines.pop()
    if (interrupts) this.interrupted = block
    else this.close()
    this.block = { kind, lines: heading === undefined ? [own] : [heading, own], command: this.command }
    this.command = ''
  }

  /** Puts the rest of a broken line where it belongs; false when it is none. */
  private lowerHalf(below: string, columns: number): boolean {
    const { block } = this
    const upper = block?.lines.at(-1)
    if (block === undefined || upper === undefined || upper.text.length > hostTextLimits.line) return false
    if (!isLowerHalf(block.kind, upper.text, columns, below)) return false
    block.lines[block.lines.length - 1] = { ...upper, text: joinedHalves(block.kind, upper.text, below) }
    return true
  }

  /** Ends the texts that lines were gathered for. */
  private close(): void {
    const open = [this.interrupted, this.block].filter((block) => block !== undefined)
    this.interrupted = undefined
    this.block = undefined
    for (const { kind, lines, command } of open) {
      while (lines.at(-1)?.text.trim() === '') lines.pop()
      if (lines.length === 0) continue
      const last = lines.at(-1)?.line ?? this.line
      // Findings of readers of lines have the lines of the paste already.
      this.add(readLines(kind, lines, command), 1, last, lines[0]?.line)
    }
  }

  private add(result: ReaderResult, first: number, last: number, start = first): void {
    const { findings, ...source } = result
    appendAll(
      this.findings,
      findings.map((finding) => moved(finding, first - 1)),
    )
    if (Object.keys(source.facts).length === 0 && findings.some(({ severity }) => severity === 'error'))
      return
    this.sources.push({ ...source, position: { line: start, column: 1, endLine: last + 1, endColumn: 1 } })
  }
}

/** Mail and shells put `>` in front of lines. */
function withoutQuoting(line: string): string {
  return line.startsWith('> ') ? line.replace(/^(?:> )+/, '') : line
}

/** A finding of a part, at its place in the whole. */
function moved(finding: Finding, lines: number): Finding {
  if (finding.position === undefined || lines === 0) return finding
  const { line, endLine } = finding.position
  const position: Position = {
    ...finding.position,
    line: line + lines,
    ...(endLine === undefined ? {} : { endLine: endLine + lines }),
  }
  return { ...finding, position }
}
