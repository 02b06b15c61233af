import { busOfDisk } from '../../domain/index.ts'
import { devicesOf } from '../support/devices.ts'
import { freeDiskName } from '../support/free-disk-name.ts'
import { isArm, isQ35, isX86 } from '../support/machine.ts'
import { at, changeFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'disk.ide',
  title: 'IDE on a machine without it',
  severity: 'error',
  source: 'libvirt 11.3: "IDE controllers are unsupported for this QEMU binary or machine type"',
  *check(context) {
    if (!isQ35(context) && !isArm(context)) return
    const bus = isX86(context) ? 'sata' : 'scsi'
    for (const { item, path } of devicesOf(context, 'disks')) {
      if (item.target === undefined || busOfDisk(item) !== 'ide') continue
      const name = freeDiskName(context, 'sd')
      const why =
        item.target?.bus === undefined ? `${item.target?.dev} without a bus means IDE, and the` : 'The'
      yield {
        path: at(context, ...path, 'target', 'bus'),
        message: `${why} machine ${context.domain.os?.machine ?? ''} has no IDE. Take the bus ${bus}, or virtio for a disk.`,
        fix: changeFix(context, `Make it ${name} on ${bus}`, [
          { path: [...path, 'target', 'bus'], value: bus },
          { path: [...path, 'target', 'dev'], value: name },
        ]),
      }
    }
  },
}
