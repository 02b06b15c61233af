import { at, removeFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'iommu.virtio',
  title: 'A virtio IOMMU as it can’t be',
  severity: 'error',
  source:
    "libvirt 11.3: \"iommu model 'virtio' doesn't support additional attributes\", \"IOMMU device: 'virtio' needs a PCI address\", \"IOMMU device: 'virtio' requires ACPI\"",
  *check(context) {
    const { iommu } = context.domain.devices ?? {}
    if (iommu?.model !== 'virtio') return
    const keys = Object.keys(iommu.driver ?? {}).filter(
      (key) => key !== '$rest' && key !== 'granule' && key !== 'granule_mode' && key !== 'aw_bits',
    )
    const type = iommu.address?.type
    if (keys.length > 0)
      yield {
        path: at(context, 'devices', 'iommu', 'driver'),
        message: `${keys.join(', ')}: a virtio IOMMU has none of that.`,
        fix: removeFix(context, 'Leave it out', ['devices', 'iommu', 'driver']),
      }
    if (type !== undefined && type !== 'pci')
      yield {
        path: at(context, 'devices', 'iommu', 'address'),
        message: 'A virtio IOMMU is a PCI device. Leave the address out.',
        fix: removeFix(context, 'Leave the address out', ['devices', 'iommu', 'address']),
      }
    if (context.domain.features?.acpi !== true)
      yield {
        path: at(context, 'devices', 'iommu'),
        message: 'The guest finds a virtio IOMMU by ACPI, which is switched off.',
        fix: removeFix(context, 'Leave the IOMMU out', ['devices', 'iommu']),
      }
  },
}
