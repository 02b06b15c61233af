/**
 * Reads what people paste about their PCI devices: the IOMMU listing in its two shapes (the group on each line, or as
 * a heading), and `lspci -nn`, `-nnk`, `-nnv`, `-n` or `-mmnn` without groups. Scripts differ, terminals add colours and
 * prompts and break lines, forums eat indentation, so every line is looked at on its own; what is not understood becomes a
 * finding.
 * Format: lspci(8) of pciutils; samples in tests.
 */
import type { Finding, Position } from '../finding.ts'
import { formatPciAddress, type PciAddress, parsePciAddress } from './pci-address.ts'
import { type PciIds, readPciDescription } from './pci-description.ts'
import type { PciDevice } from './pci-device.ts'
import { withoutColours } from './text-colours.ts'
import { endsBeforeGroup, isBrokenPciLine, joinedPciLine } from './wrapped-lines.ts'

/**
 * The command (bash) whose output `readIommuListing` reads best: each function with its group in front, and below it
 * the driver that has it, without which nobody can tell whether a group is in use. No root.
 */
export const iommuListingCommand =
  'shopt -s nullglob; for d in /sys/kernel/iommu_groups/*/devices/*; do ' +
  `n=\${d#*/iommu_groups/}; n=\${n%%/*}; printf 'IOMMU Group %s ' "$n"; lspci -nnks "\${d##*/}"; done`

/** What `readIommuListing` takes. Larger pastes are cut there, with a finding. */
export const iommuListingLimits = {
  /** UTF-16 units; `lspci -vvnn` of a large server is about 1 MiB. */
  text: 4 * 1024 * 1024,
  /** UTF-16 units of one line; lspci writes a few hundred. */
  line: 2000,
  /** Findings of one code that are named one by one; the rest are counted. */
  findings: 20,
} as const

/** What a listing said. Devices stand in the order of the listing, each function once. */
export interface IommuListing {
  readonly devices: readonly PciDevice[]
  readonly findings: readonly Finding[]
}

/**
 * Reads a pasted listing.
 * @param text as it came from the clipboard: colours, CRLF, prompts and missing indentation are fine
 * @returns the functions, and findings with positions. `host.listing.no-devices` (error): nothing was found, with the
 *   command to run. Warnings: `host.listing.unread-line`, `host.listing.no-ids` (lspci without -nn),
 *   `host.listing.group-conflict`, `host.listing.line-too-long`, `host.listing.too-long`
 */
export function readIommuListing(text: string): IommuListing {
  const reader = new ListingReader()
  const end = Math.min(text.length, iommuListingLimits.text)
  let line = 0
  for (let start = text.charCodeAt(0) === 0xfeff ? 1 : 0; start < end; ) {
    const newline = text.indexOf('\n', start)
    const stop = newline === -1 || newline > end ? end : newline
    line++
    if (stop - start > iommuListingLimits.line) reader.tooLong(line, stop - start)
    else reader.line(text.slice(start, stop), line)
    start = stop + 1
  }
  if (text.length > end) reader.cut(line)
  return reader.result()
}

/**
 * The group of a heading, and whether its devices are indented (known from the first of them). Unraid puts the first
 * device on the line of the heading, and the ids of each in front of its address.
 */
interface Heading {
  readonly group: number
  readonly idsInFront: boolean
  indented?: boolean
}

class ListingReader {
  private readonly devices = new Map<string, PciDevice>()
  private readonly findings: Finding[] = []
  private readonly counts = new Map<Finding['code'], number>()
  private heading: Heading | undefined
  /** The function that details below it (driver, subsystem) belong to, and how far it was indented. */
  private current: { readonly key: string; readonly indent: number } | undefined
  /** How far a detail was indented that is not kept: what stands deeper continues it (`lspci -vv`). */
  private skippedIndent: number | undefined
  /** The line above, whose end may stand on the next. */
  private above: { readonly text: string; readonly number: number } | undefined

  line(raw: string, number: number): void {
    const clean = withoutColours(raw)
    const { above } = this
    if (above !== undefined && isRestOfLine(above.text, clean)) {
      const text = joinedPciLine(above.text, clean)
      if (text.length <= iommuListingLimits.line) {
        this.above = { text, number: above.number }
        return
      }
    }
    this.finish()
    this.above = { text: clean, number }
  }

  private finish(): void {
    const { above } = this
    this.above = undefined
    if (above !== undefined) this.whole(above.text.trimEnd(), above.number)
  }

