import { formatPath } from '../../finding.ts'
import { bootables } from '../support/bootable.ts'
import { at } from '../support/place.ts'
import { repeated } from '../support/repeated.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'boot.order-twice',
  title: 'One place in the boot order for two devices',
  source: 'libvirt 11.3: "boot order \'1\' used for more than one device"',
  *check(context) {
    const devices = bootables(context)
    let next = Math.max(0, ...devices.map(({ order }) => order ?? 0))
    for (const { item, first } of repeated(devices, ({ order }) => order?.toString())) {
      next += 1
      yield {
        at: [...item.path, 'boot', 'order'],
        message: `The boot order ${item.order} is that of ${formatPath(at(context, ...first.path))} already. Give each device a place of its own.`,
        fix: { title: `Set the order to ${next}`, value: next },
      }
    }
  },
}
