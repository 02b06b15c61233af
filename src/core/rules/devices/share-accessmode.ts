import { devicesOf } from '../support/devices.ts'
import { at, setFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'share.accessmode',
  title: 'A virtiofs share with another access mode',
  severity: 'error',
  source: 'libvirt 11.3: "virtiofs only supports passthrough accessmode"',
  *check(context) {
    for (const { item, path } of devicesOf(context, 'filesystems')) {
      const mode = item.accessmode
      if (item.driver?.type !== 'virtiofs' || mode === undefined || mode === 'passthrough') continue
      yield {
        path: at(context, ...path, 'accessmode'),
        message: `virtiofs knows the access mode passthrough alone, not ${mode}. Set it to passthrough; an id map says who owns what.`,
        fix: setFix(context, 'Set the access mode to passthrough', [...path, 'accessmode'], 'passthrough'),
      }
    }
  },
}
