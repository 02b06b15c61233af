import { formatPath } from '../../finding.ts'
import { bootables } from '../support/bootable.ts'
import { at } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'boot.both-ways',
  title: 'A boot order in two places',
  source: 'libvirt 11.3: "per-device boot elements cannot be used together with os/boot elements"',
  *check(context) {
    const list = context.domain.os?.boot ?? []
    const ordered = bootables(context).find(({ order }) => order !== undefined)
    if (list.length === 0 || ordered === undefined) return
    yield {
      at: ['os', 'boot'],
      message: `The boot order is said twice: in os.boot and at ${formatPath(at(context, ...ordered.path))}. libvirt takes one of them only. Remove os.boot, or the order at the devices.`,
      fix: { title: 'Remove os.boot' },
    }
  },
}
