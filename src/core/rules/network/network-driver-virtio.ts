import { devicesOf } from '../support/devices.ts'
import { beyondKind, type KindLimits } from '../support/kind-limits.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'network.driver-virtio',
  title: 'A virtio option of a card that is not virtio',
  severity: 'error',
  source:
    'libvirt 11.3: "iommu driver option is only supported for virtio devices", and the same for ats, packed and page_per_vq',
  *check(context) {
    for (const { item, path } of devicesOf(context, 'interfaces'))
      yield* beyondKind(context, { item, path, kind: item.model?.type, what: 'card of the model' }, limits)
  },
}

const virtio = ['virtio', 'virtio-transitional', 'virtio-non-transitional', 'virtio-net']
const limits: KindLimits = {
  'driver.iommu': virtio,
  'driver.ats': virtio,
  'driver.packed': virtio,
  'driver.page_per_vq': virtio,
}
