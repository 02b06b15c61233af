/**
 * Reads whatever people paste about their host: the texts of several commands one after another, with prompts and other
 * lines between. Each text is known by its looks. Every line is looked at once, so the time is linear in the length.
 */

import { type Finding, formatPath, type Position } from '../finding.ts'
import { appendAll } from '../text/index.ts'
import { parseXml } from '../xml/index.ts'
import { checkHostFacts, pathOfIssue } from './check-facts.ts'
import type { HostText, HostTextSource } from './host-text.ts'
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
import { formatPciAddress } from './pci-address.ts'
import { readCapabilities } from './readers/capabilities.ts'
import { readCpuinfo } from './readers/cpuinfo.ts'
import { readDomCapabilities } from './readers/domcapabilities.ts'
import { groupOfHeading, isAddressesAlone, readGroupMembers } from './readers/group-members.ts'
import { readIdRanges } from './readers/id-ranges.ts'
import { readHostJson } from './readers/json.ts'
import { readLscpu } from './readers/lscpu.ts'
import { readLscpuParsable, readLscpuTable } from './readers/lscpu-table.ts'
import { readLspciRecords } from './readers/lspci-records.ts'
import { readLsusb, readLsusbTree } from './readers/lsusb.ts'
import { readMeminfo, readNumactl } from './readers/memory.ts'
import { readNodedev } from './readers/nodedev.ts'
import { readPciText } from './readers/pci-text.ts'
import { readProxmoxSummary } from './readers/proxmox-summary.ts'
import { readPveshTable } from './readers/pvesh.ts'
import type { HostLine, ReaderResult } from './readers/reader.ts'
import { readThreadPairs } from './readers/thread-pairs.ts'
import { readOsRelease, readVersions } from './readers/versions.ts'
import { withoutColours } from './text-colours.ts'
import { columnsOf } from './wrapped-lines.ts'

/** What `readHostText` takes. */
export const hostTextLimits = {
  /** UTF-16 units; what is longer is cut there, with a finding. */
  text: 4 * 1024 * 1024,
  /** UTF-16 units of a line that is looked at; the flags of a processor take 3000. */
  line: 16_000,
} as const

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

/** Elements that libvirt prints for a host. */
const rootElements = {
  capabilities: readCapabilities,
  domainCapabilities: readDomCapabilities,
  device: readNodedev,
} as const

type RootElement = keyof typeof rootElements

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
    this.summarize()
    return { sources: this.sources, findings: this.findings }
  }

  /** A JSON or XML document that begins on this line; true when it was taken with all its lines. */
  private document(raw: string): boolean {
    const start = raw.trimStart()
    if (start.startsWith('{') || start.startsWith('[{') || start.trimEnd() === '[')
      return this.take('{', this.endOfJson())
    const name = /^(?:<\?xml[^>]{0,200}\?>\s*)?<(capabilities|domainCapabilities|device)[\s>]/.exec(
      start,
    )?.[1]
    if (name === undefined || !isRootElement(name)) return false
    return this.take(name, this.endOfXml(name))
  }

  private take(kind: RootElement | '{', stop: number | undefined): boolean {
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
    const result = kind === '{' ? readHostJson(body) : readXmlText(kind, body)
    this.add(result, first, this.line)
    // What stands behind the document on its last line is nothing.
    const newline = this.text.indexOf('\n', stop)
    this.offset = newline === -1 ? this.end : Math.min(newline + 1, this.end)
    this.line++
    this.command = ''
    return true
  }

  private endOfXml(name: string): number | undefined {
    if (this.endless.has(name)) return undefined
    // A device of USB has its number in another <device>.
    const tag = new RegExp(`<(/?)${name}(?=[\\s/>])[^<>]*>`, 'g')
    tag.lastIndex = this.offset
    let depth = 0
    for (let match = tag.exec(this.text); match !== null; match = tag.exec(this.text)) {
      if (!match[0].endsWith('/>')) depth += match[1] === '/' ? -1 : 1
      if (tag.lastIndex > this.end) break
      if (depth === 0) return tag.lastIndex
    }
    return undefined
  }

  /** Where the bracket that opens here is closed, strings apart. */
  private endOfJson(): number | undefined {
    if (this.endless.has('{')) return undefined
    let depth = 0
    for (let at = this.offset; at < this.end; at++) {
      const character = this.text.charAt(at)
      if (character === '"') {
        at++
        while (at < this.end && this.text.charAt(at) !== '"') at += this.text.charAt(at) === '\\' ? 2 : 1
      } else if (character === '{' || character === '[') depth++
      else if (character === '}' || character === ']') {
        depth--
        if (depth === 0) return at + 1
      }
    }
    return undefined
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
      this.add(readBlock(kind, lines, command), 1, last, lines[0]?.line)
    }
  }

  private add(result: ReaderResult, first: number, last: number, start = first): void {
    const { findings, ...source } = wellFormed(result)
    appendAll(
      this.findings,
      findings.map((finding) => moved(finding, first - 1)),
    )
    if (Object.keys(source.facts).length === 0 && findings.some(({ severity }) => severity === 'error'))
      return
    this.sources.push({ ...source, position: { line: start, column: 1, endLine: last + 1, endColumn: 1 } })
  }

  /** Groups of functions that nothing in the paste names. */
  private nameless(): void {
    const named = new Set(
      this.sources.flatMap(({ facts }) => (facts.pci ?? []).map(({ address }) => formatPciAddress(address))),
    )
    const source = this.sources.find(({ facts }) =>
      facts.pci_groups?.some(({ address }) => !named.has(address)),
    )
    if (source === undefined) return
    const message =
      'This says which IOMMU group a function is in, and not what it is. Paste what lspci -nnk prints on the same host as well.'
    const { line, column } = source.position
    this.findings.push({
      code: 'host.text.groups-alone',
      severity: 'advice',
      path: [],
      position: { line, column },
      message,
    })
  }

  /** Says of each program that does not print what is needed which one does, unless that is here too. */
  private otherCommands(): void {
    const kinds = new Set(this.sources.map(({ kind }) => kind))
    for (const [{ what, lacks, command, betters }, line] of this.others) {
      if (betters.some((kind) => kinds.has(kind))) continue
      const message = `This looks like ${what}, ${lacks}. Paste what this prints: ${command}`
      const position = { line, column: 1 }
      this.findings.push({
        code: 'host.text.other-command',
        severity: 'warning',
        path: [],
        position,
        message,
      })
    }
  }

  private summarize(): void {
    if (this.firstUnread !== undefined && this.sources.length > 0) {
      const { text, line } = this.firstUnread
      const shown = text.trim().slice(0, 60)
      const others = this.unread > 1 ? ` and ${this.unread - 1} more` : ''
      const message = `Not understood and left out: “${shown}”${others}.`
      this.findings.push({
        code: 'host.text.unread-lines',
        severity: 'advice',
        path: [],
        position: { line, column: 1 },
        message,
      })
    }
    if (this.text.length > this.end) {
      const message = `Only the first ${hostTextLimits.text / 1024 / 1024} MiB were read; the rest was left out.`
      const position = { line: this.line, column: 1 }
      this.findings.push({ code: 'host.text.too-long', severity: 'warning', path: [], position, message })
    }
    this.nameless()
    this.otherCommands()
    if (this.sources.length > 0 || this.others.size > 0) return
    if (this.findings.some(({ severity }) => severity === 'error')) return
    const message =
      'Nothing in this text is known. Paste what the probe prints, or an IOMMU listing, lspci -nnk, lscpu -e, lsusb, ' +
      'virsh capabilities, virsh domcapabilities, virsh nodedev-dumpxml or /etc/subuid.'
    this.findings.push({ code: 'host.text.nothing', severity: 'error', path: [], message })
  }
}

