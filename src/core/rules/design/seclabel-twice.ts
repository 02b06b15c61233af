import { devicesOf } from '../support/devices.ts'
import { repeated } from '../support/repeated.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'seclabel.twice',
  title: 'Two security labels of one kind',
  target: 'libvirt',
  source:
    'libvirt 11.3: "seclabel for model selinux is already provided", "missing security model when using multiple labels"',
  *check(context) {
    const { seclabel, more_seclabels: more = [] } = context.domain
    const labels = [
      { model: seclabel?.model, path: ['seclabel'] },
      ...more.map(({ model }, index) => ({ model, path: ['more_seclabels', index] })),
    ]
    for (const { item } of repeated(labels, ({ model }) => model))
      yield {
        at: item.path,
        message: `The label of ${item.model} is said before already.`,
        fix: { title: 'Remove the second' },
      }
    for (const { item, path } of devicesOf(context, 'disks'))
      for (const { item: second } of repeated(
        (item.source?.seclabels ?? []).map(({ model }, index) => ({ model, index })),
        ({ model }) => model,
      ))
        yield {
          at: [...path, 'source', 'seclabels', second.index],
          message: `The label of ${second.model} is said before already.`,
          fix: { title: 'Remove the second' },
        }
  },
}
