import { devicesOf } from '../support/devices.ts'
import { at, removeFix, setFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'controller.pci-model',
  title: 'A PCI controller without a model, or made by another device',
  severity: 'error',
  source:
    "libvirt 11.3: \"Option 'modelName' has invalid value for PCI controller with index '1', model 'pcie-root-port' and modelName 'pci-bridge'\"; its schema wants a model",
  *check(context) {
    for (const { item, path } of devicesOf(context, 'controllers')) {
      if (item.type !== 'pci') continue
      if (item.model === undefined) {
        if ((item.index ?? 0) > 0) continue
        yield {
          path: at(context, ...path),
          message: 'A PCI controller says which it is. libvirt adds the root bus by itself.',
          fix: removeFix(context, 'Remove the controller', path),
        }
      } else if (item.pci_model !== undefined && !(madeBy[item.model] ?? []).includes(item.pci_model)) {
        const better = madeBy[item.model]?.[0]
        yield {
          path: at(context, ...path, 'pci_model'),
          message: `QEMU makes no ${item.model} of ${item.pci_model}${better === undefined ? '' : `, but of ${better}`}.`,
          fix:
            better === undefined
              ? removeFix(context, 'Leave it out', [...path, 'pci_model'])
              : setFix(context, `Take ${better}`, [...path, 'pci_model'], better),
        }
      }
    }
  },
}

/** qemuValidateDomainDeviceDefControllerPCI: modelName. */
const madeBy: Readonly<Record<string, readonly string[]>> = {
  'pci-root': ['spapr-pci-host-bridge'],
  'pci-bridge': ['pci-bridge'],
  'dmi-to-pci-bridge': ['i82801b11-bridge'],
  'pcie-root-port': ['pcie-root-port', 'ioh3420'],
  'pcie-switch-upstream-port': ['x3130-upstream'],
  'pcie-switch-downstream-port': ['xio3130-downstream'],
  'pci-expander-bus': ['pxb'],
  'pcie-expander-bus': ['pxb-pcie'],
  'pcie-to-pci-bridge': ['pcie-pci-bridge'],
}
