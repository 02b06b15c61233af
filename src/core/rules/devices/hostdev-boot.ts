import { devicesOf } from '../support/devices.ts'
import { at, removeFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'hostdev.boot',
  title: 'Booting from what can’t be booted from',
  severity: 'error',
  source:
    'libvirt 11.3: "booting from assigned devices is not supported by vhost SCSI devices", "booting from assigned devices is only supported for PCI, USB and SCSI devices"',
  *check(context) {
    for (const { item, path } of devicesOf(context, 'hostdevs')) {
      if (item.boot === undefined || item.type === undefined || bootable.has(item.type)) continue
      yield {
        path: at(context, ...path, 'boot'),
        message: `No firmware boots from a device of type ${item.type}. Leave the boot order out.`,
        fix: removeFix(context, 'Leave the boot order out', [...path, 'boot']),
      }
    }
  },
}

const bootable: ReadonlySet<string> = new Set(['pci', 'usb', 'scsi'])
