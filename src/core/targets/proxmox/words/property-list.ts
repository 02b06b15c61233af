/** Values of the form `default,key=value,…` (PVE::JSONSchema, parse_property_string). */
import { ownValue } from '../../../text/index.ts'

export type Pair = readonly [key: string, value: string]

/** A value in hand: what is taken of it is understood, what is left at the end is not. */
export class PropertyList {
  readonly #pairs: [key: string, value: string][]

  constructor(pairs: readonly Pair[]) {
    this.#pairs = pairs.map(([key, value]) => [key, value])
  }

  /** The value of a key, as it is. */
  peek(key: string): string | undefined {
    return this.#pairs.find(([name]) => name === key)?.[1]
  }

  take(key: string): string | undefined {
    const index = this.#pairs.findIndex(([name]) => name === key)
    return index < 0 ? undefined : this.#pairs.splice(index, 1)[0]?.[1]
  }

  /** Takes it when it means something; otherwise it is left. */
  takeAs<T>(key: string, meaning: (text: string) => T | undefined): T | undefined {
    const text = this.peek(key)
    const value = text === undefined ? undefined : meaning(text)
    if (value !== undefined) this.take(key)
    return value
  }

  /** The first pair whose key is one of these. */
  takeAny(keys: readonly string[]): Pair | undefined {
    const index = this.#pairs.findIndex(([key]) => keys.includes(key))
    return index < 0 ? undefined : this.#pairs.splice(index, 1)[0]
  }

  get left(): readonly Pair[] {
    return this.#pairs
  }
}

/**
 * @param defaultKey what the first part is called when it has no key of its own
 * @param aliases other names of keys
 */
export function readPropertyList(
  text: string,
  defaultKey: string,
  aliases: Readonly<Record<string, string>> = {},
): PropertyList {
  const parts = text.split(',').filter((part) => part !== '')
  return new PropertyList(
    parts.map((part): Pair => {
      const at = part.indexOf('=')
      const key = at < 0 ? defaultKey : part.slice(0, at).trim()
      return [ownValue(aliases, key) ?? key, at < 0 ? part.trim() : part.slice(at + 1).trim()]
    }),
  )
}

/** @param defaultKey the key whose value stands alone, in front of the others */
export function writePropertyList(pairs: readonly Pair[], defaultKey?: string): string {
  const first = pairs.filter(([key]) => key === defaultKey)
  const others = pairs.filter(([key]) => key !== defaultKey)
  return [...first.map(([, value]) => value), ...others.map(([key, value]) => `${key}=${value}`)].join(',')
}
