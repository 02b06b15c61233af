/** A stream of numbers that is the same for the same seed: what a failure prints is enough to see it again. */
export interface Random {
  /** From 0 up to but without 1. */
  fraction(): number
  /** A whole number from 0 up to but without `below`. */
  below(below: number): number
  /** One of a list that is not empty. */
  pick<T>(from: readonly T[]): T
  /** True once in `of` times. */
  once(of: number): boolean
}

/** Mulberry32, whose state is one number of 32 bits. */
export function randomFrom(seed: number, step: number): Random {
  let state = (Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(step + 1, 0xc2b2ae35)) >>> 0
  const fraction = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit: number) => Math.floor(fraction() * limit)
  return {
    fraction,
    below,
    pick: <T>(from: readonly T[]): T => {
      const found = from[below(from.length)]
      if (found === undefined) throw new Error('There is nothing to pick from.')
      return found
    },
    once: (of) => below(of) === 0,
  }
}
