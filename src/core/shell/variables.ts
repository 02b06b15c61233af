/** What `$name`, `${name}` and their like stand for. POSIX shell, 2.6.2 Parameter Expansion. */
import type { Finding, Position } from '../finding.ts'
import { arithmetic } from './arithmetic.ts'
import type { Word } from './word.ts'

/** What a text has set so far. */
export class Variables {
  private readonly held = new Map<string, { readonly words: readonly Word[]; readonly isArray: boolean }>()
  /** Characters that expanding may still give: a few lines can double themselves without end. */
  left = 4 * 1024 * 1024

  get(name: string): readonly Word[] | undefined {
    return this.held.get(name)?.words
  }

  isArray(name: string): boolean {
    return this.held.get(name)?.isArray === true
  }

  set(name: string, words: readonly Word[], isArray: boolean): void {
    this.held.set(name, { words, isArray })
  }
}

export interface Expanded {
  /** The first goes on with the word before it, the last with the one behind; none: there is nothing. */
  readonly pieces: readonly string[]
  /** Where each piece was written, when the pieces are the words of an array. */
  readonly positions?: readonly (Position | undefined)[]
  /** Where the text goes on. */
  readonly end: number
  readonly problem?: { readonly code: Finding['code']; readonly message: string }
  /** True when what a command would print is in it. */
  readonly isOpaque?: boolean
}

/** What a word counts beside its characters: words of a character or none double themselves too. */
const eachWord = 64

/** Longer names and defaults are none. */
const longest = 4096

/**
 * Expands what begins at a `$` or a backquote.
 *
 * @param isInQuotes then a text is one word, and only an array gives several
 */
export function expand(text: string, at: number, variables: Variables, isInQuotes: boolean): Expanded {
  const near = text.slice(at, at + longest)
  const [substitution] = /^`[^`]*`/.exec(near) ?? []
  if (substitution !== undefined) return unrun(substitution, at)
  if (near.startsWith('$((')) {
    const end = closing(near, 1, '(', ')')
    const value = arithmetic(near.slice(3, end - 2), (name) => variables.get(name)?.[0]?.text)
    if (value !== undefined) return within([String(value)], at + end, variables)
  }
  if (near.startsWith('$(')) return unrun(near.slice(0, substitutionEnd(near, 0)), at)
  if (near.startsWith('${')) {
    const end = closing(near, 1, '{', '}')
    return braced(near.slice(0, end), at + end, variables, isInQuotes)
  }
  const name = /^\$([A-Za-z_]\w*|[\d@*#?$!-])/.exec(near)?.[1]
  if (name === undefined) return { pieces: [near[0] ?? ''], end: at + 1 }
  return named(name, undefined, `$${name}`, at + name.length + 1, variables, isInQuotes)
}

/** `${name}`, `${name:-default}`, `${name[@]}`. */
function braced(whole: string, end: number, variables: Variables, isInQuotes: boolean): Expanded {
  const body = whole.slice(2, -1)
  const [, name = '', index, operator = '', rest = ''] =
    /^([A-Za-z_]\w*|[\d@*]+)(?:\[([^\]]*)\])?(?:(:?[-=+?])(.*))?$/s.exec(body) ?? []
  if (name === '') return unknown(whole, end)
  const held = variables.get(name)
  const isSet = held !== undefined && (!operator.startsWith(':') || held.some((word) => word.text !== ''))
  if (operator.endsWith('+')) return isSet ? fallback(rest, end, variables) : { pieces: [], end }
  if (!isSet && /[-=]$/.test(operator)) return fallback(rest, end, variables)
  return named(name, index, whole, end, variables, isInQuotes)
}

/** The word of `${name:-word}`, in which there may be quotes and simple variables. */
function fallback(word: string, end: number, variables: Variables): Expanded {
  const bare = word.replaceAll(/["']/g, '')
  const filled = bare.replaceAll(
    /\$(?:\{(\w+)\}|([A-Za-z_]\w*))/g,
    (whole, braces: string | undefined, name: string | undefined) =>
      variables
        .get(braces ?? name ?? '')
        ?.map((one) => one.text)
        .join(' ') ?? whole,
  )
  return within(filled === '' ? [] : [filled], end, variables)
}

function named(
  name: string,
  index: string | undefined,
  whole: string,
  end: number,
  variables: Variables,
  isInQuotes: boolean,
): Expanded {
  // What the person gives the script beside.
  if (name === '@' || name === '*') return { pieces: [], end }
  const held = variables.get(name)
  if (held === undefined) return unknown(whole, end)
  const texts = held.map((word) => word.text)
  const isAll = index === '@' || index === '*'
  const isOpaque = held.some((word) => word.isOpaque === true)
  if (isInQuotes && index === '*') return { ...within([texts.join(' ')], end, variables), isOpaque }
  if (isInQuotes && isAll)
    return { ...within(texts, end, variables), positions: held.map((word) => word.position), isOpaque }
  const chosen = isAll ? texts : texts.slice(Number(index ?? 0), Number(index ?? 0) + 1)
  if (isInQuotes) return { ...within([chosen[0] ?? ''], end, variables), isOpaque }
  const pieces = isOpaque ? chosen : chosen.flatMap((one) => one.split(/[ \t\r\n]+/))
  return { ...within(pieces, end, variables), isOpaque }
}

function within(pieces: readonly string[], end: number, variables: Variables): Expanded {
  variables.left -= pieces.reduce((sum, piece) => sum + piece.length + eachWord, 0)
  if (variables.left >= 0) return { pieces, end }
  variables.left = 0
  const message = 'The variables hold more than any command line does: what is left of them is left out.'
  return { pieces: [], end, problem: { code: 'argv.too-long', message } }
}

function unknown(whole: string, end: number): Expanded {
  const message = `What ${shown(whole)} holds is not said here: it stays as it is written. Replace it in the design.`
  return { pieces: [whole], end, problem: { code: 'argv.unknown-variable', message } }
}

function unrun(whole: string, at: number): Expanded {
  const message = `What ${shown(whole)} prints is not known here: it stays as it is written. Replace it in the design.`
  const problem = { code: 'argv.unknown-variable', message } as const
  return { pieces: [whole], end: at + whole.length, problem, isOpaque: true }
}

function shown(whole: string): string {
  return whole.length > 60 ? `${whole.slice(0, 60)}…` : whole
}

/** Where the `$(` at an offset is closed, exclusive: brackets in quotes are none. */
export function substitutionEnd(text: string, from: number): number {
  let depth = 0
  let quote = ''
  for (let at = from + 1; at < text.length; at += 1) {
    const character = text[at] ?? ''
    if (character === '\\' && quote !== "'") at += 1
    else if (quote !== '') quote = character === quote ? '' : quote
    else if (character === '"' || character === "'") quote = character
    else if (character === '(') depth += 1
    else if (character === ')') {
      depth -= 1
      if (depth === 0) return at + 1
    }
  }
  return text.length
}

/** Where the bracket at an offset is closed, exclusive; the whole text when it never is. */
function closing(text: string, from: number, opening: string, closed: string): number {
  let depth = 0
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === opening) depth += 1
    else if (text[at] === closed) depth -= 1
    if (depth === 0) return at + 1
  }
  return text.length
}
