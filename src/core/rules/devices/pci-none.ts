import { devicesOf } from '../support/devices.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'pci.none',
  title: 'A PCI device on a machine without PCI',
  source: 'libvirt 11.3: "No PCI buses available"',
  *check(context) {
    const { machine = '' } = context.domain.os ?? {}
    if (machine !== 'isapc') return
    const devices = [
      ...devicesOf(context, 'controllers').filter(({ item }) => item.type === 'usb' && item.model !== 'none'),
      ...devicesOf(context, 'interfaces').filter(({ item }) => item.model?.type !== 'ne2k_isa'),
      ...devicesOf(context, 'sound').filter(({ item }) => item.model !== 'sb16' && item.model !== 'pcspk'),
    ]
    for (const { path } of devices)
      yield {
        at: path,
        message: 'isapc is a PC without PCI: this device does not fit into it. Take the machine pc.',
        fix: { title: 'Take the machine pc', at: ['os', 'machine'], value: 'pc' },
      }
  },
}
