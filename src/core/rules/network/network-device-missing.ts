import { devicesOf } from '../support/devices.ts'
import { at } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'network.device-missing',
  title: 'A direct interface without the host’s device',
  severity: 'error',
  source: "libvirt 11.3: \"interface type='direct' requires a 'source' element\"",
  *check(context) {
    for (const { item, path } of devicesOf(context, 'interfaces')) {
      if ((item.type !== 'direct' && item.type !== 'vdpa') || (item.source?.dev ?? '') !== '') continue
      yield {
        path: at(context, ...path, 'source', 'dev'),
        message: `An interface of type ${item.type} needs a device of the host. Set source.dev, for example to enp1s0; ip link lists them.`,
      }
    }
  },
}
