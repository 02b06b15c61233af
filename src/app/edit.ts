/** Looks into and changes lists of plain data; what does not change stays the same object and is not drawn anew. */
import { applyChanges, type Path } from './core.ts'

/** The value at `path`, or undefined where the way ends early. */
export function valueAt(root: unknown, path: Path): unknown {
  let here = root
  for (const segment of path) {
    if (typeof here !== 'object' || here === null) return undefined
    here = Object.hasOwn(here, segment) ? Reflect.get(here, segment) : undefined
  }
  return here
}

/** `root` with `value` put into the list at `path`, before the item at `index` (at the end when that is beyond it). */
export function insertIn(root: unknown, path: Path, index: number, value: unknown): unknown {
  const items = listAt(root, path)
  return setAt(root, path, [...items.slice(0, index), value, ...items.slice(index)])
}

/** `root` with one item of the list at `path` at another place. */
export function moveIn(root: unknown, path: Path, from: number, to: number): unknown {
  const items = listAt(root, path)
  const moved = items[from]
  if (moved === undefined || to < 0 || to >= items.length || from === to) return root
  const without = items.filter((_, index) => index !== from)
  return setAt(root, path, [...without.slice(0, to), moved, ...without.slice(to)])
}

/** The list at `path`; an empty one when there is none. */
export function listAt(root: unknown, path: Path): readonly unknown[] {
  const held = valueAt(root, path)
  return Array.isArray(held) ? held : []
}

/** True when `path` is `prefix` or lies below it. */
export function startsWith(path: Path, prefix: Path): boolean {
  return prefix.length <= path.length && prefix.every((segment, index) => segment === path[index])
}

function setAt(root: unknown, path: Path, value: unknown): unknown {
  return applyChanges(root, [{ path, value }])
}
