import { deviceRule } from '../support/device-rule.ts'
import { beyondKind, type KindLimits } from '../support/kind-limits.ts'

export const rule = deviceRule('controllers', {
  id: 'controller.pci-option',
  title: 'A key that another kind of PCI controller has',
  fixIsSafe: true,
  source:
    "libvirt 11.3: \"Option 'chassisNr' is not valid for PCI controller with index '1', model 'pcie-root-port' and modelName 'pcie-root-port'\", and the same for busNr, hotplug, pcihole64",
  *check(controller) {
    if (controller.type === 'pci')
      yield* beyondKind(controller, controller.model, 'PCI controller of the model', limits)
  },
})

/** qemuValidateDomainDeviceDefControllerPCI. */
const limits: KindLimits = {
  'target.chassis_nr': ['pci-bridge'],
  'target.chassis': ['pcie-root-port', 'pcie-switch-downstream-port'],
  'target.port': ['pcie-root-port', 'pcie-switch-downstream-port'],
  'target.bus_nr': ['pci-expander-bus', 'pcie-expander-bus'],
  'target.node': ['pci-expander-bus', 'pcie-expander-bus', 'pci-root'],
  'target.index': ['pci-root'],
  'target.hotplug': ['pci-root', 'pcie-root-port', 'pcie-switch-downstream-port'],
  pcihole64: ['pci-root', 'pcie-root'],
}
