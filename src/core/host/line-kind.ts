/** What a line of a paste belongs to, told by its looks. Every pattern is anchored and takes linear time. */
import { parsePciAddress } from './pci-address.ts'
import { beginsCpuinfo } from './readers/cpuinfo.ts'
import { fieldOf } from './readers/fields.ts'
import { continuesGroups, groupOfHeading, isAddressesAlone, isGroupLine } from './readers/group-members.ts'
import { idRangeLine } from './readers/id-ranges.ts'
import { beginsLscpu } from './readers/lscpu.ts'
import { beginsLscpuParsable, beginsLscpuTable } from './readers/lscpu-table.ts'
import { beginsLspciRecord, continuesLspciRecord } from './readers/lspci-records.ts'
import { beginsLsusb, continuesLsusb } from './readers/lsusb.ts'
import { continuesProxmox, isProxmoxLine } from './readers/proxmox-summary.ts'
import { beginsPveshTable, continuesPveshTable, isDrawn } from './readers/pvesh.ts'
import { threadPairLine, unraidHeadings } from './readers/thread-pairs.ts'
import { isVersionLine, osReleaseLine } from './readers/versions.ts'
import { brokenAtTerminal, isBrokenPciLine, joinedPciLine } from './wrapped-lines.ts'

/** Kinds of text that are made of lines. */
export type LineKind =
  | 'pci'
  | 'lspci-records'
  | 'groups'
  | 'lscpu'
  | 'lscpu-table'
  | 'lscpu-parsable'
  | 'cpuinfo'
  | 'lsusb'
  | 'lsusb-tree'
  | 'id-ranges'
  | 'numactl'
  | 'meminfo'
  | 'os-release'
  | 'versions'
  | 'pvesh'
  | 'proxmox'
  | 'thread-pairs'

/** The first line of a text of each kind. */
const beginnings: readonly (readonly [LineKind, (text: string) => boolean])[] = [
  ['lsusb', beginsLsusb],
  ['lsusb-tree', (text) => /^\/:\s+Bus \d+\.Port \d+: Dev \d+,/.test(text)],
  ['lscpu-table', beginsLscpuTable],
  ['lscpu-parsable', beginsLscpuParsable],
  ['cpuinfo', beginsCpuinfo],
  ['proxmox', isProxmoxLine],
  ['lscpu', beginsLscpu],
  ['numactl', (text) => /^available: \d+ nodes? \(/.test(text)],
  ['meminfo', (text) => /^(?:MemTotal|HugePages_Total|Hugepagesize):\s+\d+/.test(text)],
  ['id-ranges', (text) => idRangeLine.test(text)],
  ['versions', isVersionLine],
  ['os-release', (text) => osReleaseLine.test(text)],
  ['thread-pairs', (text) => threadPairLine.test(text)],
  ['pvesh', beginsPveshTable],
  ['groups', isGroupLine],
  ['lspci-records', beginsLspciRecord],
  ['pci', isPciLine],
]

/** Lines that go on with a text of a kind. Indented lines below a PCI function are its details. */
const continuations: Readonly<Record<LineKind, (text: string, indent: number) => boolean>> = {
  pci: (text, indent) =>
    isPciLine(text) ||
    // Forums eat the indentation of what `lspci -k` says below a function.
    /^(?:DeviceName|Subsystem|Kernel driver in use|Kernel modules):/.test(text) ||
    (indent > 0 && /^[A-Za-z][\w /()-]{0,40}:|^DeviceName|^Region/.test(text)),
  'lspci-records': continuesLspciRecord,
  groups: continuesGroups,
  lscpu: isField,
  'lscpu-table': (text) => /^(?:\d{1,5}|-)\s/.test(text),
  'lscpu-parsable': (text) => /^\d+(?:,[\d\p{L}]*)+$/u.test(text),
  cpuinfo: isField,
  lsusb: continuesLsusb,
  'lsusb-tree': (text) => /^(?:\/:\s+Bus |\|__ Port |ID [0-9a-f]{4}:|\/sys\/bus\/usb)/.test(text),
  'id-ranges': (text) => idRangeLine.test(text),
  numactl: (text) =>
    /^(?:available:|node \d+ (?:cpus|size|free):|node distances:|node(?:\s+\d+)+$|\d+:(?:\s+\d+)+$)/.test(
      text,
    ),
  meminfo: (text) => /^\w+(?:\(\w+\))?:\s+\d+(?: kB)?$/.test(text),
  'os-release': (text) => osReleaseLine.test(text),
  versions: isVersionLine,
  pvesh: continuesPveshTable,
  proxmox: continuesProxmox,
  'thread-pairs': (text) => threadPairLine.test(text),
}

/** Kinds whose lines have no form of their own: the first line of another text ends them. */
const anyField: ReadonlySet<LineKind> = new Set(['lscpu', 'cpuinfo', 'groups'])

/** Which text begins with this line. */
export function beginningOf(text: string): LineKind | undefined {
  return beginnings.find(([, begins]) => begins(text))?.[0]
}

/** True when the line goes on with a text of this kind. */
export function continues(kind: LineKind, text: string, indent: number): boolean {
  if (!continuations[kind](text, indent)) return false
  // What stands below a heading tells whose it is.
  if (kind === 'groups' && groupOfHeading(text) !== undefined) return true
  const other = anyField.has(kind) ? beginningOf(text) : undefined
  return other === undefined || other === kind
}

/** Kinds whose lines end with names of any length. */
const endsInWords: ReadonlySet<LineKind> = new Set(['pci', 'lsusb', 'lscpu', 'cpuinfo', 'lspci-records'])

/**
 * True when a line is the lower half of one of this kind, which was broken in two.
 * @param above the line so far
 * @param columns those of the half above
 */
export function isLowerHalf(kind: LineKind, above: string, columns: number, below: string): boolean {
  if (kind === 'pci' && isBrokenPciLine(above, below)) return !isCommand(below)
  if (promptOf(below.trimStart()) !== undefined) return false
  // The flags of a processor take many lines of a terminal of any width.
  if (kind === 'lscpu' || kind === 'cpuinfo') {
    const isFlags = (text: string) => /^[a-z][a-z0-9_]+(?: [a-z][a-z0-9_]+)*$/.test(text.trim())
    const value = fieldOf(above)?.value ?? ''
    if (isFlags(below) && isFlags(value)) return true
  }
  // Unraid's lines end with a name, those of lspci with numbers.
  if (kind === 'pci' && /[\])]$/.test(above)) return false
  return endsInWords.has(kind) && brokenAtTerminal(columns, below)
}

