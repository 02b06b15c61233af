/** HostFacts out of what a file, a link or a store held. */
import type { z } from 'zod/mini'
import type { Path } from '../finding.ts'
import { type HostFacts, hostFactsSchema } from './facts.ts'

export interface CheckedFacts {
  /** Undefined when something is wrong beside the form of a text. */
  readonly facts: HostFacts | undefined
  /** Of all that is wrong; when there are facts, each value is left out of them. */
  readonly issues: readonly z.core.$ZodIssue[]
}

/**
 * Checks a value. A text that is not of its form (a user name with a line break) is left out, with what can't be said
 * without it; anything else that is wrong gives no facts.
 */
export function checkHostFacts(value: unknown): CheckedFacts {
  const first = hostFactsSchema.safeParse(value)
  if (first.success) return { facts: first.data, issues: [] }
  const { issues } = first.error
  if (issues.some(({ code }) => code !== 'invalid_format')) return { facts: undefined, issues }
  let rest = value
  let failing = issues.map(({ path }) => path)
  // A device without its vendor goes as a whole, which the second round finds.
  for (let round = 0; round < 4; round++) {
    rest = without(rest, failing)
    const parsed = hostFactsSchema.safeParse(rest)
    if (parsed.success) return { facts: parsed.data, issues }
    failing = parsed.error.issues.map(({ path }) => path.slice(0, -1))
  }
  return { facts: undefined, issues }
}

/** Lists keep their places while something below them is looked for, and close up in the end. */
function without(value: unknown, paths: readonly (readonly PropertyKey[])[]): unknown {
  if (typeof value !== 'object' || value === null) return value
  const isLeftOut = (key: PropertyKey) => paths.some((path) => path.length === 1 && path[0] === key)
  const below = (key: PropertyKey) =>
    paths.filter((path) => path.length > 1 && path[0] === key).map((path) => path.slice(1))
  if (Array.isArray(value))
    return value.flatMap((item: unknown, index) => (isLeftOut(index) ? [] : [without(item, below(index))]))
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !isLeftOut(key))
      .map(([key, held]) => [key, without(held, below(key))]),
  )
}

/** The part of an issue's path that Findings have. */
export function pathOfIssue({ path }: z.core.$ZodIssue): Path {
  return path.filter((segment) => typeof segment !== 'symbol')
}
