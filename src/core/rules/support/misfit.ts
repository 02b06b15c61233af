/** A field that belongs to another kind than the one that its neighbour says. */
import { demandsOn, isMet } from '../../table/index.ts'
import { ownValue } from '../../text/index.ts'
import type { SaidField } from './said-fields.ts'

export interface Misfit {
  /** The key that says the kind. */
  readonly key: string
  readonly said: string
  readonly allowed: readonly string[]
}

/** What is wrong with the place of a field; undefined when nothing is, when nobody says the kind, and where a rule speaks of it. */
export function misfitOf({ field, around }: SaidField): Misfit | undefined {
  const { misfit = {} } = field.meta
  for (const demand of demandsOn(field, around)) {
    const { key, said, allowed } = demand
    if (said !== undefined && !isMet(demand) && ownValue(misfit, key) === undefined)
      return { key, said, allowed }
  }
  return undefined
}
