/**
 * The plain assignments of a script of bash: `NAME=word` and `NAME=(word word)`, with the quotes of POSIX shells. Nothing
 * is run: what a shell would have to work out (`$HOME`, a command, a condition) is none, and told apart.
 */
import type { Position } from '../../finding.ts'

export interface Assignment {
  readonly name: string
  /** One for a plain variable. */
  readonly words: readonly string[]
  readonly isList: boolean
  readonly position: Position
}

export interface Script {
  /** Of a variable that is assigned twice the last, which is what a shell keeps. */
  readonly assignments: ReadonlyMap<string, Assignment>
  /** Lines that are none; a condition, a loop or a function with all that is in it. */
  readonly others: readonly { readonly text: string; readonly position: Position }[]
}

/** Takes time as the text is long. */
export function readScript(text: string): Script {
  const lines = text.split('\n')
  const assignments = new Map<string, Assignment>()
  const others: { text: string; position: Position }[] = []
  for (let at = 0; at < lines.length; at += 1) {
    const first = at
    let line = (lines[at] ?? '').trim().replace(/^\uFEFF/, '')
    if (line === '' || line.startsWith('#')) continue
    if (opens(line)) {
      const end = endOfBlock(lines, at)
      others.push({
        text: line,
        position: { line: first + 1, column: 1, endLine: end + 1, endColumn: (lines[end] ?? '').length + 1 },
      })
      at = end
      continue
    }
    const head = /^([A-Za-z_]\w{0,63})=/.exec(line)
    // A list may go on over lines, up to the first that ends it.
    if (head !== null && line.startsWith('(', head[0].length)) {
      const parts = [line]
      while (!holdsEnd(lines[at] ?? '') && at + 1 < lines.length) {
        at += 1
        parts.push((lines[at] ?? '').trim())
      }
      line = parts.join('\n')
    }
    const position = {
      line: first + 1,
      column: 1,
      endLine: at + 1,
      endColumn: (lines[at] ?? '').length + 1,
    }
    const name = head?.[1]
    const value = name === undefined ? undefined : wordsIn(line.slice(name.length + 1))
    if (name === undefined || value === undefined) others.push({ text: line, position })
    else assignments.set(name, { name, ...value, position })
  }
  return { assignments, others }
}

/** What is in it may not be what holds: it is not read. */
function opens(line: string): boolean {
  const first = line.slice(0, 16).split(/\s/, 1)[0] ?? ''
  return begins.has(first) || line.endsWith('{')
}

const begins: ReadonlySet<string> = new Set('if for while until case select function'.split(' '))

const ends: ReadonlySet<string> = new Set(['fi', 'done', 'esac', '}'])

/** `fi`, `done < list`, and a block in a line. */
function closes(line: string): boolean {
  const words = line.split(/[;\s]+/).filter((word) => word !== '')
  return ends.has(words[0] ?? '') || ends.has(words.at(-1) ?? '')
}

/** The last line of a block; of one that nothing ends, the last of all. */
function endOfBlock(lines: readonly string[], start: number): number {
  let depth = 0
  for (let at = start; at < lines.length; at += 1) {
    const line = (lines[at] ?? '').trim()
    if (opens(line)) depth += 1
    if (closes(line)) depth -= 1
    if (depth <= 0) return at
  }
  return lines.length - 1
}

function holdsEnd(line: string): boolean {
  const comment = line.search(/(?:^|\s)#/)
  return line.slice(0, comment === -1 ? undefined : comment).includes(')')
}

function wordsIn(text: string): { readonly words: readonly string[]; readonly isList: boolean } | undefined {
  const isList = text.startsWith('(')
  const words: string[] = []
  let word: string | undefined
  let at = isList ? 1 : 0
  let isClosed = false
  while (at < text.length) {
    const sign = text.charAt(at)
    if (/\s/.test(sign) || (isList && sign === ')') || sign === '#') {
      if (sign === '#' && word !== undefined) {
        word += sign
        at += 1
        continue
      }
      if (word !== undefined) words.push(word)
      word = undefined
      if (sign === ')') isClosed = true
      if (sign === '#') {
        const end = text.indexOf('\n', at)
        at = end === -1 ? text.length : end
        continue
      }
      at += 1
      if (!isList || isClosed) break
      continue
    }
    const piece = pieceAt(text, at)
    if (piece === undefined) return undefined
    word = (word ?? '') + piece.text
    at = piece.end
  }
  if (word !== undefined) words.push(word)
  const rest = text.slice(at).trim()
  if ((rest !== '' && !rest.startsWith('#')) || (isList && !isClosed)) return undefined
  return { words: isList ? words : [words[0] ?? ''], isList }
}

/** A quoted part, an escaped sign or a plain one; undefined for what a shell would work out. */
function pieceAt(text: string, at: number): { readonly text: string; readonly end: number } | undefined {
  const sign = text.charAt(at)
  if (sign === "'") {
    const end = text.indexOf("'", at + 1)
    return end === -1 ? undefined : { text: text.slice(at + 1, end), end: end + 1 }
  }
  if (sign === '"') return doubleQuoted(text, at + 1)
  if (sign === '\\') return { text: text.charAt(at + 1), end: at + 2 }
  return /[$`;&|<>()]/.test(sign) ? undefined : { text: sign, end: at + 1 }
}

function doubleQuoted(
  text: string,
  start: number,
): { readonly text: string; readonly end: number } | undefined {
  const parts: string[] = []
  for (let at = start; at < text.length; at += 1) {
    const sign = text.charAt(at)
    if (sign === '"') return { text: parts.join(''), end: at + 1 }
    if (sign === '$' || sign === '`') return undefined
    const next = text.charAt(at + 1)
    const isEscape = sign === '\\' && /[$`"\\]/.test(next)
    parts.push(isEscape ? next : sign)
    if (isEscape) at += 1
  }
  return undefined
}
