/** Single values as YAML text that YAML 1.2 and YAML 1.1 readers (cloud-init's, Ansible's) take for the same value. */
import { ownValue } from '../text/index.ts'

/** The common case: a word, a path, a version that starts with a letter. */
const surelyPlain = /^[A-Za-z_/][A-Za-z0-9_/.+~-]*$/

/** What a plain text would be taken for something else by, in YAML 1.1 or 1.2. */
const reservedWord = /^(?:~|null|y|n|yes|no|true|false|on|off|<<|=|[-+]?\.(?:inf|nan)|e[-+]?\d+)$/i
const numberLike =
  /^[-+]?(?:[\d_,]*(?:\.[\d_,]*)?(?:e[-+]?\d+)?|0x[\da-f_]+|0o?[0-7_]+|0b[01_]+|\d[\d_]*(?::\d+)+(?:\.\d*)?)$/i
const dateLike = /^\d{4}-\d\d?-\d\d?/

/** Characters that start something else, or are trouble at the start. */
const startsSpecial = /^[-?:,[\]{}#&*!|>'"%@`\s]|^\.\.\./
const endsSpecial = /[:\s]$/
const holdsSpecial = /:\s|\s#|\t/
/** The question mark for readers of YAML 1.1 such as PyYAML. */
const holdsFlowSpecial = /[,[\]{}?]/

/**
 * What YAML can't show as it is: controls, C1 controls with the next line character, the line and paragraph
 * separators of YAML 1.1, byte order marks, halves of surrogate pairs and the two characters that are none.
 */
const wantsEscape =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
  /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/

const escapesOf: Readonly<Record<string, string>> = {
  '\0': '\\0',
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
  '\u001b': '\\e',
  '"': '\\"',
  '\\': '\\\\',
}

/** True when a text can stand without quotes. */
function isPlain(text: string, inFlow: boolean): boolean {
  if (surelyPlain.test(text)) return !reservedWord.test(text)
  return !(
    text === '' ||
    startsSpecial.test(text) ||
    endsSpecial.test(text) ||
    holdsSpecial.test(text) ||
    (inFlow && holdsFlowSpecial.test(text)) ||
    reservedWord.test(text) ||
    numberLike.test(text) ||
    dateLike.test(text) ||
    wantsEscape.test(text)
  )
}

/** A text on one line: plain when nothing else could be meant, in quotes otherwise. */
export function textScalar(text: string, inFlow: boolean): string {
  if (isPlain(text, inFlow)) return text
  if (wantsEscape.test(text)) return doubleQuoted(text)
  if (!/["\\]/.test(text)) return `"${text}"`
  return text.includes("'") ? doubleQuoted(text) : `'${text}'`
}

function doubleQuoted(text: string): string {
  let quoted = '"'
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index)
    const escaped = ownValue(escapesOf, character)
    if (escaped !== undefined) quoted += escaped
    else if (!wantsEscape.test(character)) quoted += character
    else {
      // Half of a pair is no character of its own, a whole pair needs no escape.
      const pair = text.slice(index, index + 2)
      if (pair.length === 2 && !wantsEscape.test(pair)) {
        quoted += pair
        index++
      } else quoted += `\\u${text.charCodeAt(index).toString(16).padStart(4, '0')}`
    }
  }
  return `${quoted}"`
}

/** Everything that is neither a text nor a map nor a list. */
export function otherScalar(value: unknown): string {
  if (typeof value === 'number') {
    if (Number.isNaN(value)) return '.nan'
    if (!Number.isFinite(value)) return value < 0 ? '-.inf' : '.inf'
    if (Object.is(value, -0)) return '-0.0'
    const text = String(value)
    // YAML 1.1 wants a point in a number with an exponent.
    return text.includes('e') && !text.includes('.') ? text.replace('e', '.0e') : text
  }
  return typeof value === 'boolean' ? String(value) : 'null'
}

/**
 * A text of several lines as a block literal, its first line being the header (`|`, `|-`, `|2+` …).
 *
 * @param pad what stands before each line
 * @returns undefined when a literal can't say it, or would hide something (blanks at a line's end that are a whole line)
 */
export function blockLiteral(text: string, pad: string): string | undefined {
  if (!text.includes('\n')) return undefined
  const body = text.endsWith('\n') ? text.slice(0, -1) : text
  // Characters that a literal can't hold come first: some of them end a line for a regular expression.
  if (wantsEscape.test(text.replace(/[\t\n]/g, ' ')) || /^[^\S\n]+$/m.test(body)) return undefined
  const first = body.search(/[^\n]/)
  if (first === -1) return undefined
  const chomp = !text.endsWith('\n') ? '-' : body.endsWith('\n') ? '+' : ''
  const header = `|${body[first] === ' ' ? '2' : ''}${chomp}`
  return `${header}\n${body.replace(/^(?=[^\n])/gm, pad)}`
}
