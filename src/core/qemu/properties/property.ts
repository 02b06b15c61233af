/**
 * The words in which the properties of a QEMU device are declared: a map from QEMU's key to the field of the Domain that
 * says it. Writing (`write.ts`), reading (`read.ts`) and what a device has no use for (`beyond.ts`) go by this map alone.
 */
import type { OptionValue } from '../words/options.ts'
import type { Codec } from './codec.ts'

/** A key that says one field. */
export interface FieldProperty<T> {
  readonly kind: 'field'
  /** The way to the field, from the device on. */
  readonly field: readonly string[]
  readonly codec: Codec<unknown>
  /** What is written when the Domain says nothing. */
  readonly unsaid?: unknown
  /** What is so anyway, and is read as nothing. */
  readonly usual?: unknown
  /** The map that says something only as a whole: a width without a height is none. */
  readonly whole?: string
  /** The QEMU that brought it. */
  readonly since?: string
  /** Other keys that are read for it; never written. */
  readonly alsoReadAs?: readonly string[]
  /** Never there at run time: carries the type of the device. */
  readonly deviceType?: (device: T) => void
}

/** A key that follows from the rest of the device. */
export interface DerivedProperty<T> {
  readonly kind: 'derived'
  readonly derive: (device: T) => OptionValue
}

/** A key whose value is no field's: the name of what stands behind the device. */
interface GivenProperty {
  readonly kind: 'given'
}

export type Property<T> = FieldProperty<T> | DerivedProperty<T> | GivenProperty

/** QEMU's keys, in the order in which they are written. */
export type Properties<T> = Readonly<Record<string, Property<T>>>

/** The dotted ways to the fields that take values of one type. */
export type FieldOf<T, V> = {
  [K in keyof T & string]-?: K extends '$rest'
    ? never
    : [V] extends [NonNullable<T[K]>]
      ? K
      : NonNullable<T[K]> extends readonly unknown[]
        ? never
        : NonNullable<T[K]> extends object
          ? `${K}.${FieldOf<NonNullable<T[K]>, V>}`
          : never
}[keyof T & string]

type More<V> = Pick<FieldProperty<never>, 'whole' | 'since' | 'alsoReadAs'> & {
  readonly unsaid?: V
  readonly usual?: V
}

/** Its value is given where the device is written. */
export const given: GivenProperty = { kind: 'given' }

/** The word for the properties of one kind of device: a field that it has not is an error of the compiler. */
export function propertyOf<T>() {
  return <V>(
    field: FieldOf<T, NoInfer<V>>,
    codec: Codec<V>,
    more: More<NoInfer<V>> = {},
  ): FieldProperty<T> => ({
    kind: 'field',
    field: field.split('.'),
    codec,
    ...more,
  })
}

/** A key that follows from the rest of the device. */
export function derived<T>(derive: (device: T) => OptionValue): DerivedProperty<T> {
  return { kind: 'derived', derive }
}

const entries = new WeakMap<object, readonly (readonly [string, Property<never>])[]>()

/** The keys and what they are; each table is taken apart once. */
export function entriesOf<T>(table: Properties<T>): readonly (readonly [key: string, Property<T>])[]
export function entriesOf(table: Properties<never>): readonly (readonly [key: string, Property<never>])[] {
  const held = entries.get(table)
  if (held !== undefined) return held
  const made = Object.entries(table)
  entries.set(table, made)
  return made
}
