import { deviceRule } from '../support/device-rule.ts'
import { beyondKind, type KindLimits } from '../support/kind-limits.ts'

export const rule = deviceRule('disks', {
  id: 'disk.format-only',
  title: 'A key for another format of image',
  fixIsSafe: true,
  source:
    'libvirt 11.3: "\'discard_no_unref\' only works with qcow2 disk format", "metadata cache max size control is supported only with qcow2 images"',
  check: (disk) => beyondKind(disk, disk.driver?.type, 'disk of the format', limits),
})

const limits: KindLimits = {
  'driver.discard_no_unref': ['qcow2'],
  'driver.metadata_cache': ['qcow2'],
}
