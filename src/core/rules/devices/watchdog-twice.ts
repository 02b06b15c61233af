import { devicesOf } from '../support/devices.ts'
import { repeated } from '../support/repeated.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'watchdog.twice',
  title: 'Two watchdogs of one model',
  source: 'libvirt 11.3: "domain can only have one watchdog with model \'itco\'"',
  *check(context) {
    const watchdogs = devicesOf(context, 'watchdog').filter(
      ({ item }) => item.model === 'itco' || item.model === 'ib700',
    )
    for (const { item } of repeated(watchdogs, ({ item }) => item.model))
      yield {
        at: item.path,
        message: `There are two watchdogs ${item.item.model}, libvirt takes one. Remove the second.`,
        fix: { title: 'Remove the second watchdog' },
      }
  },
}
