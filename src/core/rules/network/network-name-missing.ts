import { devicesOf } from '../support/devices.ts'
import { at, setFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'network.name-missing',
  title: 'A network without its name',
  severity: 'error',
  source: "libvirt 11.3: \"interface type='network' requires a 'source' element\"",
  *check(context) {
    for (const { item, path } of devicesOf(context, 'interfaces')) {
      if (item.type !== 'network' || (item.source?.network ?? '') !== '') continue
      yield {
        path: at(context, ...path, 'source', 'network'),
        message:
          'The interface goes to a network of libvirt, and none is named. The usual one is called default.',
        fix: setFix(context, 'Take the network default', [...path, 'source', 'network'], 'default'),
      }
    }
  },
}
