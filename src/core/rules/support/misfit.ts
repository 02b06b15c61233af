/** A field that belongs to another kind than the one that its neighbour says. */
import { demandsOn, isMet } from '../../table/index.ts'
import type { SaidField } from './said-fields.ts'

export interface Misfit {
  /** The key that says the kind. */
  readonly key: string
  readonly said: string
  readonly allowed: readonly string[]
}

/** What is wrong with the place of a field; undefined when nothing is, and when nobody says the kind. */
export function misfitOf({ field, around }: SaidField): Misfit | undefined {
  for (const demand of demandsOn(field, around)) {
    const { key, said, allowed } = demand
    if (said !== undefined && !isMet(demand)) return { key, said, allowed }
  }
  return undefined
}
