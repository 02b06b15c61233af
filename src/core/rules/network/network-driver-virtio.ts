import { deviceRule } from '../support/device-rule.ts'
import { beyondKind, virtioLimits } from '../support/kind-limits.ts'

export const rule = deviceRule('interfaces', {
  id: 'network.driver-virtio',
  title: 'A virtio option of a card that is not virtio',
  fixIsSafe: true,
  source:
    'libvirt 11.3: "iommu driver option is only supported for virtio devices", and the same for the others',
  check: (card) => beyondKind(card, card.model?.type, 'card of the model', limits),
})

const limits = virtioLimits(['virtio', 'virtio-transitional', 'virtio-non-transitional', 'virtio-net'])
