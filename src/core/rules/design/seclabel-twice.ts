import type { Path } from '../../finding.ts'
import { devicesOf, placedItems } from '../support/devices.ts'
import { repeated } from '../support/repeated.ts'
import type { DomainProblem, Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'seclabel.twice',
  title: 'Two security labels of one kind',
  target: 'libvirt',
  source:
    'libvirt 11.3: "seclabel for model selinux is already provided", "missing security model when using multiple labels"',
  *check(context) {
    const { seclabel, more_seclabels } = context.domain
    yield* secondOf([
      { item: { ...seclabel }, path: ['seclabel'] },
      ...placedItems(more_seclabels, 'more_seclabels'),
    ])
    for (const { item, path } of devicesOf(context, 'disks'))
      yield* secondOf(placedItems(item.source?.seclabels, ...path, 'source', 'seclabels'))
  },
}

interface Label {
  readonly item: { readonly model?: string | undefined }
  readonly path: Path
}

function* secondOf(labels: readonly Label[]): Iterable<DomainProblem> {
  for (const { item: second } of repeated(labels, ({ item }) => item.model))
    yield {
      at: second.path,
      message: `The label of ${second.item.model} is said before already.`,
      fix: { title: 'Remove the second' },
    }
}
