import { hasRawChild } from '../support/raw-xml.ts'
import { repeatedRule } from '../support/repeated-rule.ts'

export const rule = repeatedRule('interfaces', {
  id: 'network.mac-twice',
  title: 'Two interfaces with one MAC address',
  severity: 'warning',
  fixIsSafe: true,
  source: 'libvirt 9.0 and 11.3 start it; the network mixes the two up (rules.md)',
  same: ({ $rest, mac }) => (hasRawChild($rest, 'teaming') ? undefined : mac?.address?.toLowerCase()),
  at: ['mac', 'address'],
  says: ({ mac }, first) =>
    `The MAC address ${mac?.address} is that of ${first} already. Leave it out, and libvirt makes one up.`,
  fix: { title: 'Leave the MAC address out', at: ['mac'] },
})
