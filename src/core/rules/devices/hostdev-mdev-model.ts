import { devicesOf } from '../support/devices.ts'
import { isArm, isX86 } from '../support/machine.ts'
import { at, setFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'hostdev.mdev-model',
  title: 'A mediated device without its model, or with one of s390',
  severity: 'error',
  target: 'libvirt',
  source:
    'libvirt 11.3: "Missing required attribute \'model\' in element \'hostdev\'", "VFIO CCW device assignment is not supported by this version of QEMU"',
  *check(context) {
    for (const { item, path } of devicesOf(context, 'hostdevs')) {
      if (item.type !== 'mdev' || !(isX86(context) || isArm(context)) || item.model === 'vfio-pci') continue
      yield {
        path: at(context, ...path, 'model'),
        message:
          item.model === undefined
            ? 'libvirt wants the model of a mediated device: vfio-pci for a card.'
            : `The model ${item.model} is for s390; a card is vfio-pci.`,
        fix: setFix(context, 'Set it to vfio-pci', [...path, 'model'], 'vfio-pci'),
      }
    }
  },
}
