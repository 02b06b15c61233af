import { partRule } from '../support/part-rule.ts'
import { repeated } from '../support/repeated.ts'

export const rule = partRule('cpu', {
  id: 'cpu.feature-conflict',
  title: 'A CPU feature said twice',
  source: 'libvirt 11.3: "CPU feature \'%s\' specified more than once"',
  *check({ features: all = [] }) {
    const features = all.map((feature, index) => ({ feature, index }))
    for (const { item } of repeated(features, ({ feature }) => feature.name))
      yield {
        at: ['features', item.index],
        message: `The feature ${item.feature.name} is said before already. Say it once.`,
        fix: { title: 'Remove the second' },
      }
  },
})
