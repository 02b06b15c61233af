import { devicesOf } from '../support/devices.ts'
import { repeated } from '../support/repeated.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'panic.twice',
  title: 'Two panic devices of one model',
  source: 'libvirt 11.3: "Multiple panic devices with model \'isa\'"',
  *check(context) {
    for (const { item } of repeated(devicesOf(context, 'panic'), ({ item }) => item.model))
      yield {
        at: item.path,
        message: `There are two panic devices ${item.item.model}, libvirt takes one.`,
        fix: { title: 'Remove the second' },
      }
  },
}
