import type { Path } from '../finding.ts'
import { base64Texts } from './base64-text.ts'
import { namedSecrets } from './named-secrets.ts'
import { passwordLines } from './password-lists.ts'
import { isFilePath, isHarmlessValue, isSecretName } from './secret-name.ts'
import { type SensitiveKind, sensitivePatterns } from './sensitive-patterns.ts'

/** One thing that a person may not want to hand on. */
export interface SensitiveThing {
  readonly kind: SensitiveKind
  /** What it is, in words: 'GitHub token'. */
  readonly what: string
  readonly path: Path
  /** The thing itself. */
  readonly text: string
  /** As much of it as tells it from others: what is secret is masked. */
  readonly shown: string
}

/** Where in its text it begins, and what of it. */
type Found = Omit<SensitiveThing, 'path'> & { readonly at: number }

/** Deeper than any design; a value that holds itself ends here. */
const deepest = 100

const mask = '•••'
const mostShown = 48

/**
 * What should be named before a design is shared: private keys, passwords and their hashes, tokens, signed addresses,
 * SSH public keys, paths under somebody's home. Walks any plain value; texts in texts (user-data, snippets, commands,
 * base64) are searched as well. In the order of the value, each thing once per path.
 */
export function sensitiveThings(value: unknown): SensitiveThing[] {
  const things: SensitiveThing[] = []
  walk(value, [], things)
  return things
}

function walk(value: unknown, path: Path, things: SensitiveThing[]): void {
  if (path.length > deepest) return
  if (Array.isArray(value)) {
    const before = things.length
    for (const [index, item] of value.entries()) walk(item, [...path, index], things)
    if (things.length === before) addAll(inWordsOfCommand(value, path), path, things)
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) walk(item, [...path, key], things)
  } else if (typeof value === 'string' || typeof value === 'number') {
    addAll(thingsOf(String(value), path), path, things)
  }
}

function addAll(found: readonly Found[], path: Path, things: SensitiveThing[]): void {
  const seen = new Set<string>()
  for (const { kind, what, text, shown } of found.toSorted((one, other) => one.at - other.at)) {
    const mark = `${kind} ${text}`
    if (!seen.has(mark)) things.push({ kind, what, path, text, shown })
    seen.add(mark)
  }
}

/** A longer list is no command. */
const mostWords = 60

/** A command may be a list of its words, none of which says anything alone: `[mysql, --password, hunter2]`. */
function inWordsOfCommand(value: readonly unknown[], path: Path): Found[] {
  const words = value.filter((item) => typeof item === 'string')
  if (words.length < 2 || words.length < value.length || words.length > mostWords) return []
  if (words.some((word) => /\s/.test(word))) return []
  return thingsOf(words.join(' '), path).filter(({ kind }) => kind === 'password')
}

function thingsOf(text: string, path: Path): Found[] {
  const ofKey = secretOfKey(text, path)
  if (ofKey !== undefined) return ofKey
  const forms = ofForm(text)
  return [...forms, ...besides(forms, ofName(text, path)), ...encoded(text)]
}

/** The whole text, when the key that holds it is the name of a secret. */
function secretOfKey(text: string, path: Path): Found[] | undefined {
  const key = path.findLast((segment) => typeof segment === 'string')
  if (typeof key !== 'string' || !isSecretName(key) || isHarmlessValue(text)) return undefined
  if (/pass|pwd/i.test(key)) return [{ kind: 'password', what: 'password', text, shown: mask, at: 0 }]
  return isFilePath(text) ? undefined : [{ kind: 'token', what: 'secret', text, shown: mask, at: 0 }]
}

/** What tells by its form what it is. Where two say so of one place, the first of the table does. */
function ofForm(text: string): Found[] {
  let found: Found[] = []
  for (const { kind, what, pattern, isPublic } of sensitivePatterns) {
    // Nearly every text has none of them, and matchAll copies the expression before it looks.
    if (text.search(pattern) < 0) continue
    const more: Found[] = []
    for (const match of text.matchAll(pattern)) {
      const [whole, head = ''] = match
      const shown = isPublic ? short(whole) : short(head) + mask
      more.push({ kind, what, text: whole.trimEnd(), shown, at: match.index })
    }
    found = [...found, ...besides(found, more)].toSorted((one, other) => one.at - other.at)
  }
  return found
}

/** What has a name of a secret in the text, or stands in a list of passwords. */
function ofName(text: string, path: Path): Found[] {
  const named = namedSecrets(text).map(
    ({ text: whole, head, at }): Found => ({
      kind: 'password',
      what: 'password',
      text: whole.trimEnd(),
      shown: short(head) + mask,
      at,
    }),
  )
  const lines = passwordLines(text, path).map(
    ({ text: line, at }): Found => ({
      kind: 'password',
      what: 'password of a user',
      text: line,
      shown: mask,
      at,
    }),
  )
  return besides(lines, named).concat(lines)
}

function encoded(text: string): Found[] {
  const found: Found[] = []
  for (const { encoded: whole, decoded, at } of base64Texts(text)) {
    const inside = ofForm(decoded).filter(({ kind }) => !isPublicKind(kind))
    const [first] = inside.length > 0 ? inside : ofName(decoded, [])
    if (first !== undefined) found.push({ ...first, what: `${first.what} in base64`, text: whole, at })
  }
  return found
}

/** True for what opens a door. The others, an SSH public key and a path under a home, only say whose the VM is. */
export function isSecret({ kind }: Pick<SensitiveThing, 'kind'>): boolean {
  return !isPublicKind(kind)
}

function isPublicKind(kind: SensitiveKind): boolean {
  return kind === 'ssh-public-key' || kind === 'home-path'
}

/** Those of the others that lie beside all of the known ones. Both are in the order of the text. */
function besides(known: readonly Found[], others: readonly Found[]): Found[] {
  const taken = known.filter(({ kind }) => !isPublicKind(kind))
  let index = 0
  return others
    .toSorted((one, other) => one.at - other.at)
    .filter((one) => {
      if (isPublicKind(one.kind)) return true
      for (let next = taken[index]; next && next.at + next.text.length <= one.at; next = taken[index])
        index += 1
      const near = taken[index]
      return near === undefined || near.at >= one.at + one.text.length
    })
}

function short(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trimStart()
  return line.length > mostShown ? `${line.slice(0, 28)} … ${line.slice(-16)}` : line
}
