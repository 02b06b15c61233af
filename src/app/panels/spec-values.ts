/** Reading the design in panels: values of known types, undefined where the design has something else. */
import { isRecord, type Path, type UnknownRecord, valueAt } from '../core.ts'
import { useSpecValue } from '../store.ts'

/** The scalar at a path, as text. */
export function useSpecText(path: Path): string | undefined {
  return textOf(useSpecValue(path))
}

/** The maps of the list at a path. */
export function useSpecItems(path: Path): readonly UnknownRecord[] {
  return itemsOf(useSpecValue(path))
}

export function itemsOf(held: unknown): readonly UnknownRecord[] {
  return Array.isArray(held) ? held.filter(isRecord) : []
}

export function textOf(held: unknown): string | undefined {
  return held === undefined || held === null || typeof held === 'object' ? undefined : String(held)
}

/** The scalar somewhere inside a device, as text: `textAt(disk, 'source', 'file')`. */
export function textAt(device: unknown, ...path: Path): string | undefined {
  return textOf(valueAt(device, path))
}

/** What there is of the parts, with commas. */
export function phrase(...parts: readonly (string | false | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== false && part !== '').join(', ')
}
