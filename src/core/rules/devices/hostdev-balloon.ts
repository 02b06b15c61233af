import { devicesOf } from '../support/devices.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'hostdev.balloon',
  title: 'A memory balloon beside a passed-through device',
  severity: 'warning',
  fixIsSafe: true,
  source:
    'VFIO pins all memory of the guest, so that the balloon gives nothing back and costs speed (rules.md)',
  *check(context) {
    const device = devicesOf(context, 'hostdevs').find(({ item }) => item.type === 'pci')
    if (device === undefined || context.domain.devices?.memballoon?.model === 'none') return
    yield {
      at: ['devices', 'memballoon', 'model'],
      message:
        'A passed-through PCI device pins all memory of the guest: the balloon can give nothing back and slows the guest. Set the memory balloon to none.',
      fix: {
        title: 'Set the memory balloon to none',
        all: [{ at: ['devices', 'memballoon'], value: { model: 'none' } }],
      },
    }
  },
}
