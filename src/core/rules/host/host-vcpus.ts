import { emulatorOf } from '../support/host-emulator.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'host.vcpus',
  title: 'More vCPUs than a machine of the host can have',
  severity: 'error',
  source:
    'Seen: libvirt 11.3, "unsupported configuration: Maximum CPUs greater than specified machine type limit 4096"',
  *check(context) {
    const most = emulatorOf(context)?.max_vcpus
    const vcpus = context.domain.vcpu?.value
    if (most === undefined || vcpus === undefined || vcpus <= most) return
    yield {
      at: ['vcpu', 'value'],
      message: `The VM has ${vcpus} vCPUs, and a machine of this host can have ${most} at most. Take fewer.`,
    }
  },
}
