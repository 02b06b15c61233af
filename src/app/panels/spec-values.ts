/** Reading the design in panels. */
import type { SpecPath } from '../spec-path.ts'
import { useSpecValue } from '../store.ts'

/** The scalar at a path, as text. */
export function useSpecText(path: SpecPath): string | undefined {
  return textOf(useSpecValue(path))
}

/** The items of the list at a path, none when nothing is said. */
export function useSpecItems<Item>(path: SpecPath<readonly Item[]>): readonly Item[] {
  return useSpecValue(path) ?? none
}

const none: readonly never[] = []

/** A scalar as text. */
export function textOf(held: unknown): string | undefined {
  return held === undefined || held === null || typeof held === 'object' ? undefined : String(held)
}

/** What there is of the parts, with commas. */
export function phrase(...parts: readonly (string | false | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== false && part !== '').join(', ')
}