/** The two halves as one line. */
export function joinedHalves(kind: LineKind, above: string, below: string): string {
  if (kind === 'pci') return joinedPciLine(above, below)
  // No word begins with what stands within or behind one.
  const space = /^\s*[-)\],.]/.test(below) ? '' : ' '
  return `${above.trimEnd()}${space}${below.trimStart()}`
}

/** A line that says something by itself, though its text is of no kind: a heading, the frame of a table. */
export function isDecoration(text: string): boolean {
  return unraidHeadings.has(text) || isDrawn(text)
}

function isField(text: string): boolean {
  return fieldOf(text) !== undefined
}

/** A prompt that no name of a device looks like: `[Radeon RX 580]` in brackets does, without the sign behind it. */
function isCommand(text: string): boolean {
  const prompt = promptOf(text.trim())
  return prompt !== undefined && (!text.startsWith('[') || /^\[[^\]]{1,120}\][$#%]/.test(text))
}

function isPciLine(text: string): boolean {
  const plain = text.replace(/^(?:[-*•|│├└─>#=]+|\[(?:RESET|R| )\]|\s)+/u, '')
  const heading = /^(?:IOMMU[\s_-]?)?Group[\s:#=]*\d{1,6}(?![\w.])[\s:=#,-]*/i.exec(plain)
  const rest =
    heading === null
      ? plain
      : plain.slice(heading[0].length).replace(/^(?:[-*•|│├└─>]+|\[(?:RESET|R| )\]|\s)+/u, '')
  if (heading !== null && rest === '') return true
  // Unraid puts the ids in front of the address, and a mark for what can be reset.
  const [first = '', second = '', third = ''] = rest.split(/\s+/, 3)
  const isIds = /^\[[0-9a-f]{4}:[0-9a-f]{4}\]$/i.test(first)
  if (isIds) return parsePciAddress(/^\[R(?:ESET)?\]$/.test(second) ? third : second) !== undefined
  return (
    second !== '' && parsePciAddress(first) !== undefined && !isGroupLine(text) && !isAddressesAlone(text)
  )
}

/** A shell prompt with its command, which may say what follows. */
export function promptOf(text: string): { readonly command: string } | undefined {
  const bracket = /^\[[^\]]{1,120}\][$#%]?(.*)$/s.exec(text)
  // `me@host:~/vm$`, `me@host ~ $`, `#`, `❯`.
  const plain =
    /^(?:[^$#%❯]{0,160}[~\s)}\]]|[^$#%❯\s]{0,160}[@~/][^$#%❯\s]{0,160})?[$#%❯](?:\s(.*))?$/su.exec(text)
  const match = bracket ?? plain
  if (match === null) return commandBehindArrow(text)
  return { command: (match[1] ?? '').trim() }
}

/** `me@host:~> lscpu`, as openSUSE has it. */
function commandBehindArrow(text: string): { readonly command: string } | undefined {
  const at = text.indexOf('>')
  const isPrompt = at <= 160 && /^[^\s@]+@[^\s:]+:\S*$/.test(text.slice(0, Math.max(0, at)))
  const rest = text.slice(at + 1)
  return isPrompt && /^(?:\s|$)/.test(rest) ? { command: rest.trim() } : undefined
}
