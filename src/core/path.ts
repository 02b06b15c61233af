/** Paths compared and followed, segment by segment: as texts, `memory` would begin `memory_backing`. */
import type { Path } from './finding.ts'

/** Whether a path is at another one or below it. */
export function startsWith(path: Path, start: Path): boolean {
  return path.length >= start.length && start.every((segment, index) => segment === path[index])
}

/** Whether two paths are the same. */
export function samePath(one: Path, other: Path): boolean {
  return one.length === other.length && startsWith(one, other)
}

/** What stands at a path of plain data; undefined where there is nothing. */
export function valueAt(held: unknown, path: Path): unknown {
  let at = held
  for (const segment of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, segment)) return undefined
    at = Reflect.get(at, segment)
  }
  return at
}
