import { emulatorOf } from '../support/host-emulator.ts'
import { partRule } from '../support/part-rule.ts'

export const rule = partRule('vcpu', {
  id: 'host.vcpus',
  title: 'More vCPUs than a machine of the host can have',
  source:
    'Seen: libvirt 11.3, "unsupported configuration: Maximum CPUs greater than specified machine type limit 4096"',
  *check({ value: vcpus }, context) {
    const most = emulatorOf(context)?.max_vcpus
    if (most === undefined || vcpus === undefined || vcpus <= most) return
    yield {
      at: ['value'],
      message: `The VM has ${vcpus} vCPUs, and a machine of this host can have ${most} at most. Take fewer.`,
    }
  },
})
