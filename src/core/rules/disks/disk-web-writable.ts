import { devicesOf } from '../support/devices.ts'
import { at, setFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'disk.web-writable',
  title: 'A disk on a web server that the guest can’t write',
  severity: 'warning',
  source:
    'QEMU block/curl.c: "curl block device does not support writes"; seen in the lab only as far as its QEMU, which has no curl',
  *check(context) {
    for (const { item, path } of devicesOf(context, 'disks')) {
      const isRead = item.readonly === true || item.device === 'cdrom'
      const isOverlay = (item.driver?.type ?? 'raw') !== 'raw'
      if (
        item.type !== 'network' ||
        isRead ||
        isOverlay ||
        !/^(?:https?|ftps?)$/.test(item.source?.protocol ?? '')
      )
        continue
      yield {
        path: at(context, ...path, 'readonly'),
        message: `QEMU can’t write to an image over ${item.source?.protocol}. Make the disk read-only, or download the image.`,
        fix: setFix(context, 'Make it read-only', [...path, 'readonly'], true),
      }
    }
  },
}
