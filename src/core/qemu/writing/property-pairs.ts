/** A device to the keys that say it. */
import type { Path } from '../../finding.ts'
import { type Build, hasQemu, leftOut } from '../build/index.ts'
import { entriesOf, type FieldProperty, type Properties, type Property } from '../properties/property.ts'
import { type FieldTree, fieldTree, saidFields } from '../properties/said-fields.ts'
import type { OptionValue, Pairs } from '../words/options.ts'

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
  given: Pairs = {},
): Pairs {
  const pairs: Record<string, OptionValue> = {}
  const { keys, properties, fields, numbers } = planOf(table)
  const said = saidFields(fields, device)
  const others: OptionValue[] = []
  for (const key in given) {
    const number = numbers.get(key)
    if (number !== undefined) others[number] = given[key]
  }
  // Written for each keystroke, and most of a table says nothing: so it is a loop that does little.
  for (let number = 0; number < keys.length; number += 1) {
    const property = properties[number]
    let value = others[number]
    if (value === undefined && property?.kind === 'field') {
      const held = said[number] ?? property.unsaid
      if (held !== undefined) value = printed(build, property, held, path)
    } else if (value === undefined && property?.kind === 'derived') value = property.derive(device)
    if (value !== undefined) pairs[keys[number] ?? ''] = value
  }
  return pairs
}

/** What is to be known of a table, once; the numbers are those of its entries. */
interface Plan<T> {
  readonly keys: readonly string[]
  readonly properties: readonly Property<T>[]
  readonly fields: FieldTree
  readonly numbers: ReadonlyMap<string, number>
}

const plans = new WeakMap<object, Plan<never>>()

function planOf<T>(table: Properties<T>): Plan<T>
function planOf(table: Properties<never>): Plan<never> {
  const held = plans.get(table)
  if (held !== undefined) return held
  const entries = entriesOf(table)
  const keys = entries.map(([key]) => key)
  const made = {
    keys,
    properties: entries.map(([, one]) => one),
    fields: fieldTree(entries.map(([, one]) => (one.kind === 'field' ? one.field : undefined))),
    numbers: new Map(keys.map((key, number) => [key, number])),
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
  const value = codec.print(held)
  if (value === undefined || since === undefined || hasQemu(build, since)) return value
  leftOut(build, [...path, ...field], `${field.at(-1)} is left out: it needs QEMU ${since} or later.`)
  return undefined
}
