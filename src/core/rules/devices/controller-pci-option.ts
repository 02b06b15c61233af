import { devicesOf } from '../support/devices.ts'
import { beyondKind, type KindLimits } from '../support/kind-limits.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'controller.pci-option',
  title: 'A key that another kind of PCI controller has',
  severity: 'error',
  source:
    "libvirt 11.3: \"Option 'chassisNr' is not valid for PCI controller with index '1', model 'pcie-root-port' and modelName 'pcie-root-port'\", and the same for busNr, hotplug, pcihole64",
  *check(context) {
    for (const { item, path } of devicesOf(context, 'controllers')) {
      if (item.type !== 'pci') continue
      yield* beyondKind(
        context,
        { item, path, kind: item.model, what: 'PCI controller of the model' },
        limits,
      )
    }
  },
}

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
