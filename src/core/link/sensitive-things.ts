import type { Path } from '../finding.ts'

/** One thing that a person may not want to hand on. `text` is the thing itself: a page may want to mask it. */
export interface SensitiveThing {
  readonly kind: 'ssh-public-key' | 'private-key' | 'password' | 'home-path'
  readonly path: Path
  readonly text: string
}

type Kind = SensitiveThing['kind']

/** Deeper than any design; a value that holds itself ends here. */
const deepest = 100

/** Keys whose text is a password. cloud-init's `lock_passwd` is a switch. */
const passwordKey = /^(?!lock_)(?:\w+_)?(?:passwd|password|passphrase)$/i

const sshPublicKey =
  /\b(?:sk-)?(?:ssh-(?:ed25519|rsa|dss)|ecdsa-sha2-nistp\d{3})(?:-cert-v01)?(?:@openssh\.com)?[ \t]+AAAA[\w+/=]+(?:[ \t]+[^\s'"<>,\]}]+)?/g

const privateKey = /-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----|\bPuTTY-User-Key-File-\d|\bAGE-SECRET-KEY-1\w+/g

/** A password within a text. One expression, so that no two findings overlap. */
const password = new RegExp(
  [
    // A line or a flow map of YAML or JSON; the head of a block of text is none.
    /\b(?:plain_text_passwd|hashed_passwd|passwd|password|passphrase)["']?:[ \t]+(?![|>&*][-+\d]*[ \t]*$)[^\s#][^\n]*/,
    // An attribute of XML, an option of a command.
    /\b(?:passwd|password)[ \t]{0,9}=[ \t]{0,9}(?:'[^'\n]+'|"[^"\n]+"|[^\s'",;&<>]+)/,
    // `user:password@` of a URL.
    /\b[a-z][a-z+.-]{0,20}:\/\/[^\s/:@'"]{0,200}:[^\s/@'"]{1,200}@/,
    // A crypt(3) hash.
    /\$(?:[1567y]|2[abxy]|gy|argon2id?)\$[\w./$=,+-]{8,}/,
  ]
    .map((part) => part.source)
    .join('|'),
  'gim',
)

/** Of a file URL as well, but not the path of a web address. */
const homePath =
  /(?<![\w.-]|[^/]\/)\/(?:(?:home|Users)\/[^\s/'"<>:,;|\\]+|root(?![\w.-]))(?:\/[^\s'"<>:,;|\\]*)?/g

const patterns: readonly (readonly [Kind, RegExp])[] = [
  ['ssh-public-key', sshPublicKey],
  ['private-key', privateKey],
  ['password', password],
  ['home-path', homePath],
]

/**
 * What should be named before a design is shared: SSH public keys, private keys, passwords and their hashes, paths
 * under somebody's home. Walks any plain value; texts in texts (user-data, snippets, commands) are searched as well.
 * In the order of the value, each thing once per path.
 */
export function sensitiveThings(value: unknown): SensitiveThing[] {
  const things: SensitiveThing[] = []
  walk(value, [], things)
  return things
}

function walk(value: unknown, path: Path, things: SensitiveThing[]): void {
  if (path.length > deepest) return
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) walk(item, [...path, index], things)
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) walk(item, [...path, key], things)
  } else if (typeof value === 'string' || typeof value === 'number') {
    search(String(value), path, things)
  }
}

function search(text: string, path: Path, things: SensitiveThing[]): void {
  const seen = new Set<string>()
  const add = (kind: Kind, found: string): void => {
    const mark = `${kind} ${found}`
    if (!seen.has(mark)) things.push({ kind, path, text: found })
    seen.add(mark)
  }
  const key = path.at(-1)
  if (typeof key === 'string' && text !== '' && passwordKey.test(key)) {
    add('password', text)
    return
  }
  for (const [kind, pattern] of patterns) {
    for (const match of text.matchAll(pattern)) add(kind, match[0].trimEnd())
  }
  for (const line of chpasswdLines(text, path)) add('password', line)
}

/** `user:password` lines: those of `chpasswd` in user-data or below such a key, and a command piped into it. */
function chpasswdLines(text: string, path: Path): string[] {
  const found: string[] = []
  let below: number | undefined = path.includes('chpasswd') ? -1 : undefined
  if (below === undefined && !text.includes('chpasswd')) return found
  for (const line of text.split('\n')) {
    const content = line.trim()
    const indent = line.length - line.trimStart().length
    if (content.startsWith('#') || content === '') continue
    if (/^chpasswd\s*:/.test(content)) {
      below = indent
      continue
    }
    if (below !== undefined && indent <= below) below = undefined
    if (below !== undefined && /^(?:-\s+)?["']?[\w.-]+:[^\s]+$/.test(content)) found.push(content)
    else if (pipesIntoChpasswd(content)) found.push(content)
  }
  return found
}

function pipesIntoChpasswd(command: string): boolean {
  const pipe = command.lastIndexOf('|', command.indexOf('chpasswd'))
  const colon = command.indexOf(':')
  return pipe > 0 && colon >= 0 && colon < pipe
}
