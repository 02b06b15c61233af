/**
 * JSON text to a value whose every part knows where it stood. `JSON.parse` gives no positions, words its errors
 * differently in each browser, and keeps the last of two equal keys without a word.
 * Grammar: RFC 8259, nothing more (no comments, no trailing commas), so that what passes here passes anywhere.
 */
import type { Finding, Path, Position } from '../finding.ts'
import { placesIn } from './places.ts'

/** Deeper nesting is no configuration file. */
const deepest = 128

/** Longer texts are refused, in UTF-16 units. */
const longest = 8 * 1024 * 1024

/** What `readJson` gives. */
export interface JsonText {
  /** The value; missing when the text is not JSON. `undefined` is never a JSON value. */
  readonly value?: unknown
  /** `json.syntax`, `json.duplicate-key`, `json.too-deep`, `json.too-long`: all errors. */
  readonly findings: readonly Finding[]
  /** Where the value at `path` stands, or (for a key that is there) its key; the nearest parent when it is not there. */
  positionOf(path: Path, part?: 'key' | 'value'): Position
}

interface Span {
  readonly start: number
  readonly end: number
}

interface Node extends Span {
  readonly value: unknown
  readonly entries?: ReadonlyMap<string, { readonly key: Span; readonly node: Node }>
  readonly items?: readonly Node[]
}

/**
 * Reads one JSON document.
 * @param text the document; a byte order mark in front is skipped
 * @returns the value, or findings with line and column and no value
 */
export function readJson(text: string): JsonText {
  const place = placesIn(text)
  if (text.length > longest) {
    const message = `The text is longer than ${longest / 1024 / 1024} MiB, which no file of this kind is.`
    return {
      findings: [{ code: 'json.too-long', severity: 'error', path: [], position: place(0, 0), message }],
      positionOf: () => place(0, 0),
    }
  }
  const parser = new JsonParser(text)
  const root = parser.document()
  const findings = parser.problems.map(
    (problem): Finding => ({
      code: problem.code,
      severity: 'error',
      path: problem.path,
      position: place(problem.start, problem.end),
      message: problem.message,
    }),
  )
  const positionOf = (path: Path, part: 'key' | 'value' = 'value'): Position => {
    let span: Span = { start: root?.start ?? 0, end: root?.start ?? 0 }
    let node: Node | undefined = root
    for (const [index, segment] of path.entries()) {
      const entry: { readonly key?: Span; readonly node: Node } | undefined = step(node, segment)
      if (entry === undefined) return place(span.start, span.end)
      node = entry.node
      span = part === 'key' && index === path.length - 1 ? (entry.key ?? node) : node
    }
    return place(span.start, span.end)
  }
  return root === undefined ? { findings, positionOf } : { value: root.value, findings, positionOf }
}

function step(
  node: Node | undefined,
  segment: string | number,
): { readonly key?: Span; readonly node: Node } | undefined {
  if (typeof segment === 'string') return node?.entries?.get(segment)
  const item = node?.items?.[segment]
  return item === undefined ? undefined : { node: item }
}

interface Problem extends Span {
  readonly code: 'json.syntax' | 'json.duplicate-key' | 'json.too-deep'
  readonly path: Path
  readonly message: string
}

/** Recursive descent; the first syntax problem ends the reading (every method then gives undefined). */
class JsonParser {
  readonly problems: Problem[] = []
  private at = 0
  private readonly path: (string | number)[] = []
  private readonly text: string

  constructor(text: string) {
    this.text = text
  }

  document(): Node | undefined {
    if (this.text.startsWith('\uFEFF')) this.at = 1
    const node = this.value()
    if (node === undefined) return undefined
    this.space()
    if (this.at < this.text.length)
      return this.fail('There is more text after the end of the JSON value; remove it.')
    return node
  }

  private value(): Node | undefined {
    this.space()
    if (this.path.length > deepest) {
      return this.fail(`The JSON is nested deeper than ${deepest} levels.`, 'json.too-deep')
    }
    switch (this.text[this.at]) {
      case '{':
        return this.object()
      case '[':
        return this.array()
      case '"':
        return this.string()
      case 't':
        return this.word('true', true)
      case 'f':
        return this.word('false', false)
      case 'n':
        return this.word('null', null)
      case undefined:
        return this.fail('The JSON ends here, where a value is expected.')
      case "'":
        return this.fail('JSON wants double quotes around text.')
      case '/':
      case '#':
        return this.fail('JSON knows no comments; remove it.')
      default:
        return this.number()
    }
  }

