/** Tables from places of a Domain to keys of a target. */
import { setOwn } from '../../text/index.ts'
import type { Codec, Part } from './part.ts'

/** The place below a part, the key there, and how the value is said. */
export type Row = readonly [way: string, key: string, codec: Codec<unknown>]

/** What goes over of a part, by the keys of the target, in the order of the table. */
export function takeRows(part: Part, rows: readonly Row[]): Record<string, unknown> {
  const said: Record<string, unknown> = {}
  for (const [way, key, codec] of rows) {
    const value = part.take(way, codec)
    if (value !== undefined) setOwn(said, key, value)
  }
  return said
}

/** The map without what is not said, and without maps in it that say nothing; undefined when nothing is left. */
export function orNothing(map: Readonly<Record<string, unknown>>): Record<string, unknown> | undefined {
  const said = Object.entries(map).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  )
  return said.length === 0 ? undefined : Object.fromEntries(said)
}
