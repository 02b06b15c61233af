import { iommuIsOn } from '../../host/index.ts'
import { givenFunctions } from '../support/host-pci.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'host.iommu-off',
  title: 'A passed-through device without an IOMMU',
  source: 'libvirt 11.3 at the start: "host doesn\'t support passthrough of host PCI devices"',
  *check(context) {
    const [first] = givenFunctions(context)
    const { host } = context
    if (host === undefined || iommuIsOn(host) !== false || first === undefined) return
    yield {
      at: first.path,
      message: `The IOMMU of the host is off, and VFIO needs it. Switch it on in the firmware (VT-d, AMD-Vi)${host.cpu_vendor === 'GenuineIntel' ? ' and add intel_iommu=on to the kernel command line' : ''}, and start the host anew.`,
    }
  },
}
