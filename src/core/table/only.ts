/** Whether a field belongs to the kind that another one says: what `only` in the tables means, in one place. */
import { ownValue } from '../text/index.ts'
import type { Field, Shape } from './field.ts'
import { isRecord, type UnknownRecord, wordOf } from './record.ts'

/** A map around a field. */
export interface Around {
  readonly shape: Shape
  readonly value: UnknownRecord
  /** Further words on a map that is made elsewhere, so that what is not said here may be said there. */
  readonly isAddition?: boolean | undefined
  /** The map around this one; undefined for the outermost. */
  readonly outer?: Around | undefined
}

/** A field that decides about another one. */
export interface Decider {
  /** Its key in `only`. */
  readonly key: string
  readonly allowed: readonly string[]
  /** Which of the maps around the field it is found from, and the way from there. */
  readonly owner: number
  readonly steps: readonly string[]
  /** Its declaration; undefined when no map around the field has such a one. */
  readonly field: Field | undefined
}

/** What a decider says about a field that belongs to some of its kinds only. */
export interface Demand {
  readonly key: string
  readonly decider: Field | undefined
  readonly allowed: readonly string[]
  /** What it says, or is taken for when it says nothing; undefined when that is not known. */
  readonly said: string | undefined
  /** True when it says nothing and may still be anything. */
  readonly isOpen: boolean
}

/**
 * The fields that decide about one, each in the innermost map that has it.
 *
 * @param shapes of the maps around the field, the innermost first
 */
export function decidersOf({ meta }: Pick<Field, 'meta'>, shapes: readonly Shape[]): Decider[] {
  return Object.entries(meta.only ?? {}).map(([key, allowed]) => {
    const steps = stepsOf(key)
    const owner = shapes.findIndex((shape) => knows(fieldBelow(shape, steps), allowed))
    return { key, allowed, owner, steps, field: fieldBelow(shapes[owner], steps) }
  })
}

/** What a decider says below the map that it is found from; undefined when nobody knows. */
export function kindSaid(
  { steps, field }: Pick<Decider, 'steps' | 'field'>,
  owner: Omit<Around, 'shape'>,
): string | undefined {
  const said = valueBelow(owner.value, steps)
  if (said !== undefined) return wordOf(said)
  if (field === undefined || owner.isAddition === true) return undefined
  const usual = field.meta.default ?? field.meta.whenUnsaid?.(owner.value)
  return usual === undefined ? undefined : wordOf(usual)
}

/**
 * One for each field that decides.
 *
 * @param map that the field is in
 */
export function demandsOn({ meta }: Pick<Field, 'meta'>, map: Around): Demand[] {
  return Object.entries(meta.only ?? {}).map(([key, allowed]) => {
    const steps = stepsOf(key)
    const owner = innermost(map, ({ shape }) => knows(fieldBelow(shape, steps), allowed))
    const field = fieldBelow(owner?.shape, steps)
    const said = owner && kindSaid({ steps, field }, owner)
    const isDecidedLater = owner?.isAddition === true || field?.meta.whenUnsaid !== undefined
    return { key, decider: field, allowed, said, isOpen: said === undefined && isDecidedLater }
  })
}

function innermost(map: Around, isWanted: (map: Around) => boolean): Around | undefined {
  let here: Around | undefined = map
  while (here !== undefined && !isWanted(here)) here = here.outer
  return here
}

/** False as long as nobody says the kind. */
export function isMet({ said, allowed }: Pick<Demand, 'said' | 'allowed'>): boolean {
  return said !== undefined && allowed.includes(said)
}

/** For a decider that resolve or libvirt sets when nobody says it. */
export const decidedLater = (): undefined => undefined

const knownSteps = new Map<string, readonly string[]>()

/** Keys of the tables, of which there are few. */
function stepsOf(key: string): readonly string[] {
  const known = knownSteps.get(key)
  if (known !== undefined) return known
  const steps = key.split('.')
  knownSteps.set(key, steps)
  return steps
}

function fieldBelow(shape: Shape | undefined, steps: readonly string[]): Field | undefined {
  if (steps.length === 1) return ownValue(shape, steps[0] ?? '')
  let here = shape
  let field: Field | undefined
  for (const step of steps) {
    field = ownValue(here, step)
    here = field?.kind === 'child' ? field.shape() : undefined
  }
  return field
}

function valueBelow(value: UnknownRecord, steps: readonly string[]): unknown {
  let held: unknown = value
  for (const step of steps) held = isRecord(held) ? ownValue(held, step) : undefined
  return held
}

const knownWords = new WeakMap<Field, WeakMap<readonly string[], boolean>>()

/** Two maps around a field may have the key: it is the one whose words these are. The tables never change, so it is asked once. */
function knows(field: Field | undefined, words: readonly string[]): boolean {
  if (field === undefined) return words.length === 0
  const known = wordsKnownTo(field)
  const held = known.get(words)
  if (held !== undefined) return held
  const found = knowsAll(field, words)
  known.set(words, found)
  return found
}

function wordsKnownTo(field: Field): WeakMap<readonly string[], boolean> {
  const held = knownWords.get(field)
  if (held !== undefined) return held
  const made = new WeakMap<readonly string[], boolean>()
  knownWords.set(field, made)
  return made
}

function knowsAll(field: Field, words: readonly string[]): boolean {
  if (!('scalar' in field)) return false
  const { choices, aliases } = field.scalar
  // A name that has no list of words.
  if (choices === undefined) return field.scalar.name === 'text'
  const known = [...choices, ...Object.keys(aliases ?? {})]
  return words.every((word) => known.includes(word))
}
