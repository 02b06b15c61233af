import { isArmVirt, isQ35 } from '../support/machine.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'iommu.machine',
  title: 'An IOMMU that the machine does not have',
  source:
    'libvirt 11.3: "IOMMU device: \'intel\' is only supported with Q35 machines", "IOMMU device: \'smmuv3\' is only supported with ARM Virt machines", "IOMMU device: \'virtio\' is only supported with Q35 and ARM Virt machines"',
  *check(context) {
    const model = context.domain.devices?.iommu?.model
    if (model === undefined || machines[model].some((fits) => fits(context))) return
    yield {
      at: ['devices', 'iommu', 'model'],
      message: `The machine ${context.domain.os?.machine ?? 'of this guest'} has no IOMMU ${model}. Leave it out, or change the machine.`,
      fix: { title: 'Leave the IOMMU out', at: ['devices', 'iommu'] },
    }
  },
}

const machines = {
  intel: [isQ35],
  amd: [isQ35],
  smmuv3: [isArmVirt],
  virtio: [isQ35, isArmVirt],
} as const
