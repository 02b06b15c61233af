/** Secrets that a text gives a name: in YAML, JSON, XML, files of shell and ini, and options of commands. */
import { isFilePath, isHarmlessValue, isSecretName } from './secret-name.ts'

/** One of them, with its name, and where the secret begins in that. */
export interface NamedSecret {
  readonly text: string
  readonly head: string
  /** Where in the text it begins. */
  readonly at: number
}

/** A name and what comes between it and its value; the value is only looked at when the name is that of a secret. */
const named =
  /(?<![\w.-])(?:--?)?([A-Za-z_][\w.-]{0,79})["']?(?:[ \t]{0,9}(?:=>|:=|=)[ \t]{0,9}|[ \t]{0,9}:[ \t]{1,9}|(?<=["'][ \t]{0,9}):|[ \t]{0,9}:(?=\n|$))/g

const option = /(?<![\w.-])--([A-Za-z][\w-]{0,79})[ \t]{1,9}(?![-$%{<|&;>])/g

/** systemd's credentials: `io.systemd.credential:NAME=VALUE`, `systemd.set_credential=NAME:VALUE`. */
const credential =
  /(?<![\w-])(?:io\.systemd\.credential(?:\.binary)?:|set_credential(?:_binary)?=)([\w.-]{1,100})[=:]/g

const bareValue = /[^\s'",;&<>]{1,400}/y
const lineValue = /[^\n]{1,400}/y
const quotedValue = /"(?:[^"\n\\]|\\.){0,400}"|'[^'\n]{0,400}'/y

export function namedSecrets(text: string): NamedSecret[] {
  return [...assigned(text), ...given(text, option, isSecretName), ...given(text, credential, isCredential)]
}

function assigned(text: string): NamedSecret[] {
  const found: NamedSecret[] = []
  named.lastIndex = 0
  for (let match = named.exec(text); match !== null; match = named.exec(text)) {
    const [whole, name = ''] = match
    if (!isSecretName(name)) continue
    const start = match.index + whole.length
    const isOfYaml = whole.trimEnd().endsWith(':')
    const value = isOfYaml
      ? ofYaml(text, start)
      : (at(quotedValue, text, start) ?? at(bareValue, text, start))
    if (value === undefined || isNoSecret(name, value)) continue
    found.push({ text: text.slice(match.index, start) + value, head: whole, at: match.index })
    named.lastIndex = start + value.length
  }
  return found
}

function given(text: string, pattern: RegExp, isSecret: (name: string) => boolean): NamedSecret[] {
  const found: NamedSecret[] = []
  for (const match of text.matchAll(pattern)) {
    const [whole, name = ''] = match
    if (!isSecret(name)) continue
    const start = match.index + whole.length
    const value = at(quotedValue, text, start) ?? at(bareValue, text, start)
    if (value !== undefined && !isNoSecret(name, value))
      found.push({ text: whole + value, head: whole, at: match.index })
  }
  return found
}

function isCredential(name: string): boolean {
  return isSecretName(name) || /password|passwd|secret|token|psk/i.test(name)
}

function isNoSecret(name: string, value: string): boolean {
  if (isHarmlessValue(value)) return true
  return !/pass|pwd/i.test(name) && isFilePath(value)
}

/** To the end of the line; of a block, its first line; an alias or a tag says nothing by itself. */
function ofYaml(text: string, start: number): string | undefined {
  const quoted = at(quotedValue, text, start)
  if (quoted !== undefined) return quoted
  const line = at(lineValue, text, start)?.trimEnd()
  if (line === undefined || line === '') return undefined
  const block = /^[|>][-+\d]{0,2}$/.test(line)
  if (!block) return /^[#&*[{]/.test(line) ? undefined : line
  const next = /\n[ \t]{1,80}[^\s#][^\n]{0,400}/y
  return at(next, text, start + line.length) === undefined
    ? undefined
    : line + at(next, text, start + line.length)
}

function at(pattern: RegExp, text: string, start: number): string | undefined {
  pattern.lastIndex = start
  return pattern.exec(text)?.[0]
}
