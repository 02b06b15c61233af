/** The texts of core that the page shows: of its tables all, of its findings and notes those of the rules’ own cases. */

import { resolve } from '../../core/resolve/index.ts'
import { checkDesign } from '../../core/rules/index.ts'
import type { RuleCases } from '../../core/rules/support/case.test-data.ts'
import { innerShape } from '../../core/table/index.ts'
import { designOf, presets } from '../../presets/index.ts'
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

const byFolder = import.meta.glob<RuleCases>('../../core/rules/*/cases.test-data.ts', {
  eager: true,
  import: 'cases',
})

/** What each rule says of the design that breaks it, and what its fix is called; by the rule’s folder. */
export function ruleTexts(): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    Object.entries(byFolder).map(([file, cases]) => {
      const found = Object.values(cases).flatMap(({ triggers, host, name = 'vm' }) =>
        checkDesign({ name, spec: triggers }, host),
      )
      const texts = found.flatMap(({ message, fix }) =>
        fix === undefined ? [message] : [message, fix.title],
      )
      return [file.split('/').at(-2) ?? file, new Set(texts)]
    }),
  )
}

/** Of the presets: their own words, and what is filled in for them. */
export function presetTexts(): ReadonlySet<string> {
  const notes = presets.flatMap((preset) =>
    resolve(designOf(preset), undefined).notes.flatMap(({ what, why }) => [what, why]),
  )
  const own = presets.flatMap(({ title, about, why, needs }) => [
    title,
    about,
    why,
    ...needs.map(({ short }) => short),
  ])
  return new Set([...own, ...notes])
}
