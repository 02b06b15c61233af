/** What is said of a paste as a whole, when all of its parts were read. */
import type { Finding } from '../finding.ts'
import type { HostTextSource } from './host-text.ts'
import { hostTextLimits } from './host-text-limits.ts'
import type { OtherCommand } from './other-commands.ts'
import { formatPciAddress } from './pci-address.ts'
import type { HostLine } from './readers/reader.ts'

export interface ReadParts {
  readonly sources: readonly HostTextSource[]
  /** Of the parts. */
  readonly findings: readonly Finding[]
  /** Lines that belong to nothing known: the first of them, and how many there are. */
  readonly firstUnread: HostLine | undefined
  readonly unread: number
  /** The line at which a paste that is too long was cut. */
  readonly cutAt: number | undefined
  /** Programs that do not say what is needed, with the line of each. */
  readonly others: ReadonlyMap<OtherCommand, number>
}

/** The findings that no part alone can have; those of the parts are not among them. */
export function findingsOfAll(parts: ReadParts): Finding[] {
  const said = [...unreadLines(parts), ...cutOff(parts), ...nameless(parts), ...otherCommands(parts)]
  return [...said, ...nothing(parts, [...parts.findings, ...said])]
}

function* unreadLines({ firstUnread, unread, sources }: ReadParts): Iterable<Finding> {
  if (firstUnread === undefined || sources.length === 0) return
  const shown = firstUnread.text.trim().slice(0, 60)
  const others = unread > 1 ? ` and ${unread - 1} more` : ''
  yield {
    code: 'host.text.unread-lines',
    severity: 'advice',
    path: [],
    position: { line: firstUnread.line, column: 1 },
    message: `Not understood and left out: “${shown}”${others}.`,
  }
}

function* cutOff({ cutAt }: ReadParts): Iterable<Finding> {
  if (cutAt === undefined) return
  yield {
    code: 'host.text.too-long',
    severity: 'warning',
    path: [],
    position: { line: cutAt, column: 1 },
    message: `Only the first ${hostTextLimits.text / 1024 / 1024} MiB were read; the rest was left out.`,
  }
}

/** Groups of functions that nothing in the paste names. */
function* nameless({ sources }: ReadParts): Iterable<Finding> {
  const named = new Set(
    sources.flatMap(({ facts }) => (facts.pci ?? []).map(({ address }) => formatPciAddress(address))),
  )
  const source = sources.find(({ facts }) => facts.pci_groups?.some(({ address }) => !named.has(address)))
  if (source === undefined) return
  const { line, column } = source.position
  yield {
    code: 'host.text.groups-alone',
    severity: 'advice',
    path: [],
    position: { line, column },
    message:
      'This says which IOMMU group a function is in, and not what it is. Paste what lspci -nnk prints on the same host as well.',
  }
}

/** Says of each program that does not print what is needed which one does, unless that is here too. */
function* otherCommands({ sources, others }: ReadParts): Iterable<Finding> {
  const kinds = new Set(sources.map(({ kind }) => kind))
  for (const [{ what, lacks, command, betters }, line] of others) {
    if (betters.some((kind) => kinds.has(kind))) continue
    yield {
      code: 'host.text.other-command',
      severity: 'warning',
      path: [],
      position: { line, column: 1 },
      message: `This looks like ${what}, ${lacks}. Paste what this prints: ${command}`,
    }
  }
}

function* nothing({ sources, others }: ReadParts, said: readonly Finding[]): Iterable<Finding> {
  if (sources.length > 0 || others.size > 0 || said.some(({ severity }) => severity === 'error')) return
  yield {
    code: 'host.text.nothing',
    severity: 'error',
    path: [],
    message:
      'Nothing in this text is known. Paste what the probe prints, or an IOMMU listing, lspci -nnk, lscpu -e, lsusb, ' +
      'virsh capabilities, virsh domcapabilities, virsh nodedev-dumpxml or /etc/subuid.',
  }
}
