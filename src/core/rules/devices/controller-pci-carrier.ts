import { devicesOf } from '../support/devices.ts'
import { isI440fx } from '../support/machine.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'controller.pci-carrier',
  title: 'A bridge with nothing to plug it into',
  source:
    'libvirt 11.3: "a PCI slot is needed to connect a PCI controller model=\'pcie-root-port\', but none is available, and it cannot be automatically added"',
  *check(context) {
    const controllers = devicesOf(context, 'controllers').filter(({ item }) => item.type === 'pci')
    const there = new Set(controllers.map(({ item }) => item.model))
    for (const { item, path } of controllers) {
      const isExpressOnOldPc = isI440fx(context) && express.has(item.model ?? '')
      const hasNoSwitch =
        item.model === 'pcie-switch-downstream-port' && !there.has('pcie-switch-upstream-port')
      if (!isExpressOnOldPc && !hasNoSwitch) continue
      yield {
        at: [...path, 'model'],
        message: hasNoSwitch
          ? 'A pcie-switch-downstream-port belongs to a switch: there is no pcie-switch-upstream-port.'
          : `The machine ${context.domain.os?.machine} has no PCI Express, which a ${item.model} needs. Take q35, or leave the controller out.`,
        fix: { title: 'Remove the controller', at: path },
      }
    }
  },
}

const express: ReadonlySet<string> = new Set([
  'dmi-to-pci-bridge',
  'pcie-root-port',
  'pcie-switch-upstream-port',
  'pcie-switch-downstream-port',
  'pcie-to-pci-bridge',
])
