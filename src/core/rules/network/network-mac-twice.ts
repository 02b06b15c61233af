import { formatPath } from '../../finding.ts'
import { devicesOf } from '../support/devices.ts'
import { at } from '../support/place.ts'
import { hasRawChild } from '../support/raw-xml.ts'
import { repeated } from '../support/repeated.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'network.mac-twice',
  title: 'Two interfaces with one MAC address',
  severity: 'warning',
  fixIsSafe: true,
  source: 'libvirt 9.0 and 11.3 start it; the network mixes the two up (rules.md)',
  *check(context) {
    const cards = devicesOf(context, 'interfaces').filter(({ item }) => !hasRawChild(item.$rest, 'teaming'))
    for (const { item, first } of repeated(cards, ({ item }) => item.mac?.address?.toLowerCase()))
      yield {
        at: [...item.path, 'mac', 'address'],
        message: `The MAC address ${item.item.mac?.address} is that of ${formatPath(at(context, ...first.path))} already. Leave it out, and libvirt makes one up.`,
        fix: { title: 'Leave the MAC address out', at: [...item.path, 'mac'] },
      }
  },
}
