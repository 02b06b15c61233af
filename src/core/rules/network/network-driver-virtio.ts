import { isFor, kindRule } from '../support/kind-rule.ts'

export const rule = kindRule('interfaces', {
  id: 'network.driver-virtio',
  title: 'A virtio option of a card that is not virtio',
  fixIsSafe: true,
  source:
    'libvirt 11.3: "iommu driver option is only supported for virtio devices", and the same for the others',
  says: isFor('card of the model'),
})
