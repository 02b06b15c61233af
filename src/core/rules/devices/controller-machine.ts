import { devicesOf } from '../support/devices.ts'
import { isArm, isI440fx, isQ35, machineOf } from '../support/machine.ts'
import { at, removeFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'controller.machine',
  title: 'A controller that the machine does not have',
  severity: 'error',
  source:
    'libvirt 11.3: "IDE controllers are unsupported for this QEMU binary or machine type", "Only a single IDE controller is supported for this machine type", "Cannot automatically add a new PCI bus for a device with connect flags 00"',
  *check(context) {
    for (const { item, path } of devicesOf(context, 'controllers')) {
      const isOfPc = item.type === 'ide' || item.type === 'fdc'
      const wrong =
        item.type === 'xenbus' || item.type === 'isa'
          ? `No guest of QEMU’s has a controller of type ${item.type}.`
          : (item.type === 'ide' && isQ35(context)) || (isOfPc && isArm(context))
            ? `The machine ${machineOf(context)} has no ${item.type} controller; sata is there instead.`
            : item.type === 'ide' && isI440fx(context) && (item.index ?? 0) > 0
              ? `The machine ${machineOf(context)} has a single ${item.type} controller.`
              : undefined
      if (wrong === undefined) continue
      yield {
        path: at(context, ...path),
        message: `${wrong} Remove it.`,
        fix: removeFix(context, 'Remove the controller', path),
      }
    }
  },
}
