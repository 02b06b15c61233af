import { devicesOf } from '../support/devices.ts'
import { beyondKind, virtioLimits } from '../support/kind-limits.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'network.driver-virtio',
  title: 'A virtio option of a card that is not virtio',
  severity: 'error',
  source:
    'libvirt 11.3: "iommu driver option is only supported for virtio devices", and the same for the others',
  *check(context) {
    for (const { item, path } of devicesOf(context, 'interfaces'))
      yield* beyondKind(context, { item, path, kind: item.model?.type, what: 'card of the model' }, limits)
  },
}

const limits = virtioLimits(['virtio', 'virtio-transitional', 'virtio-non-transitional', 'virtio-net'])
