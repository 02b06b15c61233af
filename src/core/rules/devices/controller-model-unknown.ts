import { controllerModelsOf } from '../../domain/index.ts'
import { ownValue } from '../../text/index.ts'
import { deviceRule } from '../support/device-rule.ts'
import { leftOut } from '../support/left-out.ts'
import { isArm, isX86 } from '../support/machine.ts'

export const rule = deviceRule('controllers', {
  id: 'controller.model-unknown',
  title: 'A model of controller that QEMU does not have for this machine',
  source:
    'libvirt 11.3: "Unsupported controller model: buslogic", "USB controller model type \'qusb1\' or \'qusb2\' is not supported in kvm", "USB controller model \'vt82c686b-uhci\' not supported in this QEMU binary"; QEMU 10.0: "\'spapr-vscsi\' is not a valid device model name"',
  check(controller, context) {
    const better =
      controller.type === 'scsi' ? 'virtio-scsi' : controller.type === 'usb' ? 'qemu-xhci' : undefined
    const { type, model } = controller
    const known =
      type === undefined || type === 'pci' ? undefined : (ownValue(controllerModelsOf, type) ?? [])
    if (model !== undefined && known !== undefined && !known.includes(model)) {
      return leftOut(['model'], `A ${type} controller has no model ${model}.`, 'the model')
    }
    if (better === undefined || !foreign.has(model ?? '') || !(isX86(context) || isArm(context)))
      return undefined
    return {
      at: ['model'],
      message: `QEMU has no ${controller.type} controller ${controller.model} for this machine. Take ${better}.`,
      fix: { title: `Take ${better}`, value: better },
    }
  },
})

/** Of other hypervisors, or of mainboards of other processors. */
const foreign: ReadonlySet<string> = new Set([
  'buslogic',
  'ibmvscsi',
  'ncr53c90',
  'qusb1',
  'qusb2',
  'vt82c686b-uhci',
])
