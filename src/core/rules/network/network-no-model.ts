import { deviceRule } from '../support/device-rule.ts'
import { isX86 } from '../support/machine.ts'

export const rule = deviceRule('interfaces', {
  id: 'network.no-model',
  title: 'A network card without a model',
  severity: 'warning',
  fixIsSafe: true,
  source: 'libvirt 11.3 takes rtl8139, which is slow and needs a PCI bridge on q35 (rules.md)',
  check(card, context) {
    const needsNone = card.type === 'hostdev' || card.type === 'vdpa'
    if (card.model?.type !== undefined || needsNone || !isX86(context)) return undefined
    return {
      at: ['model'],
      message: 'Without a model libvirt takes the slow rtl8139, and a PCI bridge for it on q35. Say virtio.',
      fix: { title: 'Set the model to virtio', at: ['model', 'type'], value: 'virtio' },
    }
  },
})
