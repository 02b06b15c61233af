/**
 * A text of shell commands to words, as far as it can be told without running it: quotes, continuation lines, comments,
 * variables and arrays that the text itself sets. POSIX shell, 2.2 Quoting, 2.3 Token Recognition; bash manual, Arrays;
 * for Windows the lines of cmd.exe and PowerShell.
 */
import type { Finding, Position } from '../finding.ts'
import { placesIn } from '../text/index.ts'
import { Blocks } from './blocks.ts'
import { endOfHereDocument, lineEnd, readRedirection } from './redirection.ts'
import { type Expanded, expand, Variables } from './variables.ts'
import type { Word } from './word.ts'

/** One command: its program is the first word, or one behind `sudo` and its like. */
export interface Command {
  readonly words: readonly Word[]
  /** Variables that are set for this command. */
  readonly environment: ReadonlyMap<string, string>
}

export type Dialect = 'posix' | 'windows'

interface Assignment {
  readonly name: string
  /** `name+=`. */
  readonly adds: boolean
  readonly isArray: boolean
  readonly words: Word[]
}

/** Reads all commands of a text, in order; each line of a conditional as if it were run. Never throws. */
export function readShell(
  text: string,
  dialect: Dialect,
): { readonly commands: Command[]; readonly findings: Finding[] } {
  const reader = new ShellReader(text, dialect)
  reader.readAll()
  return { commands: reader.commands, findings: reader.findings }
}

