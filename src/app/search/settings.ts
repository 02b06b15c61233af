/** Every field of the tables, with what it is found by. */

import { type Field, type Path, type Shape, vmSpec } from '../core.ts'
import { fieldAt } from '../form/index.ts'
import { partOf } from '../parts.ts'
import { translated } from '../words/index.ts'

/** What something is found by, in lower case; the better ways first. */
export interface Words {
  readonly label: string
  readonly key: string
  readonly name: string
  /** The words that a field may say. */
  readonly values: readonly string[]
  readonly help: string
}

export interface Setting {
  readonly id: string
  readonly path: Path
  readonly label: string
  readonly name: string
  /** The title of its part. */
  readonly part: string
  /** What it is found by, in lower case. */
  readonly words: Words
}

let all: readonly Setting[] | undefined

/**
 * Every field of the tables; an item of a list stands for all, a map that holds itself for those within it, and the
 * first of the made devices for the others that take the same words. Made at the first search.
 */
export function settings(): readonly Setting[] {
  all ??= [...collect({ shape: vmSpec, path: [], around: [vmSpec], added: new Set() })]
  return all
}

interface Place {
  readonly shape: Shape
  readonly path: Path
  /** The tables on the way to it, itself among them. */
  readonly around: readonly Shape[]
  /** What was gone through that adds to a device which is made elsewhere. */
  readonly added: Set<Shape>
}

function* collect({ shape, path, around, added }: Place): Generator<Setting> {
  for (const [key, field] of Object.entries(shape)) {
    const here = [...path, key]
    const placed = fieldAt(here)
    if (placed === undefined) continue
    yield settingOf(here, placed)
    if (field.kind !== 'child' && field.kind !== 'list') continue
    const inner = field.shape()
    const isAddition = field.kind === 'child' && field.isAddition === true
    if (around.includes(inner) || (isAddition && added.has(inner))) continue
    if (isAddition) added.add(inner)
    const within = field.kind === 'list' ? [...here, 0] : here
    yield* collect({ shape: inner, path: within, around: [...around, inner], added })
  }
}

function settingOf(path: Path, placed: NonNullable<ReturnType<typeof fieldAt>>): Setting {
  const around = path.filter((segment) => typeof segment === 'string').at(-2) ?? ''
  return {
    id: path.join('.'),
    path,
    label: placed.label,
    name: placed.name,
    part: partOf(path)?.title ?? '',
    words: {
      label: placed.label.toLowerCase(),
      key: placed.key,
      name: `${around} ${placed.key} ${placed.name}`.toLowerCase(),
      values: valuesOf(placed.field),
      help: translated(placed.meta.help ?? '').toLowerCase(),
    },
  }
}

function valuesOf(field: Field): readonly string[] {
  const choices = 'scalar' in field ? field.scalar.choices : undefined
  return (choices ?? []).map((choice) => choice.toLowerCase())
}
