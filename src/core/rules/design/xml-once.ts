import { valueAt } from '../../path.ts'
import { isRecord } from '../../table/index.ts'
import { at } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'xml.once',
  title: 'A setting that there is one of, said twice',
  severity: 'error',
  target: 'libvirt',
  source:
    'libvirt 11.3: "only one numatune is supported", "only one resource element is supported", "only one emulatorpin is supported", "only one emulatorsched is supported", "at most one CPU cache element may be specified", "A domain definition can have no more than one cipher node"',
  *check(context) {
    for (const [around, elements] of onceIn) {
      const held = around.length === 0 ? context.domain : valueAt(context.domain, around)
      const rest = isRecord(held) ? held['$rest'] : undefined
      const children = isRecord(rest) && Array.isArray(rest['children']) ? rest['children'] : []
      for (const child of children) {
        const xml: unknown = isRecord(child) ? child['xml'] : undefined
        const name = /^<(\w+)/.exec(typeof xml === 'string' ? xml : '')?.[1] ?? ''
        if (!elements.includes(name)) continue
        yield {
          path: at(context, ...around, name),
          message: `libvirt takes ${name} once, and it is said again. Join the two.`,
        }
      }
    }
  },
}

/** What is around, and the elements in it: the first is read, further ones are kept as they were written. */
const onceIn: readonly (readonly [readonly string[], readonly string[]])[] = [
  [[], ['numatune', 'resource']],
  [['cputune'], ['emulatorpin', 'emulatorsched']],
  [['cpu'], ['cache']],
]
