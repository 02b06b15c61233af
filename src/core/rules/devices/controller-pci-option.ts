import { isFor, kindRule } from '../support/kind-rule.ts'

export const rule = kindRule('controllers', {
  id: 'controller.pci-option',
  title: 'A key that another kind of PCI controller has',
  fixIsSafe: true,
  source:
    "libvirt 11.3: \"Option 'chassisNr' is not valid for PCI controller with index '1', model 'pcie-root-port' and modelName 'pcie-root-port'\", and the same for busNr, hotplug, pcihole64",
  says: isFor('PCI controller of the model'),
})
