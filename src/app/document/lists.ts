/** Changes lists of plain data; what does not change stays the same object and is not drawn anew. */
import { applyChanges, type Path, valueAt } from '../core.ts'

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

function setAt(root: unknown, path: Path, value: unknown): unknown {
  return applyChanges(root, [{ path, value }])
}
