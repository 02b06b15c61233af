/** Options as JSON, for what key=value can't say: lists of maps. QEMU manual, `-device` and `-blockdev`. */
import { ownValue, setOwn } from '../../text/index.ts'
import type { OptionValue } from './options.ts'

interface Inner {
  [key: string]: OptionValue | Inner
}

/** `{"driver":"virtio-blk-pci","iothread-vq-mapping":[{"iothread":"iothread0"}]}`: dots are levels, numbers are lists. */
export function jsonOptions(driver: string, pairs: Readonly<Record<string, OptionValue>>): string {
  const root: Inner = { driver }
  for (const [key, value] of Object.entries(pairs)) {
    if (value === undefined) continue
    const parts = key.split('.')
    let here = root
    for (const part of parts.slice(0, -1)) {
      const held = ownValue(here, part)
      const inner: Inner = isInner(held) ? held : {}
      setOwn<OptionValue | Inner>(here, part, inner)
      here = inner
    }
    setOwn<OptionValue | Inner>(here, parts.at(-1) ?? key, value)
  }
  return JSON.stringify(withLists(root))
}

function isInner(held: OptionValue | Inner): held is Inner {
  return typeof held === 'object' && !Array.isArray(held)
}

function withLists(held: OptionValue | Inner): unknown {
  if (!isInner(held)) return held
  const keys = Object.keys(held)
  const isList = keys.length > 0 && keys.every((key, index) => key === String(index))
  const items = keys.map((key) => withLists(ownValue(held, key)))
  return isList ? items : Object.fromEntries(keys.map((key, index) => [key, items[index]]))
}
