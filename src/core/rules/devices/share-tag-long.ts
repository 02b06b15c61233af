import { utf8Encode } from '../../text/index.ts'
import { devicesOf } from '../support/devices.ts'
import { at, setFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'share.tag-long',
  title: 'A mount tag that is too long',
  severity: 'error',
  source: 'QEMU 10.0 at the start: a tag has 36 bytes at most (virtiofs), or 31 (9p)',
  *check(context) {
    for (const { item, path } of devicesOf(context, 'filesystems')) {
      const tag = item.target?.dir ?? ''
      const isVirtiofs = item.driver?.type === 'virtiofs'
      const most = isVirtiofs ? 36 : 31
      const length = utf8Encode(tag).length
      if (item.type !== 'mount' || length <= most) continue
      const short = [...tag].slice(0, most).join('')
      yield {
        path: at(context, ...path, 'target', 'dir'),
        message: `The mount tag ${tag} has ${length} bytes; ${isVirtiofs ? 'virtiofs' : '9p'} takes ${most}. Shorten it.`,
        fix:
          utf8Encode(short).length <= most
            ? setFix(context, `Shorten it to ${short}`, [...path, 'target', 'dir'], short)
            : undefined,
      }
    }
  },
}
