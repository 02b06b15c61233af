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
      yield {
        at: ['iommu', 'driver'],
        message: `${keys.join(', ')}: a virtio IOMMU has none of that.`,
        fix: { title: 'Leave it out' },
      }
    if (type !== undefined && type !== 'pci')
      yield {
        at: ['iommu', 'address'],
        message: 'A virtio IOMMU is a PCI device. Leave the address out.',
        fix: { title: 'Leave the address out' },
      }
    if (context.domain.features?.acpi !== true)
      yield {
        at: ['iommu'],
        message: 'The guest finds a virtio IOMMU by ACPI, which is switched off.',
        fix: { title: 'Leave the IOMMU out' },
      }
  },
})
