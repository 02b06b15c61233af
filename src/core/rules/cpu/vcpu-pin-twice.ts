import { placedItems } from '../support/devices.ts'
import { repeatedRule } from '../support/repeated-rule.ts'

export const rule = repeatedRule(({ domain }) => placedItems(domain.cputune?.vcpupin, 'cputune', 'vcpupin'), {
  id: 'vcpu.pin-twice',
  title: 'Two pins of one vCPU',
  source: 'libvirt 11.3: "duplicate vcpupin for vcpu \'0\'"',
  same: ({ item }) => item.vcpu?.toString(),
  says: ({ item }) => `vCPU ${item.vcpu} is pinned twice. Put all its host CPUs into one pin.`,
  fix: { title: 'Remove the second pin' },
})
