import type { Path } from './core.ts'
import { partOf } from './parts.ts'
import { vmDocument } from './store.ts'

/** Opens the part that has the field of a spec path, with its device, and puts the focus into the field. */
export function goToSpecPath(path: Path): void {
  const part = partOf(path)
  if (part !== undefined) vmDocument.want(part.id, path)
}

/** The same without the focus, for one who is writing a text and looks where a line belongs. */
export function showSpecPath(path: Path): void {
  const part = partOf(path)
  if (part !== undefined) vmDocument.want(part.id, path, true)
}
