/**
 * The XML of domains inside of what people paste: behind a prompt, between the lines of a forum, quoted by a mail. What
 * is not XML is made blank, so that each line and column stays where it was.
 */
import { beginsQemuCommand } from './begins-qemu.ts'

export interface XmlInText {
  /** As long as the text, line for line: XML, and blanks where something else was. */
  readonly xml: string
  /** Lines, counted from 1, that are not part of it and not empty. */
  readonly passedOver: readonly number[]
  /** True when `>` stood in front of the lines. */
  readonly quoted: boolean
}

/** What libvirt prints with a domain in it. */
const root = /<(?:domain|domains|domstatus|domainsnapshot|domainbackup|domaincheckpoint)[\s/>]/
const rootEnd = /<\/(?:domain|domains|domstatus|domainsnapshot|domainbackup|domaincheckpoint)>/

/** A key of YAML: what is indented below it is its text. */
const yamlKey = /^\s*(?:- )?[\w-]+:(?:\s|$)/

/**
 * Finds the XML of domains.
 * @returns undefined when the text holds none, or is of another format that holds it: a vm.yml, a script with QEMU
 */
export function xmlInText(text: string): XmlInText | undefined {
  if (!root.test(text)) return undefined
  const lines = text.split('\n')
  const first = lines.findIndex((line) => /^[>\s\uFEFF]*</.test(line))
  const marks = (/^[>\s\uFEFF]*/.exec(lines[first] ?? '')?.[0] ?? '').split('>').length - 1
  const head = lines.slice(0, Math.max(0, first))
  if (first === -1 || !isPlainText(head, lines[first] ?? '')) return undefined
  const plain = marks === 0 ? lines : lines.map((line) => withoutMarks(line, marks))
  const passedOver: number[] = []
  let isOutside = true
  for (const [at, line] of plain.entries()) {
    if (isOutside && line.trimStart().startsWith('<')) isOutside = false
    if (isOutside) {
      if (line.trim() !== '' && line.trim() !== '\uFEFF') passedOver.push(at + 1)
      plain[at] = blank(line)
      continue
    }
    const end = endOfRoot(line)
    if (end === undefined || !isLastOfItsText(plain, at)) continue
    isOutside = true
    if (line.slice(end).trim() === '') continue
    passedOver.push(at + 1)
    plain[at] = `${line.slice(0, end)}${blank(line.slice(end))}`
  }
  return { xml: plain.join('\n'), passedOver, quoted: marks > 0 }
}

/** True when what stands before the XML is neither a vm.yml nor a command that has it as a text. */
function isPlainText(head: readonly string[], firstLine: string): boolean {
  if (head.length === 0) return true
  const isIndented = /^\s/.test(firstLine)
  if (isIndented && head.some((line) => yamlKey.test(line))) return false
  return !beginsQemuCommand(head.join('\n'))
}

/** Where a line ends the domain; undefined when it does not, or when more XML follows on it. */
function endOfRoot(line: string): number | undefined {
  const match = rootEnd.exec(line)
  if (match === null) return undefined
  const end = match.index + match[0].length
  return line.includes('<', end) ? undefined : end
}

/** True when the next XML, if there is any, begins another text: it is not the rest of what stands around. */
function isLastOfItsText(lines: readonly string[], at: number): boolean {
  for (let below = at + 1; below < lines.length; below++) {
    const line = lines[below] ?? ''
    if (line.includes('<')) return root.test(`${line} `) || /^\s*<[?!]/.test(line)
  }
  return true
}

/** Mail puts one `>` in front for each answer. */
function withoutMarks(line: string, marks: number): string {
  let at = 0
  let left = marks
  while (left > 0 && (line.charAt(at) === '>' || line.charAt(at) === ' ')) {
    if (line.charAt(at) === '>') left--
    at++
  }
  return left === marks ? line : `${' '.repeat(at)}${line.slice(at)}`
}

function blank(text: string): string {
  return text.endsWith('\r') ? `${' '.repeat(text.length - 1)}\r` : ' '.repeat(text.length)
}
