/** A map of a manifest in hand while it is read: what is taken is understood, what is left is not. */
import { isRecord, type UnknownRecord } from '../../../table/index.ts'
import { ownValue, setOwn } from '../../../text/index.ts'
import { heldAt, setAt, type Way } from './tree.ts'

/** A value that nobody took; an item of a list goes by `=name`. */
export interface Left {
  readonly way: Way
  readonly value: unknown
}

export class Hand {
  readonly #held: Record<string, unknown>

  constructor(held: UnknownRecord) {
    this.#held = { ...held }
  }

  peek(way: Way): unknown {
    return heldAt(this.#held, way)
  }

  take(way: Way): unknown {
    const value = this.peek(way)
    if (value !== undefined) takeOut(this.#held, way)
    return value
  }

  /** Takes it when it means something; otherwise it is left. */
  takeAs<T>(way: Way, meaning: (held: unknown) => T | undefined): T | undefined {
    const held = this.peek(way)
    const value = held === undefined ? undefined : meaning(held)
    if (value !== undefined) this.take(way)
    return value
  }

  /** Puts a value where one was taken, to be read on. */
  putBack(way: Way, value: unknown): void {
    setAt(this.#held, way, value)
  }

  /** True when there is a map, whatever is in it; it is taken when there is nothing. */
  takePresence(way: Way): boolean {
    const held = this.peek(way)
    if (!isRecord(held)) return false
    if (Object.keys(held).length === 0) this.take(way)
    return true
  }

  /** The maps of a list, each in a hand of its own; the list itself is taken. */
  takeItems(way: Way): Hand[] {
    const held = this.peek(way)
    if (!Array.isArray(held) || !held.every(isRecord)) return []
    this.take(way)
    return held.map((item) => new Hand(item))
  }

  get left(): Left[] {
    return leftIn(this.#held, [])
  }

  /** All that is left as one map. */
  get rest(): UnknownRecord {
    return this.#held
  }
}

/** Maps that get empty by it go with it. */
function takeOut(map: Record<string, unknown>, [first = '', ...deeper]: Way): void {
  const inner = ownValue(map, first)
  if (deeper.length === 0 || !isRecord(inner)) {
    Reflect.deleteProperty(map, first)
    return
  }
  const changed = { ...inner }
  takeOut(changed, deeper)
  if (Object.keys(changed).length === 0) Reflect.deleteProperty(map, first)
  else setOwn(map, first, changed)
}

function leftIn(held: unknown, way: Way): Left[] {
  if (isRecord(held)) {
    const entries = Object.entries(held)
    if (entries.length > 0 || way.length === 0)
      return entries.flatMap(([key, value]) => leftIn(value, [...way, key]))
  }
  if (Array.isArray(held) && held.length > 0 && held.every((item) => nameOfItem(item) !== undefined))
    return held.map((item) => ({ way: [...way, `=${nameOfItem(item) ?? ''}`], value: item }))
  return [{ way, value: held }]
}

export function nameOfItem(item: unknown): string | undefined {
  const name = isRecord(item) ? ownValue(item, 'name') : undefined
  return typeof name === 'string' ? name : undefined
}
