import type { Path } from './core.ts'
import { partOf } from './parts.ts'
import { vmDocument } from './store.ts'

/** Opens the part that has the field of a spec path, with its device, and puts the focus into the field. */
export function goToSpecPath(path: Path): void {
  const part = partOf(path)
  if (part !== undefined) vmDocument.want(part.id, path)
}
