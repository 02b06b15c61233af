/** Paths of the design that the compiler follows through the tables: a key that is not there does not compile. */
import type { Change, Path, VmSpec } from './core.ts'

declare const leadsTo: unique symbol

/** The way to a value of the design; `V` is what stands there when something is said. */
export type SpecPath<V = unknown> = Path & { readonly [leadsTo]: V }

/** The value at the end of a path: `ValueAt<typeof clock>`. */
export type ValueAt<P> = P extends SpecPath<infer V> ? V : never
/** One item of the list at the end of a path: `ItemAt<typeof disks>`. */
export type ItemAt<P> = P extends SpecPath<readonly (infer Item)[]> ? Item : never

/** The keys of a map. */
export type KeyOf<V> = V extends readonly unknown[]
  ? never
  : V extends object
    ? Exclude<keyof V & string, '$rest'>
    : never

/** A field of a map, or one of a map in it, as the form takes them: `cache`, `driver.cache`. */
export type FieldOf<V> = {
  [K in KeyOf<V>]: K | `${K}.${KeyOf<NonNullable<V[K & keyof V]>>}`
}[KeyOf<V>]

/** What may follow: the key of a map, the index of a list. */
type StepOf<V> = V extends readonly unknown[] ? number : KeyOf<V>
type Inside<V, Step> = V extends readonly (infer Item)[]
  ? Item
  : Step extends keyof V
    ? NonNullable<V[Step]>
    : never

/** `P` when each of its steps is there; else what could be in place of the one that is not. */
export type StepsIn<V, P extends Path> = P extends readonly [infer Step, ...infer Rest extends Path]
  ? [Step] extends [StepOf<V>]
    ? readonly [Step, ...StepsIn<Inside<V, Step>, Rest>]
    : readonly [StepOf<V>, ...Path]
  : readonly []

type End<V, P extends Path> = P extends readonly [infer Step, ...infer Rest extends Path]
  ? End<Inside<V, Step>, Rest>
  : V

/** A path of the design, from its root: `specPath(['libvirt', 'devices', 'disks'])`. */
export function specPath<const P extends Path>(path: P & StepsIn<VmSpec, P>): SpecPath<End<VmSpec, P>>
export function specPath(path: Path): Path {
  return path
}

/** A path further down: `below(disks, [0, 'driver', 'cache'])`. */
export function below<V, const P extends Path>(
  path: SpecPath<V>,
  steps: P & StepsIn<V, P>,
): SpecPath<End<V, P>>
export function below(path: Path, steps: Path): Path {
  return [...path, ...steps]
}

/** The path of one item of a list. */
export function itemAt<Item>(list: SpecPath<readonly Item[]>, index: number): SpecPath<Item>
export function itemAt(list: Path, index: number): Path {
  return [...list, index]
}

/** The change that says a value. */
export function say<V>(path: SpecPath<V>, value: NoInfer<V>): Change {
  return { path, value }
}

/** The change that takes what is said away. */
export function unsay(path: SpecPath): Change {
  return { path }
}
