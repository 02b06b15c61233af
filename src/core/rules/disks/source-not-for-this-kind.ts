import { firstKey, pathOf } from '../../table/index.ts'
import { misfitOf } from '../support/misfit.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'source.not-for-this-kind',
  title: 'A field of another kind of source',
  source: 'vm.yml: each kind of source has its own fields and none of the others’',
  *check(context) {
    for (const said of context.said.fields) {
      if (firstKey(said) !== 'source') continue
      const misfit = misfitOf(said)
      if (misfit === undefined) continue
      yield {
        path: pathOf(said),
        message: `${said.key} belongs to a source of kind ${misfit.allowed.join(' or ')}, and this one is ${misfit.said}. Remove it.`,
        fix: { title: `Remove ${said.key}`, changes: [{ path: pathOf(said) }] },
      }
    }
  },
}
