import { repeated } from '../support/repeated.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'vcpu.pin-twice',
  title: 'Two pins of one vCPU',
  severity: 'error',
  source: 'libvirt 11.3: "duplicate vcpupin for vcpu \'0\'"',
  *check(context) {
    const pins = (context.domain.cputune?.vcpupin ?? []).map(({ vcpu }, index) => ({ vcpu, index }))
    for (const { item } of repeated(pins, ({ vcpu }) => vcpu?.toString()))
      yield {
        at: ['cputune', 'vcpupin', item.index],
        message: `vCPU ${item.vcpu} is pinned twice. Put all its host CPUs into one pin.`,
        fix: { title: 'Remove the second pin' },
      }
  },
}
