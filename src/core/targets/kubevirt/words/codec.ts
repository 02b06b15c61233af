/** How a manifest writes single values: what one means in memory, and the way back. */
import { ownValue } from '../../../text/index.ts'

/** Both ways of one kind of value; undefined for what the other side has no word for. */
export interface Codec {
  readonly read: (theirs: unknown) => unknown
  readonly write: (ours: unknown) => unknown
}

/** Words of theirs and what they are called here. */
export function renamed(names: Readonly<Record<string, string>>): Codec {
  const back = new Map(Object.entries(names).map(([theirs, ours]) => [ours, theirs]))
  return {
    read: (theirs) => (typeof theirs === 'string' ? ownValue(names, theirs) : undefined),
    write: (ours) => (typeof ours === 'string' ? back.get(ours) : undefined),
  }
}

/** Words that both sides write alike. */
export function same(...words: readonly string[]): Codec {
  return renamed(Object.fromEntries(words.map((word) => [word, word])))
}

export const flag: Codec = {
  read: (theirs) => (typeof theirs === 'boolean' ? theirs : undefined),
  write: (ours) => (typeof ours === 'boolean' ? ours : undefined),
}

/** True and false for two words of ours. */
export function flagAs(on: string, off: string): Codec {
  return {
    read: (theirs) => (theirs === true ? on : theirs === false ? off : undefined),
    write: (ours) => (ours === on ? true : ours === off ? false : undefined),
  }
}

/** A whole number within bounds. */
export function whole(minimum: number, maximum: number): Codec {
  const fits = (value: unknown) =>
    typeof value === 'number' && Number.isInteger(value) && value >= minimum && value <= maximum
      ? value
      : undefined
  return { read: fits, write: fits }
}

/** A text of a form. */
export function formed(form: RegExp): Codec {
  const fits = (value: unknown) => (typeof value === 'string' && form.test(value) ? value : undefined)
  return { read: fits, write: fits }
}

/** Any text of one line that is not empty. */
export const text: Codec = formed(/^[^\p{Cc}\p{Cs}]+$/u)
