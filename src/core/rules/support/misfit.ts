/** A field that belongs to another kind than the one that its neighbour says. */
import { demandsOn, isMet, type SaidField } from '../../table/index.ts'
import { ownValue } from '../../text/index.ts'

export interface Misfit {
  /** The key that says the kind. */
  readonly key: string
  readonly said: string
  readonly allowed: readonly string[]
}

/** What is wrong with the place of a field; undefined when nothing is, when nobody says the kind, and where a rule speaks of it. */
export function misfitOf({ field, map }: SaidField): Misfit | undefined {
  const { misfit = {} } = field.meta
  for (const demand of demandsOn(field, map)) {
    const { key, said, allowed } = demand
    if (said !== undefined && !isMet(demand) && ownValue(misfit, key) === undefined)
      return { key, said, allowed }
  }
  return undefined
}
