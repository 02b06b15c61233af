import { devicesOf } from '../support/devices.ts'
import { beyondKind, type KindLimits } from '../support/kind-limits.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'disk.format-only',
  title: 'A key for another format of image',
  severity: 'error',
  source:
    'libvirt 11.3: "\'discard_no_unref\' only works with qcow2 disk format", "metadata cache max size control is supported only with qcow2 images"',
  *check(context) {
    for (const { item, path } of devicesOf(context, 'disks'))
      yield* beyondKind(context, { item, path, kind: item.driver?.type, what: 'disk of the format' }, limits)
  },
}

const limits: KindLimits = {
  'driver.discard_no_unref': ['qcow2'],
  'driver.metadata_cache': ['qcow2'],
}
