/** A table of keys: where the Domain has what a key says, and how the value is written. Read in both directions. */
import { isRecord, type UnknownRecord } from '../../../table/index.ts'
import { ownValue, setOwn } from '../../../text/index.ts'
import type { Codec } from './codec.ts'
import type { Pair, PropertyList } from './property-list.ts'

export interface Word {
  /** The way from the element that the table is of. */
  readonly at: readonly string[]
  readonly codec: Codec
}

export type Words = Readonly<Record<string, Word>>

/** @param at keys joined by dots, as memory has them */
export function says(at: string, codec: Codec): Word {
  return { at: at.split('.'), codec }
}

/** Takes what the table knows out of a value; what has no word in the Domain is left in it. */
export function readWords(words: Words, list: PropertyList): UnknownRecord {
  const item: Record<string, unknown> = {}
  for (const [key, { at, codec }] of Object.entries(words)) {
    const value = list.takeAs(key, codec.read)
    if (value !== undefined) setAt(item, at, value)
  }
  return item
}

/** What an element says in the words of the table. */
export function sayWords(words: Words, item: unknown): Pair[] {
  return Object.entries(words).flatMap(([key, { at, codec }]): Pair[] => {
    const text = codec.write(heldAt(item, at))
    return text === undefined ? [] : [[key, text]]
  })
}

export function heldAt(item: unknown, at: readonly string[]): unknown {
  let held = item
  for (const key of at) held = isRecord(held) ? ownValue(held, key) : undefined
  return held
}

/** Sets a value, making the maps on the way. */
export function setAt(
  item: Record<string, unknown>,
  [first = '', ...deeper]: readonly string[],
  value: unknown,
): void {
  if (deeper.length === 0) {
    setOwn(item, first, value)
    return
  }
  const before = ownValue(item, first)
  const inner: Record<string, unknown> = isRecord(before) ? { ...before } : {}
  setAt(inner, deeper, value)
  setOwn(item, first, inner)
}

/** Two maps in one, also inside; the second one counts. */
export function merged(one: UnknownRecord, other: UnknownRecord): UnknownRecord {
  const result: Record<string, unknown> = { ...one }
  for (const [key, value] of Object.entries(other)) {
    const before = ownValue(one, key)
    setOwn(result, key, isRecord(before) && isRecord(value) ? merged(before, value) : value)
  }
  return result
}
