import { partRule } from '../support/part-rule.ts'

export const rule = partRule('vcpu', {
  id: 'vcpu.current-above',
  title: 'More vCPUs at the start than there are',
  source: 'libvirt 11.3: "maximum vCPU count must not be less than current vCPU count"',
  *check({ value, current }) {
    if (value === undefined || current === undefined || current <= value) return
    yield {
      at: ['current'],
      message: `The VM starts with ${current} vCPUs but has ${value} at most. Start with fewer, or raise the number.`,
      fix: { title: `Start with ${value} vCPUs`, value },
    }
  },
})
