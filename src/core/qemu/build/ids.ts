/** What devices are called, and their places in the boot order. */
import type { Path } from '../../finding.ts'
import type { Build } from './build.ts'
import { report } from './report.ts'

/**
 * The id of a device: the author's alias, else the one given.
 * QEMU takes a letter, then letters, digits, `-`, `.` and `_`.
 */
export function idOf(
  build: Build,
  alias: { readonly name?: string | undefined } | undefined,
  fallback: string,
  path: Path,
): string {
  const name = alias?.name
  if (name === undefined) return fallback
  if (/^[A-Za-z][\w.-]*$/.test(name)) {
    build.ids.set(fallback, name)
    return name
  }
  report(
    build,
    'qemu.text',
    [...path, 'alias'],
    `QEMU takes no id '${name}': a letter first, then letters, digits, -, . and _. It is called ${fallback}.`,
    'warning',
  )
  return fallback
}

/** The place in the boot order: the device's own, else what the boot list of the machine gives the first of its kind. */
export function bootIndexOf(
  build: Build,
  kind: string,
  own: { readonly order?: number | undefined } | undefined,
): number | undefined {
  if (own?.order !== undefined) return own.order
  const index = build.bootOrder.get(kind)
  if (index !== undefined) build.bootOrder.delete(kind)
  return index
}