/** What a command printed is checked as a file of facts is: a name with a line break in it is none. */
function wellFormed(result: ReaderResult): ReaderResult {
  const { facts = {}, issues } = checkHostFacts(result.facts)
  if (issues.length === 0) return result
  const findings = issues.map((issue): Finding => {
    const path = pathOfIssue(issue)
    const message = `${formatPath(path)} ${issue.message}; it is left out.`
    return { code: 'host.facts.form', severity: 'warning', path, message }
  })
  return { ...result, facts, findings: [...result.findings, ...findings] }
}

/** Mail and shells put `>` in front of lines. */
function withoutQuoting(line: string): string {
  return line.startsWith('> ') ? line.replace(/^(?:> )+/, '') : line
}

function isRootElement(name: string): name is RootElement {
  return Object.hasOwn(rootElements, name)
}

function readXmlText(name: RootElement, body: string): ReaderResult {
  const { root, findings } = parseXml(body.trimStart())
  if (root !== undefined) return rootElements[name](root)
  const kind =
    name === 'domainCapabilities' ? 'domcapabilities' : name === 'device' ? 'nodedev' : 'capabilities'
  return { kind, title: `<${name}>`, summary: 'not read', facts: {}, findings }
}

function readBlock(kind: LineKind, lines: readonly HostLine[], command: string): ReaderResult {
  switch (kind) {
    case 'pci':
      return readPciText(lines)
    case 'lspci-records':
      return readLspciRecords(lines)
    case 'groups':
      return readGroupMembers(lines)
    case 'lscpu':
      return readLscpu(lines)
    case 'cpuinfo':
      return readCpuinfo(lines)
    case 'lscpu-table':
      return readLscpuTable(lines)
    case 'lscpu-parsable':
      return readLscpuParsable(lines)
    case 'lsusb':
      return readLsusb(lines)
    case 'lsusb-tree':
      return readLsusbTree(lines)
    case 'id-ranges':
      return readIdRanges(lines, idFileOf(lines, command))
    case 'numactl':
      return readNumactl(lines)
    case 'meminfo':
      return readMeminfo(lines)
    case 'os-release':
      return readOsRelease(lines)
    case 'versions':
      return readVersions(lines)
    case 'pvesh':
      return readPveshTable(lines)
    case 'proxmox':
      return readProxmoxSummary(lines)
    case 'thread-pairs':
      return readThreadPairs(lines)
  }
}

/** Which of the two files it is: the command says so, or the name that grep puts in front. */
function idFileOf(lines: readonly HostLine[], command: string): 'subuid' | 'subgid' | undefined {
  const said = `${command} ${lines[0]?.text.slice(0, 20) ?? ''}`
  const users = said.includes('subuid')
  const groups = said.includes('subgid')
  return users === groups ? undefined : users ? 'subuid' : 'subgid'
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
