import { deviceRule } from '../support/device-rule.ts'
import { isArm, isX86 } from '../support/machine.ts'

export const rule = deviceRule('hostdevs', {
  id: 'hostdev.mdev-model',
  title: 'A mediated device without its model, or with one of s390',
  target: 'libvirt',
  source:
    'libvirt 11.3: "Missing required attribute \'model\' in element \'hostdev\'", "VFIO CCW device assignment is not supported by this version of QEMU"',
  check(hostdev, context) {
    if (hostdev.type !== 'mdev' || !(isX86(context) || isArm(context)) || hostdev.model === 'vfio-pci')
      return undefined
    return {
      at: ['model'],
      message:
        hostdev.model === undefined
          ? 'libvirt wants the model of a mediated device: vfio-pci for a card.'
          : `The model ${hostdev.model} is for s390; a card is vfio-pci.`,
      fix: { title: 'Set it to vfio-pci', value: 'vfio-pci' },
    }
  },
})
