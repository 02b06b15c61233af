import { repeated } from '../support/repeated.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'cpu.feature-conflict',
  title: 'A CPU feature said twice',
  severity: 'error',
  source: 'libvirt 11.3: "CPU feature \'%s\' specified more than once"',
  *check(context) {
    const features = (context.domain.cpu?.features ?? []).map((feature, index) => ({ feature, index }))
    for (const { item } of repeated(features, ({ feature }) => feature.name))
      yield {
        at: ['cpu', 'features', item.index],
        message: `The feature ${item.feature.name} is said before already. Say it once.`,
        fix: { title: 'Remove the second' },
      }
  },
}
