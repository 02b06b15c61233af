import { formatPath } from '../../finding.ts'
import { devicesOf } from '../support/devices.ts'
import { at } from '../support/place.ts'
import { repeated } from '../support/repeated.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'boot.order-twice',
  title: 'One place in the boot order for two devices',
  source: 'libvirt 11.3: "boot order \'1\' used for more than one device"',
  *check(context) {
    const devices = (['disks', 'interfaces', 'hostdevs', 'redirdev'] as const).flatMap((list) =>
      devicesOf(context, list).map(({ item, path }) => ({ order: item.boot?.order, path })),
    )
    const highest = Math.max(0, ...devices.map(({ order }) => order ?? 0))
    let next = highest
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
