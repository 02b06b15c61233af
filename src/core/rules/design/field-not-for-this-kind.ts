import { firstKey, pathOf } from '../../table/index.ts'
import { misfitOf } from '../support/misfit.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'field.not-for-this-kind',
  title: 'A field that belongs to another kind',
  severity: 'warning',
  fixIsSafe: true,
  source:
    'libvirt manual, by the tables: the schema of libvirt refuses it, or without validation it means nothing',
  *check(context) {
    for (const said of context.said.fields) {
      if (said.field.meta.only === undefined) continue
      if (firstKey(said) === 'source') continue
      const misfit = misfitOf(said)
      if (misfit === undefined || reported.has(`${misfit.key} ${misfit.said} ${said.key}`)) continue
      yield {
        path: pathOf(said),
        message: `${said.key} belongs to ${misfit.key} ${misfit.allowed.join(' or ')}, and ${misfit.key} is ${misfit.said} here. Remove it, or change ${misfit.key}.`,
        fix: { title: `Remove ${said.key}`, changes: [{ path: pathOf(said) }] },
      }
    }
  },
}

/** What a dump of a running VM says beside the network that a card is in: virDomainActualNetDefContentsFormat. */
const reported: ReadonlySet<string> = new Set([
  'type network bridge',
  'type network portid',
  'type network dev',
  'type network mode',
])
