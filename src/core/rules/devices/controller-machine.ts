import { deviceRule } from '../support/device-rule.ts'
import { isArm, isI440fx, isQ35, machineOf } from '../support/machine.ts'

export const rule = deviceRule('controllers', {
  id: 'controller.machine',
  title: 'A controller that the machine does not have',
  source:
    'libvirt 11.3: "IDE controllers are unsupported for this QEMU binary or machine type", "Only a single IDE controller is supported for this machine type", "Cannot automatically add a new PCI bus for a device with connect flags 00"',
  check(controller, context) {
    const isOfPc = controller.type === 'ide' || controller.type === 'fdc'
    const wrong =
      controller.type === 'xenbus' || controller.type === 'isa'
        ? `No guest of QEMU’s has a controller of type ${controller.type}.`
        : (controller.type === 'ide' && isQ35(context)) || (isOfPc && isArm(context))
          ? `The machine ${machineOf(context)} has no ${controller.type} controller; sata is there instead.`
          : controller.type === 'ide' && isI440fx(context) && (controller.index ?? 0) > 0
            ? `The machine ${machineOf(context)} has a single ${controller.type} controller.`
            : undefined
    if (wrong === undefined) return undefined
    return { at: [], message: `${wrong} Remove it.`, fix: { title: 'Remove the controller' } }
  },
})
