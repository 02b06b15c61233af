import { devicesOf } from '../support/devices.ts'
import { at } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'network.bridge-missing',
  title: 'A bridge without its name',
  source: "libvirt 11.3: \"interface type='bridge' requires a 'source' element\"",
  *check(context) {
    for (const { item, path } of devicesOf(context, 'interfaces')) {
      if (item.type !== 'bridge' || (item.source?.bridge ?? '') !== '') continue
      const isFirst = at(context, ...path)[0] === 'network'
      yield {
        ...(isFirst ? { path: ['network', 'bridge'] } : { at: [...path, 'source', 'bridge'] }),
        message: `The interface goes to a bridge of the host, and none is named. Set ${isFirst ? 'network.bridge' : 'source.bridge'}, for example to br0; ip link show type bridge lists them.`,
      }
    }
  },
}
