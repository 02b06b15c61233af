/** Which fields of a table a group shows first, and which stand under More. */
import { type Field, formatPath, type Path, type Shape, startsWith } from '../core.ts'

/** A way into a table in dotted form, as panels write it: 'driver.cache'. */
export function parseFieldPath(dotted: string): Path {
  return dotted.split('.').map((segment) => (/^\d+$/.test(segment) ? Number(segment) : segment))
}

/** True for a field that has fields of its own. */
export function isNested({ kind }: Field): boolean {
  return kind === 'child' || kind === 'list' || kind === 'entriesList'
}

const fewEnough = 10
const shownFirst = 6
/** In nearly every table, and nearly never what one looks for first. */
const asides = new Set(['alias', 'address', 'boot', 'rom', 'acpi'])

/**
 * What a group shows first when nobody said: all of a small table; else what is required and the first few.
 *
 * @param barred keys of fields that belong to another kind
 */
export function usualFields(shape: Shape, barred: readonly string[]): readonly string[] {
  const own = Object.entries(shape).filter(
    ([key, field]) => !isNested(field) && !asides.has(key) && !barred.includes(key),
  )
  if (own.length <= fewEnough) return own.map(([key]) => key)
  const required = own.filter(([, field]) => field.meta.required === true)
  const others = own.filter(([, field]) => field.meta.required !== true)
  const first = new Set([...required, ...others.slice(0, Math.max(0, shownFirst - required.length))])
  return own.filter((one) => first.has(one)).map(([key]) => key)
}

/** One line of what is left: a field, and the ways into it that stand elsewhere. */
export interface Left {
  readonly key: string
  readonly omit: readonly string[]
}

/** The fields of a table that are not among `shown` (dotted), each with what of it is. Nothing is forgotten. */
export function leftOver(shape: Shape, shown: readonly string[]): readonly Left[] {
  const paths = shown.map(parseFieldPath)
  return Object.keys(shape).flatMap((key): Left[] => {
    if (paths.some((path) => path.length === 1 && path[0] === key)) return []
    const inside = paths.filter((path) => startsWith(path, [key])).map((path) => formatPath(path.slice(1)))
    return [{ key, omit: inside }]
  })
}
