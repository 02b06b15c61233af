import type { Path } from './core.ts'
import { setSheet } from './layout/index.ts'
import { partOf } from './parts.ts'
import { vmDocument } from './store.ts'
import { focusWhenThere } from './ui/index.ts'

/** Opens the part that has the field of a spec path, with its device, and puts the focus into the field. */
export function goToSpecPath(path: Path): void {
  const part = partOf(path)
  if (part === undefined) return
  // A sheet would lie over the field.
  setSheet(undefined)
  vmDocument.want(part.id, path)
}

/** The same without the focus, for one who is writing a text and looks where a line belongs. */
export function showSpecPath(path: Path): void {
  const part = partOf(path)
  if (part !== undefined) vmDocument.want(part.id, path, true)
}

/** Opens a part, with the focus at its beginning. */
export function goToPart(id: string): void {
  setSheet(undefined)
  vmDocument.selectPart(id)
  focusWhenThere('#part')
}
