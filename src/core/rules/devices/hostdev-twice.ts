import { hostdevIdentity } from '../support/hostdev-identity.ts'
import { repeatedRule } from '../support/repeated-rule.ts'

export const rule = repeatedRule('hostdevs', {
  id: 'hostdev.twice',
  title: 'One host device twice',
  source: 'libvirt 11.3: "Hostdev already exists in the domain configuration"',
  same: hostdevIdentity,
  says: (_, first) => `This device of the host is there already, at ${first}. Remove one of them.`,
  fix: { title: 'Remove the second' },
})
