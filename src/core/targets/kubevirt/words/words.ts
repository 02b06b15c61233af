/** A table of keys: where the Domain has what a key says, and how the value is written. Read in both directions. */
import type { UnknownRecord } from '../../../table/index.ts'
import type { Codec } from './codec.ts'
import type { Hand } from './hand.ts'
import { heldAt, setAt, type Way } from './tree.ts'

interface Word {
  /** The way in the manifest. */
  readonly key: Way
  /** The way from the element that the table is of. */
  readonly at: Way
  readonly codec: Codec
}

export type Words = readonly Word[]

/** @param key and at are keys joined by dots: of the manifest, and as memory has them */
export function says(key: string, at: string, codec: Codec): Word {
  return { key: key.split('.'), at: at.split('.'), codec }
}

/** Takes what the table knows out of a map; what has no word in the Domain is left in it. */
export function readWords(words: Words, hand: Hand, from: Way = []): UnknownRecord {
  const item: Record<string, unknown> = {}
  for (const { key, at, codec } of words) {
    const value = hand.takeAs([...from, ...key], codec.read)
    if (value !== undefined) setAt(item, at, value)
  }
  return item
}

/** What an element says in the words of the table. */
export function sayWords(words: Words, item: unknown): UnknownRecord {
  const said: Record<string, unknown> = {}
  for (const { key, at, codec } of words) {
    const value = codec.write(heldAt(item, at))
    if (value !== undefined) setAt(said, key, value)
  }
  return said
}
