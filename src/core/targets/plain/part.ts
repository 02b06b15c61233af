/** A Domain in hand while a target says it: what was taken goes over, and all that is left at the end does not. */
import type { Path } from '../../finding.ts'
import { sameValue } from '../../lift/index.ts'
import { valueAt } from '../../path.ts'
import { isRecord } from '../../table/index.ts'
import { ownValue } from '../../text/index.ts'
import { saysRest } from '../differences.ts'

/** What of a value goes over; undefined where it does not. */
export type Codec<T> = (held: unknown) => T | undefined

/** A place of the Domain, with all below it. */
export class Part {
  readonly held: unknown
  readonly path: Path
  readonly #taken: Set<string>

  constructor(held: unknown, path: Path = [], taken: Set<string> = new Set()) {
    this.held = held
    this.path = path
    this.#taken = taken
  }

  /** @param way keys joined by dots */
  peek(way: string): unknown {
    return valueAt(this.held, way.split('.'))
  }

  text(way: string): string | undefined {
    const held = this.peek(way)
    return typeof held === 'string' ? held : undefined
  }

  /** A value that the codec can say has gone over from then on, with all below it. */
  take<T>(way: string, codec: Codec<T>): T | undefined {
    const value = this.peek(way)
    const said = value === undefined ? undefined : codec(value)
    if (said !== undefined) this.#taken.add(keyOf([...this.path, ...way.split('.')]))
    return said
  }

  /** What the target does without a word, when that is what is said; false for something else. */
  pass(way: string, ...values: readonly unknown[]): boolean {
    return (
      this.take(way, (held) => (values.some((one) => sameValue(held, one)) ? true : undefined)) !== undefined
    )
  }

  part(way: string): Part {
    return new Part(this.peek(way), [...this.path, ...way.split('.')], this.#taken)
  }

  /** The items of a list. */
  parts(way: string): Part[] {
    const list = this.peek(way)
    if (!Array.isArray(list)) return []
    const path = [...this.path, ...way.split('.')]
    return list.map((item: unknown, index) => new Part(item, [...path, index], this.#taken))
  }

  /** The same as `pass`, by a place with `*` for each item of a list. */
  passAll(place: string, value: unknown): void {
    const star = place.indexOf('.*')
    if (star < 0) this.pass(place, value)
    else for (const item of this.parts(place.slice(0, star))) item.passAll(place.slice(star + 3), value)
  }

  /** What was not taken: a device or a map by itself, where nothing in it was. */
  left(): Path[] {
    return this.#leftIn(this.held, this.path).left
  }

  #leftIn(
    held: unknown,
    path: Path,
  ): { readonly left: readonly Path[] & Path[]; readonly hasTaken: boolean } {
    if (held === undefined) return { left: [], hasTaken: false }
    if (this.#taken.has(keyOf(path))) return { left: [], hasTaken: true }
    if (path.at(-1) === '$rest') return { left: saysRest(held, () => false) ? [path] : [], hasTaken: false }
    const inner = entriesOf(held).map(([key, value]) => this.#leftIn(value, [...path, key]))
    const left = inner.flatMap((one) => one.left)
    const hasTaken = inner.some((one) => one.hasTaken)
    if (inner.length === 0) return { left: Array.isArray(held) && held.length === 0 ? [] : [path], hasTaken }
    const isOne = !hasTaken && left.length > 0 && !Array.isArray(held) && path.length > 0
    return { left: isOne && path.join() !== 'devices' ? [path] : left, hasTaken }
  }
}

/** A list of texts is a value. */
function entriesOf(held: unknown): readonly (readonly [string | number, unknown])[] {
  if (Array.isArray(held)) return held.some(isRecord) ? [...held.entries()] : []
  return isRecord(held) ? Object.keys(held).map((key) => [key, ownValue(held, key)]) : []
}

function keyOf(path: Path): string {
  return path.join('\0')
}
