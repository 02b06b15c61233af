import { formatPath } from '../../finding.ts'
import { formatPciAddress, pciAddressParts, pciAssignability } from '../../host/index.ts'
import { givenFunctions, nameOf } from '../support/host-pci.ts'
import { at } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'host.group-partial',
  title: 'A part of an IOMMU group',
  severity: 'error',
  source:
    'libvirt and QEMU: "group N is not viable. Please ensure all devices within the iommu_group are bound to their vfio bus driver."; not seen in the lab, which has no IOMMU',
  *check(context) {
    const given = givenFunctions(context)
    const taken = new Set(given.map(({ address }) => address))
    const seen = new Set<number>()
    const list = context.spec.libvirt?.devices?.hostdevs?.length ?? 0
    for (const { path, device } of given) {
      const group = device?.iommu_group
      if (group === undefined || seen.has(group)) continue
      seen.add(group)
      const missing = (context.host?.pci ?? []).filter(
        (one) =>
          one.iommu_group === group &&
          !taken.has(formatPciAddress(one.address)) &&
          pciAssignability(one).assignable &&
          one.driver !== undefined &&
          !harmless.has(one.driver),
      )
      if (missing.length === 0) continue
      yield {
        path: at(context, ...path),
        message: `IOMMU group ${group} goes to a guest as a whole: ${missing.map(nameOf).join(', ')} ${missing.length === 1 ? 'is' : 'are'} in it too, driven by the host. libvirt: “group ${group} is not viable”. Give ${missing.length === 1 ? 'it' : 'them'} along, beside ${formatPath(at(context, ...path))}.`,
        fix: {
          title: `Give the rest of group ${group} too`,
          changes: missing.map((one, index) => ({
            path: ['libvirt', 'devices', 'hostdevs', list + index],
            value: { mode: 'subsystem', type: 'pci', managed: 'yes', source: pciAddressParts(one.address) },
          })),
        },
      }
    }
  },
}

/** Drivers that leave a group viable: vfio_dev_driver_allowed of the kernel. */
const harmless: ReadonlySet<string> = new Set(['vfio-pci', 'pci-stub', 'pcieport'])
