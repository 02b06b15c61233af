import { devicesOf } from '../support/devices.ts'
import { repeated } from '../support/repeated.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'controller.chassis-twice',
  title: 'Two PCI ports with one chassis number',
  fixIsSafe: true,
  source: 'QEMU 10.0 at the start: "Can\'t add chassis slot, error -16"',
  *check(context) {
    const ports = devicesOf(context, 'controllers').filter(
      ({ item }) => item.model === 'pcie-root-port' || item.model === 'pcie-switch-downstream-port',
    )
    for (const { item } of repeated(ports, ({ item }) =>
      item.target?.chassis === undefined ? undefined : String(Number(item.target.chassis)),
    ))
      yield {
        at: [...item.path, 'target', 'chassis'],
        message: `Another port has the chassis ${item.item.target?.chassis} already. Leave it out, and libvirt numbers the ports.`,
        fix: { title: 'Leave the chassis out' },
      }
  },
}
