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
        at: ['devices', 'iommu', 'driver'],
        message: `${keys.join(', ')}: a virtio IOMMU has none of that.`,
        fix: { title: 'Leave it out' },
      }
    if (type !== undefined && type !== 'pci')
      yield {
        at: ['devices', 'iommu', 'address'],
        message: 'A virtio IOMMU is a PCI device. Leave the address out.',
        fix: { title: 'Leave the address out' },
      }
    if (context.domain.features?.acpi !== true)
      yield {
        at: ['devices', 'iommu'],
        message: 'The guest finds a virtio IOMMU by ACPI, which is switched off.',
        fix: { title: 'Leave the IOMMU out' },
      }
  },
}
