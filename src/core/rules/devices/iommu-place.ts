import { leftOut } from '../support/left-out.ts'
import { partRule } from '../support/part-rule.ts'

export const rule = partRule('devices', {
  id: 'iommu.place',
  title: 'An IOMMU at a place that it can’t have',
  source:
    'libvirt 11.3: "iommu model \'intel\' can\'t have address", "needs to be an integrated device (bus=0)", "only a single IOMMU device is supported"; QEMU 10.0: "supported values for aw-bits are: 39, 48"',
  *check({ iommu, more_iommus: more = [] }) {
    if (iommu?.model === undefined) return
    const path = ['iommu', 'address']
    if (iommu.address !== undefined && iommu.model !== 'virtio')
      yield leftOut(path, `The IOMMU ${iommu.model} is a part of the mainboard, without an address.`)
    else if (iommu.address?.type === 'pci' && Number(iommu.address.bus ?? 0) !== 0)
      yield leftOut(path, 'A virtio IOMMU sits on bus 0.')
    const width = iommu.driver?.aw_bits
    if (iommu.model === 'intel' && width !== undefined && width !== 39 && width !== 48)
      yield leftOut(
        ['iommu', 'driver', 'aw_bits'],
        `An Intel IOMMU has addresses of 39 or 48 bits, not of ${width}.`,
      )
    if (more.some(({ model }) => model !== 'smmuv3') || (more.length > 0 && iommu.model !== 'smmuv3'))
      yield leftOut(['more_iommus'], 'A guest has one IOMMU.')
  },
})
