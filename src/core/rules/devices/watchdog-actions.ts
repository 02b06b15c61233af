import { devicesOf } from '../support/devices.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'watchdog.actions',
  title: 'Watchdogs that do different things',
  source: 'libvirt 11.3: "watchdogs with different actions are not supported with this QEMU binary"',
  *check(context) {
    const [first, ...others] = devicesOf(context, 'watchdog')
    const action = first?.item.action ?? 'reset'
    for (const { item, path } of others)
      if ((item.action ?? 'reset') !== action)
        yield {
          at: [...path, 'action'],
          message: `QEMU has one action for all watchdogs: the first one’s is ${action}, this one’s ${item.action ?? 'reset'}.`,
          fix: { title: `Take ${action}`, value: action },
        }
  },
}
