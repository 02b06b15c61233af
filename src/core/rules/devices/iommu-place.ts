import type { Path } from '../../finding.ts'
import type { DomainProblem, Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'iommu.place',
  title: 'An IOMMU at a place that it can’t have',
  severity: 'error',
  source:
    'libvirt 11.3: "iommu model \'intel\' can\'t have address", "needs to be an integrated device (bus=0)", "only a single IOMMU device is supported"; QEMU 10.0: "supported values for aw-bits are: 39, 48"',
  *check(context) {
    const { iommu, more_iommus: more = [] } = context.domain.devices ?? {}
    if (iommu?.model === undefined) return
    const path = ['devices', 'iommu', 'address']
    if (iommu.address !== undefined && iommu.model !== 'virtio')
      yield without(path, `The IOMMU ${iommu.model} is a part of the mainboard, without an address.`)
    else if (iommu.address?.type === 'pci' && Number(iommu.address.bus ?? 0) !== 0)
      yield without(path, 'A virtio IOMMU sits on bus 0.')
    const width = iommu.driver?.aw_bits
    if (iommu.model === 'intel' && width !== undefined && width !== 39 && width !== 48)
      yield without(
        ['devices', 'iommu', 'driver', 'aw_bits'],
        `An Intel IOMMU has addresses of 39 or 48 bits, not of ${width}.`,
      )
    if (more.some(({ model }) => model !== 'smmuv3') || (more.length > 0 && iommu.model !== 'smmuv3'))
      yield without(['devices', 'more_iommus'], 'A guest has one IOMMU.')
  },
}

function without(at: Path, wrong: string): DomainProblem {
  return {
    at,
    message: `${wrong} Leave it out.`,
    fix: { title: 'Leave it out' },
  }
}
