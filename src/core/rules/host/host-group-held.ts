import { iommuGroups } from '../../host/index.ts'
import { givenFunctions } from '../support/host-pci.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'host.group-held',
  title: 'A device that shares its IOMMU group with what stays with the host',
  source:
    'Linux, Documentation/driver-api/vfio.rst: a group is viable when no device in it is driven by the host; not seen in the lab, which has no IOMMU',
  *check(context) {
    const pci = context.host?.pci
    if (pci === undefined) return
    const groups = new Map(iommuGroups(pci).map((group) => [group.id, group]))
    for (const { path, device, address } of givenFunctions(context)) {
      const group = device?.iommu_group === undefined ? undefined : groups.get(device.iommu_group)
      if (group?.reason === undefined) continue
      yield {
        at: path,
        message: `${address} can’t go to a guest. ${group.reason}`,
        fix: { title: 'Leave the device with the host' },
      }
    }
  },
}
