/** Whether a field belongs to the kind that its neighbour says. */

import type { Field } from '../../table/index.ts'
import { wordOf } from '../../table/index.ts'
import { ownValue } from '../../text/index.ts'
import type { SaidField } from './said-fields.ts'

export interface Misfit {
  /** The key that says the kind. */
  readonly key: string
  readonly said: string
  readonly allowed: readonly string[]
}

/**
 * What is wrong with the place of a field, or undefined. The neighbour stands in the same map or in one around it;
 * when it says nothing and has no default, nothing is wrong.
 */
export function misfitOf({ field, around }: SaidField): Misfit | undefined {
  for (const [key, allowed] of Object.entries(field.meta.only ?? {})) {
    const owner = around.find(({ shape }) => knows(ownValue(shape, key), allowed))
    const decider = ownValue(owner?.shape, key)
    if (owner === undefined || decider === undefined) continue
    const said = ownValue(owner.value, key) ?? decider.meta.default
    if (said !== undefined && !allowed.includes(wordOf(said))) return { key, said: wordOf(said), allowed }
  }
  return undefined
}

/** Two maps around a field may have the key: it is the one whose words these are. */
function knows(field: Field | undefined, words: readonly string[]): boolean {
  if (field === undefined) return false
  if (field.kind === 'at') return knows(field.field, words)
  const scalar = 'scalar' in field ? field.scalar : undefined
  const known = [...(scalar?.choices ?? []), ...Object.keys(scalar?.aliases ?? {})]
  return words.every((word) => known.includes(word))
}
