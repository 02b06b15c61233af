import { leftOut } from '../support/left-out.ts'
import { partRule } from '../support/part-rule.ts'

export const rule = partRule('devices', {
  id: 'iommu.virtio',
  title: 'A virtio IOMMU as it can’t be',
  source:
    "libvirt 11.3: \"iommu model 'virtio' doesn't support additional attributes\", \"IOMMU device: 'virtio' needs a PCI address\", \"IOMMU device: 'virtio' requires ACPI\"",
  *check({ iommu }, context) {
    if (iommu?.model !== 'virtio') return
    const keys = Object.keys(iommu.driver ?? {}).filter(
      (key) => key !== '$rest' && key !== 'granule' && key !== 'granule_mode' && key !== 'aw_bits',
    )
    const type = iommu.address?.type
    if (keys.length > 0)
      yield leftOut(['iommu', 'driver'], `${keys.join(', ')}: a virtio IOMMU has none of that.`)
    if (type !== undefined && type !== 'pci')
      yield leftOut(['iommu', 'address'], 'A virtio IOMMU is a PCI device.', 'the address')
    if (context.domain.features?.acpi !== true)
      yield leftOut(['iommu'], 'The guest finds a virtio IOMMU by ACPI, which is switched off.', 'the IOMMU')
  },
})
