import { devicesOf } from '../support/devices.ts'
import { isArm, isX86 } from '../support/machine.ts'
import { at, setFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'controller.model-unknown',
  title: 'A model of controller that QEMU does not have for this machine',
  severity: 'error',
  source:
    'libvirt 11.3: "Unsupported controller model: buslogic", "USB controller model type \'qusb1\' or \'qusb2\' is not supported in kvm", "USB controller model \'vt82c686b-uhci\' not supported in this QEMU binary"; QEMU 10.0: "\'spapr-vscsi\' is not a valid device model name"',
  *check(context) {
    if (!isX86(context) && !isArm(context)) return
    for (const { item, path } of devicesOf(context, 'controllers')) {
      const better = item.type === 'scsi' ? 'virtio-scsi' : item.type === 'usb' ? 'qemu-xhci' : undefined
      if (better === undefined || !foreign.has(item.model ?? '')) continue
      yield {
        path: at(context, ...path, 'model'),
        message: `QEMU has no ${item.type} controller ${item.model} for this machine. Take ${better}.`,
        fix: setFix(context, `Take ${better}`, [...path, 'model'], better),
      }
    }
  },
}

/** Of other hypervisors, or of mainboards of other processors. */
const foreign: ReadonlySet<string> = new Set([
  'buslogic',
  'ibmvscsi',
  'ncr53c90',
  'qusb1',
  'qusb2',
  'vt82c686b-uhci',
])
