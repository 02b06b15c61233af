import { devicesOf } from '../support/devices.ts'
import { isX86 } from '../support/machine.ts'
import { at, setFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'network.no-model',
  title: 'A network card without a model',
  severity: 'warning',
  source: 'libvirt 11.3 takes rtl8139, which is slow and needs a PCI bridge on q35 (rules.md)',
  *check(context) {
    for (const { item, path } of devicesOf(context, 'interfaces')) {
      const needsNone = item.type === 'hostdev' || item.type === 'vdpa'
      if (item.model?.type !== undefined || needsNone || !isX86(context)) continue
      yield {
        path: at(context, ...path, 'model'),
        message:
          'Without a model libvirt takes the slow rtl8139, and a PCI bridge for it on q35. Say virtio.',
        fix: setFix(context, 'Set the model to virtio', [...path, 'model', 'type'], 'virtio'),
      }
    }
  },
}