  private whole(clean: string, number: number): void {
    const text = clean.trimStart()
    const indent = clean.length - text.length
    if (text === '') {
      this.current = undefined
      return
    }
    const { group, ids, rest } = withoutPrefix(text)
    const space = rest.search(/\s/)
    const address = space === -1 ? undefined : parsePciAddress(rest.slice(0, space))
    if (address !== undefined) {
      if (group !== undefined && ids !== undefined) this.heading = { group, idsInFront: true }
      const description = { text: rest.slice(space).trim(), ids }
      this.device(address, description, group, indent, number)
      return
    }
    if (group !== undefined && rest === '') {
      // `lspci -v` puts the group below the device, as one detail among others.
      if (this.current !== undefined && indent > this.current.indent) {
        this.merge(this.current.key, { iommu_group: group }, number)
      } else {
        this.heading = { group, idsInFront: false }
        this.current = undefined
      }
      return
    }
    if (this.detail(text, indent, number) || isPrompt(text)) return
    this.notRead(text, number)
  }

  tooLong(number: number, length: number): void {
    this.finish()
    const message = `This line has ${length} characters, which no line of lspci has; it was left out.`
    this.add('host.listing.line-too-long', message, at(number))
  }

  cut(number: number): void {
    const mebibytes = iommuListingLimits.text / 1024 / 1024
    const message = `Only the first ${mebibytes} MiB of the listing were read; the rest, from this line on, was left out.`
    this.add('host.listing.too-long', message, at(number))
  }

  result(): IommuListing {
    this.finish()
    const findings = [...this.findings]
    for (const [code, count] of this.counts) {
      const more = count - iommuListingLimits.findings
      if (more <= 0) continue
      const message = `${more} more ${more === 1 ? 'line' : 'lines'} of the listing with this problem.`
      findings.push({ code, severity: 'warning', path: [], message })
    }
    if (this.devices.size === 0) {
      const message = `No PCI device was found in this text. Run this on the host and paste what it prints: ${iommuListingCommand}`
      findings.unshift({ code: 'host.listing.no-devices', severity: 'error', path: [], message })
    }
    return { devices: [...this.devices.values()], findings }
  }

  private device(
    address: PciAddress,
    description: { readonly text: string; readonly ids: PciIds | undefined },
    ownGroup: number | undefined,
    indent: number,
    number: number,
  ): void {
    const key = formatPciAddress(address)
    this.current = { key, indent }
    this.skippedIndent = undefined
    const group = ownGroup ?? this.groupOfHeading(indent > 0, description.ids !== undefined)
    const parsed = readPciDescription(description.text, description.ids)
    if (parsed === undefined) {
      const message = `${key} stands here without the numbers of its class and device; list with lspci -nn.`
      this.add('host.listing.no-ids', message, at(number))
      return
    }
    if (!this.devices.has(key)) {
      this.devices.set(key, { address, ...parsed, ...(group === undefined ? {} : { iommu_group: group }) })
    } else {
      // The same function again, from a second listing pasted below the first: each may know what the other does not.
      this.merge(key, { ...parsed, ...(group === undefined ? {} : { iommu_group: group }) }, number)
    }
  }

  private groupOfHeading(indented: boolean, idsInFront: boolean): number | undefined {
    if (this.heading?.idsInFront === true && !idsInFront) this.heading = undefined
    if (this.heading === undefined) return undefined
    this.heading.indented ??= indented
    // A device further left than those below the heading is no longer below it.
    if (this.heading.indented && !indented && !idsInFront) this.heading = undefined
    return this.heading?.group
  }

  private merge(key: string, more: Partial<PciDevice>, number: number): void {
    const device = this.devices.get(key)
    if (device === undefined) return
    const group = more.iommu_group
    if (group !== undefined && device.iommu_group !== undefined && group !== device.iommu_group) {
      const message = `${key} is in IOMMU group ${group} here and in group ${device.iommu_group} further up; paste one host at a time.`
      this.add('host.listing.group-conflict', message, at(number))
    }
    this.devices.set(key, { ...device, ...more })
  }

  /** A line below a device that says more about it; true when it was one. */
  private detail(text: string, indent: number, number: number): boolean {
    if (this.current === undefined) return false
    if (this.skippedIndent !== undefined && indent > this.skippedIndent) return true
    this.skippedIndent = undefined
    const { key } = this.current
    const colon = text.indexOf(':')
    const label = colon === -1 ? '' : text.slice(0, colon).toLowerCase()
    const value = text.slice(colon + 1).trim()
    if (label === 'kernel driver in use') this.merge(key, { driver: value }, number)
    else if (label === 'kernel modules') this.merge(key, { modules: value.split(/,\s*/) }, number)
    else if (label === 'subsystem') this.merge(key, { subsystem: value }, number)
    else if (otherDetail.test(text)) {
      const group = label === 'flags' ? /\biommu group (\d{1,6})\b/i.exec(value)?.[1] : undefined
      if (group !== undefined) this.merge(key, { iommu_group: Number(group) }, number)
      this.skippedIndent = indent
    } else return false
    return true
  }

