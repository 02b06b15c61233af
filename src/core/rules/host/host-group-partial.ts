import { formatPath } from '../../finding.ts'
import { formatPciAddress, pciAssignability } from '../../host/index.ts'
import { giveFix, givenFunctions, isHeldByHost, nameOf } from '../support/host-pci.ts'
import { at } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'host.group-partial',
  title: 'A part of an IOMMU group',
  source:
    'libvirt and QEMU: "group N is not viable. Please ensure all devices within the iommu_group are bound to their vfio bus driver."; not seen in the lab, which has no IOMMU',
  *check(context) {
    const given = givenFunctions(context)
    const taken = new Set(given.map(({ address }) => address))
    const seen = new Set<number>()
    for (const { path, device } of given) {
      const group = device?.iommu_group
      if (group === undefined || seen.has(group)) continue
      seen.add(group)
      const missing = (context.host?.pci ?? []).filter(
        (one) =>
          one.iommu_group === group &&
          !taken.has(formatPciAddress(one.address)) &&
          pciAssignability(one).assignable &&
          isHeldByHost(one),
      )
      if (missing.length === 0) continue
      yield {
        at: path,
        message: `IOMMU group ${group} goes to a guest as a whole: ${missing.map(nameOf).join(', ')} ${missing.length === 1 ? 'is' : 'are'} in it too, driven by the host. libvirt: “group ${group} is not viable”. Give ${missing.length === 1 ? 'it' : 'them'} along, beside ${formatPath(at(context, ...path))}.`,
        fix: giveFix(context, `Give the rest of group ${group} too`, missing),
      }
    }
  },
}