  private object(): Node | undefined {
    const start = this.at++
    const value: Record<string, unknown> = {}
    const entries = new Map<string, { readonly key: Span; readonly node: Node }>()
    for (let first = true; ; first = false) {
      this.space()
      if (this.text[this.at] === '}' && first) break
      if (this.text[this.at] !== '"') return this.fail(this.keyMessage())
      const key = this.string()
      if (key === undefined) return undefined
      this.space()
      if (this.text[this.at] !== ':') return this.fail('A colon is missing between the key and its value.')
      this.at++
      this.path.push(key.value)
      const node = this.value()
      if (node === undefined) return undefined
      if (entries.has(key.value)) {
        const message = `The key ${JSON.stringify(key.value)} is there twice; keep one.`
        const { start, end } = key
        this.problems.push({ code: 'json.duplicate-key', path: [...this.path], start, end, message })
      }
      this.path.pop()
      entries.set(key.value, { key, node })
      // An assignment to __proto__ would set the prototype instead of a key.
      Object.defineProperty(value, key.value, {
        value: node.value,
        enumerable: true,
        writable: true,
        configurable: true,
      })
      this.space()
      if (this.text[this.at] === '}') break
      if (this.text[this.at] !== ',') return this.fail('A comma or a closing } is missing here.')
      this.at++
    }
    return { start, end: ++this.at, value, entries }
  }

  private array(): Node | undefined {
    const start = this.at++
    const items: Node[] = []
    for (;;) {
      this.space()
      if (this.text[this.at] === ']') {
        if (items.length === 0) break
        return this.fail('The comma before ] must go: JSON ends a list without one.')
      }
      this.path.push(items.length)
      const node = this.value()
      if (node === undefined) return undefined
      this.path.pop()
      items.push(node)
      this.space()
      if (this.text[this.at] === ']') break
      if (this.text[this.at] !== ',') return this.fail('A comma or a closing ] is missing here.')
      this.at++
    }
    return { start, end: ++this.at, value: items.map((item) => item.value), items }
  }

  private string(): (Node & { readonly value: string }) | undefined {
    const start = this.at++
    for (; ; this.at++) {
      const code = this.text.charCodeAt(this.at)
      if (code === 0x22) break
      if (Number.isNaN(code) || code === 0x0a || code === 0x0d)
        return this.fail('The closing " of this text is missing.')
      if (code < 0x20)
        return this.fail('A control character in text must be written as an escape such as \\t.')
      if (code !== 0x5c) continue
      escapeText.lastIndex = this.at
      const match = escapeText.exec(this.text)
      if (match === null) return this.fail('This is no escape that JSON knows; a backslash is written \\\\.')
      this.at += match[0].length - 1
    }
    const raw: unknown = JSON.parse(this.text.slice(start, ++this.at))
    return { start, end: this.at, value: String(raw) }
  }

  private number(): Node | undefined {
    const start = this.at
    numberText.lastIndex = start
    const match = numberText.exec(this.text)
    if (match === null) return this.fail('This is no JSON value; text needs double quotes.')
    this.at += match[0].length
    if (/[\w.]/.test(this.text[this.at] ?? '')) {
      this.at = start
      return this.fail(
        'This is no JSON number (decimal, without leading zeros); write it as text in double quotes.',
      )
    }
    return { start, end: this.at, value: Number(match[0]) }
  }

  private word(word: string, value: boolean | null): Node | undefined {
    const start = this.at
    if (!this.text.startsWith(word, start) || /\w/.test(this.text[start + word.length] ?? '')) {
      return this.fail('This is no JSON value; text needs double quotes.')
    }
    this.at += word.length
    return { start, end: this.at, value }
  }

  private keyMessage(): string {
    if (this.text[this.at] === '}') return 'The comma before } must go: JSON ends a map without one.'
    return 'A key in double quotes is expected here.'
  }

  private space(): void {
    while (' \t\n\r'.includes(this.text[this.at] ?? 'x')) this.at++
  }

  private fail(message: string, code: Problem['code'] = 'json.syntax'): undefined {
    const end = Math.min(this.at + 1, this.text.length)
    this.problems.push({ code, path: [...this.path], start: this.at, end, message })
    return undefined
  }
}

const escapeText = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y
const numberText = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
