/** The texts of the tables of core that the page shows. */

import { innerShape } from '../../core/table/index.ts'
import { type Field, labelOf, type Shape, vmSpec } from '../core.ts'

/** The label and the help of every field. */
export function fieldTexts(): { readonly labels: ReadonlySet<string>; readonly helps: ReadonlySet<string> } {
  const labels = new Set<string>()
  const helps = new Set<string>()
  const seen = new Set<Shape>()
  const walk = (shape: Shape) => {
    if (seen.has(shape)) return
    seen.add(shape)
    for (const [key, field] of Object.entries<Field>(shape)) {
      labels.add(labelOf(key, field.meta))
      if (field.meta.help !== undefined) helps.add(field.meta.help)
      const inner = innerShape(field)
      if (inner !== undefined) walk(inner)
    }
  }
  walk(vmSpec)
  return { labels, helps }
}
