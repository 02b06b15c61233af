/** Whether a field of the design can hold a value. */
import type { Path } from '../finding.ts'
import { vmSpec } from '../spec/index.ts'
import { type Field, innerShape, type Shape, schema } from '../table/index.ts'
import { ownValue } from '../text/index.ts'

/**
 * True for a value that the field at the path takes. Below `libvirt` any value that XML had is taken, since that is
 * what the same XML would become as a design of its own.
 */
export function fits(path: Path, value: unknown): boolean {
  let shape: Shape | undefined = vmSpec
  for (const [index, key] of path.entries()) {
    if (typeof key === 'number') continue
    // What is deeper is the field's own: a text by its name, or what is kept.
    if (shape === undefined) return path[0] === 'libvirt'
    const field: Field | undefined = ownValue(shape, key)
    if (field === undefined) return key === '$rest' && path[0] === 'libvirt'
    if (index === path.length - 1)
      return (
        value === undefined ||
        path[0] === 'libvirt' ||
        schema({ [key]: field }).safeParse({ [key]: value }).success
      )
    shape = innerShape(field)
  }
  return path[0] === 'libvirt'
}
