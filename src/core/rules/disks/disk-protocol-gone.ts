import { devicesOf } from '../support/devices.ts'
import { at } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'disk.protocol-gone',
  title: 'A storage protocol that is gone',
  severity: 'error',
  source: 'libvirt 11.3: "\'sheepdog\' protocol is no longer supported by any hypervisor driver"',
  *check(context) {
    for (const { item, path } of devicesOf(context, 'disks')) {
      const protocol = item.source?.protocol
      if (protocol !== 'sheepdog' && protocol !== 'vxhs') continue
      yield {
        path: at(context, ...path, 'source', 'protocol'),
        message: `No QEMU speaks ${protocol} any more (gone with ${protocol === 'sheepdog' ? '6.1' : '5.2'}). Move the image elsewhere.`,
      }
    }
  },
}