  private notRead(text: string, number: number): void {
    const shown = text.length > 60 ? `${text.slice(0, 60)}…` : text
    const message = `This line was not understood and left out: ${shown}`
    this.add('host.listing.unread-line', message, at(number, text.length))
  }

  private add(code: Finding['code'], message: string, position: Position): void {
    const count = (this.counts.get(code) ?? 0) + 1
    this.counts.set(code, count)
    if (count > iommuListingLimits.findings) return
    this.findings.push({ code, severity: 'warning', path: [], position, message })
  }
}

/** What `lspci -v` and `-vv` say besides; nothing of it is kept. Source: ls-*.c of pciutils. */
const otherDetail = new RegExp(
  '^(?:DeviceName|Flags|Physical Slot|Control|Status|Latency|Interrupt|NUMA node|Region \\d+|Memory|I/O|' +
    'Prefetchable memory|\\[virtual\\]|Expansion ROM|Capabilities|BIST|Bus|Secondary status|BridgeCtl|!!!)',
  'i',
)

/** True when this is the lower half of a line: nothing that begins with what a line begins with. */
function isRestOfLine(above: string, clean: string): boolean {
  const text = clean.trim()
  if (!isBrokenPciLine(above, clean)) return false
  if (endsBeforeGroup(above) && /^group \d/.test(text)) return true
  if (text === '' || isPrompt(text) || otherDetail.test(text)) return false
  if (/^(?:Subsystem|Kernel driver in use|Kernel modules):/.test(text)) return false
  const { group, rest } = withoutPrefix(text)
  const [word = ''] = rest.split(/\s/, 1)
  return group === undefined && parsePciAddress(word) === undefined
}

/**
 * Takes what scripts and shells put in front of an address off: a prompt, a bullet, `[RESET]`, `IOMMU Group 1`, and
 * `[10de:11c0]` of Unraid. Each step removes characters or stops, so the time is linear in the length.
 */
function withoutPrefix(text: string): {
  readonly group?: number
  readonly ids?: PciIds
  readonly rest: string
} {
  let group: number | undefined
  let ids: PciIds | undefined
  let rest = text
  // A prompt is only taken off when a listing follows it.
  const prompt = /^(?:\[[^\]]{0,80}\]|[^\s[\]]{0,80})[$#%>❯] +(?=iommu|group|[0-9a-f]{2,8}:)/iu.exec(rest)
  if (prompt !== null) rest = rest.slice(prompt[0].length)
  for (;;) {
    const token = /^(?:[-*•|│├└─>]+|\[(?:RESET|R| )\])\s*/u.exec(rest)
    const [pair, vendor, device] = /^\[([0-9a-f]{4}):([0-9a-f]{4})\]\s*/i.exec(rest) ?? []
    if (pair !== undefined && vendor !== undefined && device !== undefined) {
      ids = { vendor_id: vendor.toLowerCase(), device_id: device.toLowerCase() }
      rest = rest.slice(pair.length)
      continue
    }
    const heading =
      token === null
        ? /^[#=]*\s*(?:iommu[\s_-]?)?group[\s:#=]*(\d{1,6})(?![\w.])[\s:=#,-]*/i.exec(rest)
        : null
    const taken = (token ?? heading)?.[0].length ?? 0
    if (taken === 0) break
    if (heading?.[1] !== undefined) group = Number(heading[1])
    rest = rest.slice(taken)
  }
  return { ...(group === undefined ? {} : { group }), ...(ids === undefined ? {} : { ids }), rest }
}

/** A shell prompt, alone or with the command that printed the listing: known, and no part of it. */
function isPrompt(text: string): boolean {
  if (/\blspci\b|\/iommu_groups\b|\bnullglob\b/.test(text)) return true
  return text.length <= 120 && /[$#%>❯]$/u.test(text) && (text.length <= 2 || /[@~]/.test(text))
}

function at(line: number, length?: number): Position {
  return length === undefined
    ? { line, column: 1 }
    : { line, column: 1, endLine: line, endColumn: length + 1 }
}
