/** What a line of a paste belongs to, told by its looks. Every pattern is anchored and takes linear time. */
import { idRangeLine } from './readers/id-ranges.ts'
import { isVersionLine, osReleaseLine } from './readers/versions.ts'

/** Kinds of text that are made of lines. */
export type LineKind =
  | 'pci'
  | 'lscpu'
  | 'lscpu-table'
  | 'lscpu-parsable'
  | 'lsusb'
  | 'lsusb-tree'
  | 'id-ranges'
  | 'numactl'
  | 'meminfo'
  | 'os-release'
  | 'versions'

/** The first line of a text of each kind. */
const beginnings: readonly (readonly [LineKind, (text: string) => boolean])[] = [
  ['lsusb', (text) => /^Bus \d{3,5} Device \d{3,5}: ID [0-9a-f]{4}:/i.test(text)],
  ['lsusb-tree', (text) => /^\/:\s+Bus \d+\.Port \d+: Dev \d+,/.test(text)],
  ['lscpu', (text) => /^Architecture:\s+\S+$/.test(text)],
  ['lscpu-table', (text) => /^CPU(?:\s+[A-Za-z][\w:%]*)+$/.test(text)],
  ['lscpu-parsable', (text) => /^# CPU(?:,[\w]*)+$/.test(text)],
  ['numactl', (text) => /^available: \d+ nodes? \(/.test(text)],
  ['meminfo', (text) => /^(?:MemTotal|HugePages_Total|Hugepagesize):\s+\d+/.test(text)],
  ['id-ranges', (text) => idRangeLine.test(text)],
  ['versions', isVersionLine],
  ['os-release', (text) => osReleaseLine.test(text)],
  ['pci', isPciLine],
]

/** Lines that go on with a text of a kind. Indented lines below a PCI function are its details. */
const continuations: Readonly<Record<LineKind, (text: string, indent: number) => boolean>> = {
  pci: (text, indent) =>
    isPciLine(text) ||
    // Forums eat the indentation of what `lspci -k` says below a function.
    /^(?:DeviceName|Subsystem|Kernel driver in use|Kernel modules):/.test(text) ||
    (indent > 0 && /^[A-Za-z][\w /()-]{0,40}:|^DeviceName|^Region/.test(text)),
  lscpu: (text) => /^[A-Z][\w ()./-]{0,60}:(?:\s|$)/.test(text),
  'lscpu-table': (text) => /^\d+\s[\d\s:.yesno-]+$/.test(text),
  'lscpu-parsable': (text) => /^\d+(?:,[\dYN]*)+$/.test(text),
  lsusb: (text) => /^Bus \d{3,5} Device \d{3,5}: ID /.test(text),
  'lsusb-tree': (text) => /^(?:\/:\s+Bus |\|__ Port |ID [0-9a-f]{4}:|\/sys\/bus\/usb)/.test(text),
  'id-ranges': (text) => idRangeLine.test(text),
  numactl: (text) =>
    /^(?:available:|node \d+ (?:cpus|size|free):|node distances:|node(?:\s+\d+)+$|\d+:(?:\s+\d+)+$)/.test(
      text,
    ),
  meminfo: (text) => /^\w+(?:\(\w+\))?:\s+\d+(?: kB)?$/.test(text),
  'os-release': (text) => osReleaseLine.test(text),
  versions: isVersionLine,
}

/** Which text begins with this line. */
export function beginningOf(text: string): LineKind | undefined {
  return beginnings.find(([, begins]) => begins(text))?.[0]
}

/** True when the line goes on with a text of this kind. */
export function continues(kind: LineKind, text: string, indent: number): boolean {
  return continuations[kind](text, indent)
}

function isPciLine(text: string): boolean {
  const plain = text.replace(/^(?:[-*•|│├└─>#=]+|\[(?:RESET|R| )\]|\s)+/u, '')
  const heading = /^(?:IOMMU[\s_-]?)?Group[\s:#=]*\d{1,6}(?![\w.])[\s:=#,-]*/i.exec(plain)
  const rest =
    heading === null
      ? plain
      : plain.slice(heading[0].length).replace(/^(?:[-*•|│├└─>]+|\[(?:RESET|R| )\]|\s)+/u, '')
  if (heading !== null && rest === '') return true
  return /^(?:[0-9a-f]{4,8}:)?[0-9a-f]{2}:[01][0-9a-f]\.[0-7]\s/i.test(rest)
}

/** A shell prompt with its command, which may say what follows. */
export function promptOf(text: string): { readonly command: string } | undefined {
  const bracket = /^\[[^\]]{1,120}\][$#%]?(.*)$/s.exec(text)
  // `me@host:~/vm$`, `me@host ~ $`, `#`, `❯`.
  const plain =
    /^(?:[^$#%❯]{0,160}[~\s)}\]]|[^$#%❯\s]{0,160}[@~/][^$#%❯\s]{0,160})?[$#%❯](?:\s(.*))?$/su.exec(text)
  const match = bracket ?? plain
  return match === null ? undefined : { command: (match[1] ?? '').trim() }
}
