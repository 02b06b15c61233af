import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'vcpu.current-above',
  title: 'More vCPUs at the start than there are',
  severity: 'error',
  source: 'libvirt 11.3: "maximum vCPU count must not be less than current vCPU count"',
  *check(context) {
    const { value, current } = context.domain.vcpu ?? {}
    if (value === undefined || current === undefined || current <= value) return
    yield {
      at: ['vcpu', 'current'],
      message: `The VM starts with ${current} vCPUs but has ${value} at most. Start with fewer, or raise the number.`,
      fix: { title: `Start with ${value} vCPUs`, value },
    }
  },
}
