/** Whether a field belongs to the kind that a neighbour says: what `only` in the tables means, in one place. */
import { ownValue } from '../text/index.ts'
import type { Field, Shape } from './field.ts'
import { type UnknownRecord, wordOf } from './record.ts'

/** A map around a field. */
export interface Around {
  readonly shape: Shape
  readonly value: UnknownRecord
}

/** What a neighbour says about a field that belongs to some of its kinds only. */
export interface Demand {
  /** The key of the neighbour. */
  readonly key: string
  /** Its declaration; undefined when no map around the field has such a neighbour. */
  readonly decider: Field | undefined
  readonly allowed: readonly string[]
  /** What it says, its default when it says nothing; undefined when it has none. */
  readonly said: string | undefined
}

/** One for each neighbour that decides. It stands in the same map as the field, or in one around it. */
export function demandsOn({ meta }: Pick<Field, 'meta'>, around: readonly Around[]): Demand[] {
  return Object.entries(meta.only ?? {}).map(([key, allowed]) => {
    const owner = around.find(({ shape }) => knows(ownValue(shape, key), allowed))
    const decider = ownValue(owner?.shape, key)
    const said = ownValue(owner?.value, key) ?? decider?.meta.default
    return { key, decider, allowed, said: said === undefined ? undefined : wordOf(said) }
  })
}

/** False as long as nobody says the kind. */
export function isMet({ said, allowed }: Demand): boolean {
  return said !== undefined && allowed.includes(said)
}

const knownWords = new WeakMap<Field, WeakMap<readonly string[], boolean>>()

/** Two maps around a field may have the key: it is the one whose words these are. The tables never change, so it is asked once. */
function knows(field: Field | undefined, words: readonly string[]): boolean {
  if (field === undefined) return words.length === 0
  const ofField = knownWords.get(field) ?? new WeakMap<readonly string[], boolean>()
  knownWords.set(field, ofField)
  const held = ofField.get(words) ?? knowsAll(field, words)
  ofField.set(words, held)
  return held
}

function knowsAll(field: Field, words: readonly string[]): boolean {
  const scalar = 'scalar' in field ? field.scalar : undefined
  const known = [...(scalar?.choices ?? []), ...Object.keys(scalar?.aliases ?? {})]
  return words.every((word) => known.includes(word))
}
