/**
 * Lines that a terminal, a mail or a forum broke in two. Where the break was is told by what the upper half lacks: the
 * numbers of a PCI function, the end of a bracket; or by a terminal's width that the next word had no room in.
 */
import { parsePciAddress } from './pci-address.ts'
import { readPciDescription } from './pci-description.ts'

/** What a terminal is wide, and pages that print what one had. */
const terminal = 80

/** How many columns a line takes; a tab goes to the next eighth. */
export function columnsOf(line: string): number {
  let columns = 0
  for (const character of line) columns = character === '\t' ? columns - (columns % 8) + 8 : columns + 1
  return columns
}

/**
 * True when a line was broken at the width of a terminal: what comes next had no room.
 * @param columns those of the upper line
 */
export function brokenAtTerminal(columns: number, below: string): boolean {
  const [word = ''] = below.trimStart().split(' ', 1)
  return columns <= terminal && columns + 1 + word.length > terminal
}

/** True when the line below is the rest of a line of lspci. */
export function isBrokenPciLine(above: string, below: string): boolean {
  return (
    isUnfinishedPciLine(above) ||
    (addressIn(above.trim()) !== undefined && /^\s*\((?:rev|prog-if) /.test(below))
  )
}

/** True when this line of lspci does not say all that such a line says. */
function isUnfinishedPciLine(line: string): boolean {
  const text = line.trim()
  const address = addressIn(text)
  if (address === undefined) return isUnfinishedDetail(text)
  const description = text.slice(address.end).trim()
  if (readPciDescription(description, address.idsBefore) !== undefined) return hasOpenBracket(description)
  // An unbroken line of lspci without -nn has no numbers either, and often ends with its revision.
  return /\[[0-9a-f]{4}\]:/i.test(description) || !/\(rev [0-9a-f]{2}\)$/i.test(description.slice(-8))
}

/** The two halves as one line. */
export function joinedPciLine(above: string, below: string): string {
  const near = `${above}${below.trimStart()}`
  const apart = `${above.trimEnd()} ${below.trimStart()}`
  // A terminal breaks a word in two where a mail breaks between words.
  const isWithinWord = columnsOf(above) === terminal && /^\s*[\p{Ll}\d\])]/u.test(below)
  const [first, second] = isWithinWord ? [near, apart] : [apart, near]
  return !isUnfinishedPciLine(first) || isUnfinishedPciLine(second) ? first : second
}

function addressIn(text: string) {
  let at = 0
  let idsBefore: { vendor_id: string; device_id: string } | undefined
  for (const word of text.split(/\s/, 12)) {
    if (parsePciAddress(word) !== undefined) return { end: at + word.length, idsBefore }
    const [, vendor, device] = /^\[([0-9a-f]{4}):([0-9a-f]{4})\]$/i.exec(word) ?? []
    if (vendor !== undefined && device !== undefined) idsBefore = { vendor_id: vendor, device_id: device }
    at += word.length + 1
  }
  return undefined
}

/** True for a line of `lspci -v` whose last word wants the number of the group. */
export function endsBeforeGroup(line: string): boolean {
  return /\bIOMMU$/.test(line.trimEnd())
}

function isUnfinishedDetail(text: string): boolean {
  if (endsBeforeGroup(text)) return true
  if (/^Kernel (?:driver in use|modules):/.test(text)) return text.endsWith(',') || text.endsWith(':')
  return text.startsWith('Subsystem:') && !/^\[[0-9a-f]{4}:[0-9a-f]{4}\]$/i.test(text.slice(-11))
}

function hasOpenBracket(text: string): boolean {
  return text.lastIndexOf('(') > text.lastIndexOf(')') || text.lastIndexOf('[') > text.lastIndexOf(']')
}
