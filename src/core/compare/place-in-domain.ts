/** What kind of place a path leads to. */
import { domain as shape } from '../domain/index.ts'
import type { Path } from '../finding.ts'
import { type Field, shapeAt } from '../table/index.ts'
import { ownValue } from '../text/index.ts'

/** `devices.disks` */
export function isDeviceList(path: Path): boolean {
  return path.length === 2 && path[0] === 'devices' && fieldAt(path)?.kind === 'list'
}

/** A device of a list, or one that there is at most one of. */
export function isDevice(path: Path): boolean {
  if (path[0] !== 'devices' || path[1] === 'emulator' || path[1] === '$rest') return false
  return typeof path[2] === 'number' ? path.length === 3 : path.length === 2
}

/** With a star for each index: `devices.disks.*.target`. */
export function pattern(path: Path): string {
  return path.map((segment) => (typeof segment === 'number' ? '*' : segment)).join('.')
}

function fieldAt(path: Path): Field | undefined {
  const key = path.at(-1)
  return typeof key === 'string' ? ownValue(shapeAt(shape, path.slice(0, -1)), key) : undefined
}

/** The items of what may be a list. */
export function listOf(held: unknown): readonly unknown[] {
  return Array.isArray(held) ? held : []
}
