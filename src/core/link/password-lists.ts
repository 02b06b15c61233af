/** `user:password` lines: those of `chpasswd` in user-data or below such a key, and what is given to the command. */
import type { Path } from '../finding.ts'
import { isHarmlessValue } from './secret-name.ts'

/** One of them, trimmed, and where in the text it begins. */
export interface PasswordLine {
  readonly text: string
  readonly at: number
}

/** The lines of a text that give a user a password; `user:RANDOM` and a hash's place are none. */
export function passwordLines(text: string, path: Path): PasswordLine[] {
  const found: PasswordLine[] = []
  let start = 0
  const add = (line: string, at: number) =>
    found.push({ text: line.trim(), at: at + line.length - line.trimStart().length })
  let below: number | undefined = path.includes('chpasswd') ? -1 : undefined
  let here: string | undefined
  if (below === undefined && !text.includes('chpasswd')) return found
  for (const line of text.split('\n')) {
    const at = start
    start += line.length + 1
    const content = line.trim()
    const indent = line.length - line.trimStart().length
    if (here !== undefined) {
      if (content === here) here = undefined
      else if (isUserAndPassword(content)) add(line, at)
      continue
    }
    if (content.startsWith('#') || content === '') continue
    if (/^chpasswd\s*:/.test(content)) {
      below = indent
      continue
    }
    if (below !== undefined && indent <= below) below = undefined
    if (below !== undefined && isUserAndPassword(content)) add(line, at)
    else if (isGivenToChpasswd(content)) add(line, at)
    here = hereDocument(content)
  }
  return found
}

function isUserAndPassword(line: string): boolean {
  const [, value] = /^(?:-\s{1,9})?["']?[\w.-]{1,100}:([^\s]{1,400})$/.exec(line) ?? []
  return value !== undefined && !/^(?:RANDOM|R)["']?$/.test(value) && !isHarmlessValue(value)
}

function isGivenToChpasswd(command: string): boolean {
  const at = command.indexOf('chpasswd')
  if (at < 0) return false
  if (/^[^<]{0,80}<<<\s{0,9}["']?[\w.-]{1,100}:[^\s$]/.test(command.slice(at))) return true
  const pipe = command.lastIndexOf('|', at)
  const colon = command.indexOf(':')
  return pipe > 0 && colon >= 0 && colon < pipe && !/^[$%{]/.test(command.slice(colon + 1))
}

function hereDocument(command: string): string | undefined {
  const at = command.indexOf('chpasswd')
  if (at < 0) return undefined
  return /<<-?\s{0,9}["']?(\w{1,60})["']?/.exec(command.slice(at).replaceAll('<<<', ''))?.[1]
}
