import { placedItems } from '../support/devices.ts'
import { repeatedRule } from '../support/repeated-rule.ts'

export const rule = repeatedRule(({ domain }) => placedItems(domain.cpu?.features, 'cpu', 'features'), {
  id: 'cpu.feature-conflict',
  title: 'A CPU feature said twice',
  source: 'libvirt 11.3: "CPU feature \'%s\' specified more than once"',
  same: ({ item }) => item.name,
  says: ({ item }) => `The feature ${item.name} is said before already. Say it once.`,
  fix: { title: 'Remove the second' },
})
