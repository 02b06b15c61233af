import { isArmVirt, isI440fx, isQ35, machineOf } from '../support/machine.ts'
import type { Rule, RuleContext } from '../support/rule.ts'

export const rule: Rule = {
  id: 'cpu.too-many',
  title: 'More vCPUs than the machine has room for',
  source:
    'libvirt 11.3: "Maximum CPUs greater than specified machine type limit 255"; the limits are those of `query-machines` of QEMU 10.0',
  *check(context) {
    const vcpus = context.domain.vcpu?.value ?? 0
    const most = mostOf(context)
    if (most === undefined || vcpus <= most) return
    yield {
      at: ['vcpu', 'value'],
      message: `The machine ${machineOf(context)} has ${most} vCPUs at most, the VM is to have ${vcpus}.`,
    }
  },
}

/** Of q35 the limit was lower before QEMU 9.1; no more is refused here than the newest refuses. */
function mostOf(context: RuleContext): number | undefined {
  if (isI440fx(context)) return 255
  if (isQ35(context)) return 4096
  return isArmVirt(context) ? 512 : undefined
}
