import { devicesOf } from '../support/devices.ts'
import { at, removeFix } from '../support/place.ts'
import { repeated } from '../support/repeated.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'panic.twice',
  title: 'Two panic devices of one model',
  severity: 'error',
  source: 'libvirt 11.3: "Multiple panic devices with model \'isa\'"',
  *check(context) {
    for (const { item } of repeated(devicesOf(context, 'panic'), ({ item }) => item.model))
      yield {
        path: at(context, ...item.path),
        message: `There are two panic devices ${item.item.model}, libvirt takes one.`,
        fix: removeFix(context, 'Remove the second', item.path),
      }
  },
}
