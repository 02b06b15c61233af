import { devicesOf } from '../support/devices.ts'
import { at, removeFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'network.teaming',
  title: 'A team of cards that can’t be one',
  severity: 'error',
  source:
    'libvirt 11.3: "virtio-net teaming transient interface must be type=\'hostdev\'", "virtio-net teaming persistent interface must be <model type=\'virtio\'/>"',
  *check(context) {
    for (const { item, path } of devicesOf(context, 'interfaces')) {
      const { teaming } = item
      const isOfHost = item.type === 'hostdev' || item.type === 'network'
      const wrong =
        teaming?.type === 'transient' && !isOfHost
          ? `The transient card of a team is one passed through from the host, this one is of type ${item.type}.`
          : teaming?.type === 'transient' && teaming.persistent === undefined
            ? 'The transient card of a team names the alias of its partner in `persistent`.'
            : teaming?.type === 'persistent' && !/^virtio/.test(item.model?.type ?? '')
              ? `The persistent card of a team is of the model virtio, this one is ${item.model?.type ?? 'not said'}.`
              : undefined
      if (wrong !== undefined)
        yield {
          path: at(context, ...path, 'teaming'),
          message: wrong,
          fix: removeFix(context, 'Leave the team', [...path, 'teaming']),
        }
    }
  },
}
