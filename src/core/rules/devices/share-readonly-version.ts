import { atLeast } from '../../host/index.ts'
import { devicesOf } from '../support/devices.ts'
import { at, removeFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'share.readonly-version',
  title: 'A read-only virtiofs share on an older libvirt',
  severity: 'error',
  target: 'libvirt',
  source:
    'libvirt manual, Filesystems: read-only virtiofs since 11.0; not seen in the lab, whose libvirt is 11.3',
  *check(context) {
    const version = context.host?.libvirt
    if (version === undefined || atLeast(version, '11.0')) return
    for (const { item, path } of devicesOf(context, 'filesystems')) {
      if (item.driver?.type !== 'virtiofs' || item.readonly !== true) continue
      yield {
        path: at(context, ...path, 'readonly'),
        message: `libvirt ${version} knows no read-only virtiofs share, 11.0 does. Leave readonly out and mount it read-only in the guest.`,
        fix: removeFix(context, 'Leave readonly out', [...path, 'readonly']),
      }
    }
  },
}
