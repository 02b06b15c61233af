import { repeated } from '../support/repeated.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'snapshot.name-twice',
  title: 'Two snapshots with one name',
  source: 'libvirt: a snapshot’s name is unique in its domain',
  *check(context) {
    const snapshots = (context.spec.snapshot ?? []).map(({ name }, index) => ({ name, index }))
    for (const { item } of repeated(snapshots, ({ name }) => name))
      yield {
        path: ['snapshot', item.index, 'name'],
        message: `There are two snapshots called ${item.name}. Give each a name of its own.`,
        fix: {
          title: 'Give it another name',
          changes: [{ path: ['snapshot', item.index, 'name'], value: `${item.name}-${item.index + 1}` }],
        },
      }
  },
}