const plain = {
  posix: /[^\\'"$`#\s;&|<>()={}\u00a0]+/y,
  windows: /[^"%`^\s;&|<>()=\u00a0]+/y,
} as const

/** Words before an assignment that say how the variable is meant. */
const declaring = /^(?:export|declare|local|readonly|typeset|then|else|do|\{|!|-[A-Za-z]+)$/

/** Longer words are no names of variables. */
const longestName = 256

class ShellReader {
  readonly commands: Command[] = []
  readonly findings: Finding[] = []
  private readonly text: string
  private readonly dialect: Dialect
  private readonly place: (start: number, end: number) => Position
  private readonly variables = new Variables()
  private at = 0
  private words: Word[] = []
  private assignments: Assignment[] = []
  private word: string | undefined
  private wordStart = 0
  private isQuoted = false
  private isOpaque = false
  /** Where the word was written when it is from an array. */
  private ownPosition: Position | undefined
  private assigning: { readonly name: string; readonly adds: boolean } | undefined
  private array: Assignment | undefined
  private skipsNext = false
  /** The line that ends the text of `<<`. */
  private here: string | undefined
  private readonly blocks = new Blocks()
  private isAfterAnd = false

  constructor(text: string, dialect: Dialect) {
    this.text = text
    this.dialect = dialect
    this.place = placesIn(text)
  }

  readAll(): void {
    while (this.at < this.text.length) this.step()
    if (this.array) this.unclosed('(', this.wordStart)
    this.endArray()
    this.endCommand()
  }

  private step(): void {
    const { text, at } = this
    const character = text[at] ?? ''
    const run = plain[this.dialect]
    run.lastIndex = at
    const [match] = run.exec(text) ?? []
    if (match !== undefined) this.add(match, at + match.length)
    else if (this.dialect === 'windows' ? !this.stepInWindows(character) : !this.stepInPosix(character))
      this.stepInBoth(character)
  }

  private stepInBoth(character: string): void {
    if (character === '"') this.doubleQuotes()
    else if (character === '<' || character === '>') this.redirection()
    else if (character === '&' && this.text[this.at + 1] === '>') this.redirection()
    else if ('\n;&|'.includes(character)) this.separator(character)
    else if (character === '(' || character === ')') this.parenthesis(character)
    else if (character === '=') this.equals()
    else if (/\s/.test(character)) {
      this.endWord()
      this.at += 1
    } else this.add(character, this.at + 1)
  }

  /** @returns false for what both kinds of shell have */
  private stepInPosix(character: string): boolean {
    const { text, at } = this
    switch (character) {
      case '\\':
        this.backslash()
        return true
      case "'":
        this.singleQuotes(at + 1)
        return true
      case '$':
        if (text[at + 1] === "'") this.singleQuotes(at + 2)
        else this.variable(false)
        return true
      case '`':
        this.variable(false)
        return true
      case '#':
        if (this.word !== undefined) this.add('#', at + 1)
        else this.at = lineEnd(text, at)
        return true
      default:
        return false
    }
  }

  private stepInWindows(character: string): boolean {
    const { text, at } = this
    if (character === '^' || character === '`') {
      const [ending] = /[ \t]*\r?\n/y.exec(text.slice(at + 1, at + 80)) ?? []
      if (ending !== undefined) this.at = at + 1 + ending.length
      else this.add(text[at + 1] ?? '', at + 2)
      return true
    }
    if (character !== '%') return false
    const name = /^%([\w()]+)%/.exec(text.slice(at, at + 80))?.[1]
    const held = name === undefined ? undefined : this.variables.get(name.toUpperCase())
    if (name === undefined || held === undefined) this.add('%', at + 1)
    else this.add(held.map((word) => word.text).join(' '), at + name.length + 2)
    return true
  }

  private add(piece: string, next: number): void {
    if (this.word === undefined) this.wordStart = this.at
    this.word = (this.word ?? '') + piece
    this.at = next
  }

  private addQuoted(piece: string, next: number): void {
    this.isQuoted = true
    this.add(piece, next)
  }

  private backslash(): void {
    const { text, at } = this
    // A blank behind the last backslash of a line is a slip, never meant.
    const [ending] = /[ \t]*(?:\r?\n|$)/y.exec(text.slice(at + 1, at + 80)) ?? []
    if (ending !== undefined && (ending !== '' || at + 1 >= text.length)) this.at = at + 1 + ending.length
    else this.addQuoted(text[at + 1] ?? '', at + 2)
  }

  private singleQuotes(from: number): void {
    const end = this.text.indexOf("'", from)
    if (end < 0) this.unclosed("'", from - 1)
    const until = end < 0 ? this.text.length : end
    this.addQuoted(this.text.slice(from, until), until + 1)
  }

  private doubleQuotes(): void {
    const { text, at: start } = this
    const run = this.dialect === 'posix' ? /[^"\\$`]+/y : /[^"%`^]+/y
    const isAlone = this.word === undefined
    let isNothing = false
    this.addQuoted('', start + 1)
    while (this.at < text.length) {
      const { at } = this
      const character = text[at] ?? ''
      run.lastIndex = at
      const [match] = run.exec(text) ?? []
      if (match !== undefined) this.add(match, at + match.length)
      else if (character === '"') {
        this.at += 1
        // An empty array is no word, not an empty one.
        if (isAlone && isNothing && this.word === '') this.word = undefined
        return
      } else if (this.dialect === 'windows') {
        if (character !== '%' || !this.stepInWindows(character)) this.add(character, at + 1)
      } else if (character === '\\') {
        const next = text[at + 1] ?? ''
        if (next === '\n') this.at += 2
        else if ('$`"\\'.includes(next)) this.add(next, at + 2)
        else this.add('\\', at + 1)
      } else isNothing = this.variable(true) || isNothing
    }
    this.unclosed('"', start)
  }

  /** @returns whether there is nothing in it */
  private variable(isInQuotes: boolean): boolean {
    const expanded: Expanded = expand(this.text, this.at, this.variables, isInQuotes)
    const { pieces, positions, end, problem, isOpaque = false } = expanded
    const position = this.place(this.at, end)
    if (problem) this.report(problem.code, position, problem.message)
    if (this.word === undefined && (isInQuotes || pieces.length > 0)) this.wordStart = this.at
    if (isOpaque) this.isOpaque = true
    this.at = end
    const isOneWord = this.assigning !== undefined && !this.array
    for (const [index, piece] of pieces.entries()) {
      if (index > 0 && isOneWord) this.word = `${this.word ?? ''} `
      else if (index > 0) this.endWord()
      if (index > 0 || this.word === undefined || this.word === '') this.ownPosition = positions?.[index]
      if (piece !== '' || isInQuotes) this.word = (this.word ?? '') + piece
    }
    return pieces.length === 0
  }

  private separator(character: string): void {
    const { text, at } = this
    if (this.array) {
      this.endWord()
      this.at += 1
      return
    }
    // `;;` and `;&` end what is done for a pattern.
    const isItemEnd = character === ';' && /[;&]/.test(text[at + 1] ?? '')
    const isDouble = isItemEnd || (character !== '\n' && text[at + 1] === character)
    this.endCommand()
    if (isItemEnd) this.blocks.endCaseItem()
    this.isAfterAnd = isDouble && character !== ';'
    this.at += isDouble ? 2 : 1
    if (character !== '\n' || this.here === undefined) return
    this.at = endOfHereDocument(text, this.at, this.here)
    this.here = undefined
  }

  private redirection(): void {
    if (this.word !== undefined && /^\d$/.test(this.word) && !this.isQuoted) this.word = undefined
    this.endWord()
    const { end, here, skipsNext } = readRedirection(this.text, this.at)
    this.at = end
    this.here = here ?? this.here
    this.skipsNext = skipsNext
  }

  private parenthesis(character: string): void {
    const { assigning } = this
    this.at += 1
    if (character === '(' && assigning && this.word === '' && !this.isQuoted) {
      this.array = { ...assigning, isArray: true, words: [] }
      this.word = undefined
      this.assigning = undefined
    } else if (character === ')' && this.array) {
      this.endWord()
      this.endArray()
    } else if (this.array) this.add(character, this.at)
    else if (character === '(' && this.word !== undefined && this.text[this.at] === ')') {
      // A function: what it does is read as if it were done here.
      this.word = undefined
      this.at += 1
    } else {
      this.endCommand()
      if (character === ')') this.blocks.endPattern()
    }
  }

  private endArray(): void {
    if (this.array) this.assignments.push(this.array)
    this.array = undefined
  }

  private equals(): void {
    // Looking into a word that grows costs as much as all of it.
    const word = this.word !== undefined && this.word.length <= longestName ? this.word : ''
    const [, name = '', plus] = /^([A-Za-z_]\w*)(\+?)$/.exec(word) ?? []
    const mayAssign =
      name !== '' &&
      !this.isQuoted &&
      !this.array &&
      !this.assigning &&
      this.dialect === 'posix' &&
      isDeclaration(this.words)
    if (mayAssign) {
      this.assigning = { name, adds: plus === '+' }
      this.word = ''
      this.at += 1
    } else this.add('=', this.at + 1)
  }

  private endWord(): void {
    const { word: text, assigning, ownPosition, isOpaque } = this
    this.ownPosition = undefined
    this.isOpaque = false
    this.word = undefined
    this.isQuoted = false
    if (text === undefined) return
    const position = ownPosition ?? this.place(this.wordStart, this.at)
    const word: Word = isOpaque ? { text, position, isOpaque } : { text, position }
    if (this.skipsNext) this.skipsNext = false
    else if (this.array) this.array.words.push(word)
    else if (assigning) this.assignments.push({ ...assigning, isArray: false, words: [word] })
    else this.words.push(word)
    this.assigning = undefined
  }

  private endCommand(): void {
    this.endWord()
    const isConditional = this.blocks.isInside || this.isAfterAnd
    const words = this.blocks.commandOf(this.words)
    const { assignments } = this
    this.words = []
    this.assignments = []
    this.isAfterAnd = false
    this.skipsNext = false
    if (this.dialect === 'windows' && words[0]?.text.toLowerCase() === 'set') this.set(words.slice(1))
    else if (!isDeclaration(words)) {
      const environment = new Map(assignments.map((one) => [one.name, joined(one.words)] as const))
      this.commands.push({ words, environment })
    } else for (const assignment of assignments) this.assign(assignment, isConditional)
  }

  private assign({ name, adds, isArray, words }: Assignment, isConditional: boolean): void {
    const known = this.variables.get(name)
    if (isConditional) {
      const isTaken = known === undefined && !adds
      const what = isTaken ? 'is taken as if it were so' : 'is left out'
      this.report(
        'argv.condition',
        words[0]?.position,
        `${name} is set here on a condition only: it ${what}. Change the design where it is otherwise.`,
      )
      if (!isTaken) return
    }
    if (!adds) this.variables.set(name, words, isArray)
    else if (isArray || this.variables.isArray(name))
      this.variables.set(name, [...(known ?? []), ...words], true)
    else {
      const isOpaque = [...(known ?? []), ...words].some((word) => word.isOpaque === true)
      const text = joined(known ?? []) + joined(words)
      this.variables.set(name, [{ text, position: undefined, isOpaque }], false)
    }
  }

  /** `set NAME=value` and `set "NAME=value"`. */
  private set(words: readonly Word[]): void {
    const [, name, value] = /^([\w()]+)=(.*)$/s.exec(joined(words)) ?? []
    if (name === undefined || value === undefined) return
    this.variables.set(name.toUpperCase(), [{ text: value, position: words[0]?.position }], false)
  }

  private unclosed(quote: string, start: number): void {
    this.findings.push({
      code: 'argv.unclosed-quote',
      severity: 'error',
      path: [],
      position: this.place(start, start + 1),
      message: `The ${quote} is never closed: everything behind it is read as one word. Close it.`,
    })
  }

  private report(code: Finding['code'], position: Position | undefined, message: string): void {
    if (this.findings.some((one) => one.message === message)) return
    this.findings.push({
      code,
      severity: 'warning',
      path: [],
      ...(position ? { position } : {}),
      message,
    })
  }
}

/** Nothing but words such as `export -a`. */
function isDeclaration(words: readonly Word[]): boolean {
  return words[0]?.text.startsWith('-') !== true && words.every(({ text }) => declaring.test(text))
}

function joined(words: readonly Word[]): string {
  return words.map(({ text }) => text).join(' ')
}
