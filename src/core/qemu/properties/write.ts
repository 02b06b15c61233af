/** A device to the keys that say it. */
import type { Path } from '../../finding.ts'
import { type Build, find, hasQemu } from '../build.ts'
import type { OptionValue, Pairs } from '../options.ts'
import { entriesOf, type FieldProperty, type Properties, type Property } from './property.ts'
import { type FieldTree, fieldTree, saidFields } from './said-fields.ts'

const nothing: Pairs = {}

/**
 * The keys of a table with what the device says, in the order of the table.
 *
 * @param path of the device, for what the QEMU of the host has not yet
 * @param given the values that are no field's, and those that take a field's place
 */
export function propertyPairs<T extends object>(
  build: Build,
  table: Properties<T>,
  device: T,
  path: Path,
  given: Pairs = nothing,
): Pairs {
  const pairs: Record<string, OptionValue> = {}
  const { entries, fields, keys } = planOf(table)
  const said = saidFields(fields, device)
  const values = saidFields(keys, given)
  let number = -1
  for (const [key, property] of entries) {
    number += 1
    const value =
      given !== nothing && values[number] !== undefined
        ? given[key]
        : property.kind === 'field'
          ? printed(build, property, said[number] ?? property.unsaid, path)
          : property.kind === 'derived'
            ? property.derive(device)
            : undefined
    if (value !== undefined) pairs[key] = value
  }
  return pairs
}

/** What is to be known of a table, once. */
interface Plan<T> {
  readonly entries: readonly (readonly [key: string, property: Property<T>])[]
  readonly fields: FieldTree
  /** The keys themselves, as what is given has them. */
  readonly keys: FieldTree
}

const plans = new WeakMap<object, Plan<never>>()

function planOf<T>(table: Properties<T>): Plan<T>
function planOf(table: Properties<never>): Plan<never> {
  const held = plans.get(table)
  if (held !== undefined) return held
  const entries = entriesOf(table)
  const made = {
    entries,
    fields: fieldTree(entries.map(([, one]) => (one.kind === 'field' ? one.field : undefined))),
    keys: fieldTree(entries.map(([key]) => [key])),
  }
  plans.set(table, made)
  return made
}

function printed(
  build: Build,
  { field, codec, since }: FieldProperty<never>,
  held: unknown,
  path: Path,
): OptionValue {
  if (held === undefined) return undefined
  const value = codec.print(held)
  if (value === undefined || since === undefined || hasQemu(build, since)) return value
  find(
    build,
    'qemu.unsupported',
    [...path, ...field],
    `${field.at(-1)} is left out: it needs QEMU ${since} or later.`,
  )
  return undefined
}
