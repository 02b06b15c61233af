import { isQ35 } from '../support/machine.ts'
import { at, removeFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'iommu.machine',
  title: 'An IOMMU that the machine does not have',
  severity: 'error',
  source: 'libvirt 11.3: "IOMMU device: \'intel\' is only supported with Q35 machines"',
  *check(context) {
    const model = context.domain.devices?.iommu?.model
    if ((model !== 'intel' && model !== 'amd') || isQ35(context)) return
    yield {
      path: at(context, 'devices', 'iommu', 'model'),
      message: `The IOMMU ${model} is for the machine q35 only, this is ${context.domain.os?.machine ?? 'another'}. Leave it out, or change the machine.`,
      fix: removeFix(context, 'Leave the IOMMU out', ['devices', 'iommu']),
    }
  },
}
