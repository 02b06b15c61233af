/** Options as JSON, for what key=value can't say: lists of maps, nothing. QEMU manual, `-device` and `-blockdev`. */
import { ownValue, setOwn } from '../../text/index.ts'
import type { OptionValue } from './options.ts'

type Value = OptionValue | null

interface Inner {
  [key: string]: Value | Inner
}

/** `{"driver":"virtio-blk-pci","iothread-vq-mapping":[{"iothread":"iothread0"}]}`: dots are levels, numbers are lists. */
export function jsonOptions(pairs: Readonly<Record<string, Value>>): string {
  const root: Inner = {}
  for (const [key, value] of Object.entries(pairs)) {
    if (value === undefined) continue
    const parts = key.split('.')
    let here = root
    for (const part of parts.slice(0, -1)) {
      const held = ownValue(here, part)
      const inner: Inner = isInner(held) ? held : {}
      setOwn<Value | Inner>(here, part, inner)
      here = inner
    }
    setOwn<Value | Inner>(here, parts.at(-1) ?? key, value)
  }
  return JSON.stringify(withLists(root))
}

function isInner(held: Value | Inner): held is Inner {
  return typeof held === 'object' && held !== null && !Array.isArray(held)
}

function withLists(held: Value | Inner): unknown {
  if (!isInner(held)) return held
  const keys = Object.keys(held)
  const isList = keys.length > 0 && keys.every((key, index) => key === String(index))
  const items = keys.map((key) => withLists(ownValue(held, key)))
  return isList ? items : Object.fromEntries(keys.map((key, index) => [key, items[index]]))
}
