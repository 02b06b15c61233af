/** How Proxmox VE writes single values: what a text means in memory, and the way back. */
import { base64Encode, base64urlDecode, ownValue, utf8Decode, utf8Encode } from '../../../text/index.ts'

/** Both ways of one kind of value; undefined for what the other side has no word for. */
export interface Codec {
  readonly read: (text: string) => unknown
  readonly write: (value: unknown) => string | undefined
}

/** Words of theirs and what they are called here. */
export function renamed(names: Readonly<Record<string, unknown>>): Codec {
  const back = new Map(Object.entries(names).map(([theirs, ours]) => [ours, theirs]))
  return { read: (text) => ownValue(names, text), write: (value) => back.get(value) }
}

/** Words that both sides write alike. */
export function same(...words: readonly string[]): Codec {
  return renamed(Object.fromEntries(words.map((word) => [word, word])))
}

/** 1 and 0, and what the parser of Proxmox VE takes beside (`parse_boolean`). */
export const flag: Codec = {
  read: (text) =>
    /^(?:1|on|yes|true)$/i.test(text) ? true : /^(?:0|off|no|false)$/i.test(text) ? false : undefined,
  write: (value) => (typeof value === 'boolean' ? (value ? '1' : '0') : undefined),
}

/** The same for what memory calls 'on' and 'off', or by other names. */
export function flagAs(on: unknown, off: unknown): Codec {
  return {
    read: (text) => {
      const value = flag.read(text)
      return value === undefined ? undefined : value === true ? on : off
    },
    write: (value) =>
      value === undefined ? undefined : value === on ? '1' : value === off ? '0' : undefined,
  }
}

/** A whole number within bounds. */
export function whole(minimum: number, maximum: number): Codec {
  const fits = (value: number) => value >= minimum && value <= maximum
  return {
    read: (text) => (/^\d{1,15}$/.test(text) && fits(Number(text)) ? Number(text) : undefined),
    write: (value) =>
      typeof value === 'number' && Number.isInteger(value) && fits(value) ? String(value) : undefined,
  }
}

/** A number that memory has in another unit: `factor` of ours are one of theirs. */
export function scaled(factor: number, digits = 15): Codec {
  return {
    read: (text) => {
      const amount = /^\d{1,12}(?:\.\d{1,9})?$/.test(text) ? Number(text) * factor : undefined
      return amount === undefined || amount > Number.MAX_SAFE_INTEGER ? undefined : Math.round(amount)
    },
    write: (value) => {
      if (typeof value !== 'number' || value < 0) return undefined
      const amount = String(Number((value / factor).toFixed(Math.min(digits, 9))))
      return /^\d+(?:\.\d+)?$/.test(amount) ? amount : undefined
    },
  }
}

/** A text in a list of properties: no comma, no line break, no control character. */
export const plain: Codec = {
  read: (text) => (text === '' ? undefined : text),
  write: (value) =>
    typeof value === 'string' && value !== '' && !/[,\p{Cc}]/u.test(value) ? value : undefined,
}

/** A text of a form. */
export function formed(form: RegExp): Codec {
  return {
    read: (text) => (form.test(text) ? text : undefined),
    write: (value) => (typeof value === 'string' && form.test(value) ? value : undefined),
  }
}

/** A text in which all but letters, digits and `-._~` is percent-encoded; no more than `longest` characters. */
export function encoded(longest: number): Codec {
  return {
    read: (text) => percentDecoded(text),
    write: (value) =>
      typeof value === 'string' && value !== '' && !/\p{Cc}/u.test(value) && value.length <= longest
        ? percentEncoded(value)
        : undefined,
  }
}

/** `%20` and its like to the text; what is no such code stays as it is. */
export function percentDecoded(text: string): string {
  if (!text.includes('%')) return text
  try {
    return decodeURIComponent(text.replaceAll(/%(?![\da-fA-F]{2})/g, '%25'))
  } catch {
    return text
  }
}

export function percentEncoded(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replaceAll(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

/** A text in base64; undefined for what is none. */
export function base64Read(text: string): string | undefined {
  const bytes = base64urlDecode(
    text
      .replaceAll('+', '-')
      .replaceAll('/', '_')
      .replace(/={1,2}$/, ''),
  )
  return bytes === undefined ? undefined : utf8Decode(bytes)
}

export function base64Written(text: string): string {
  return base64Encode(utf8Encode(text))
}
