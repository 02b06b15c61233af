import { partRule } from '../support/part-rule.ts'
import { repeated } from '../support/repeated.ts'

export const rule = partRule('cputune', {
  id: 'vcpu.pin-twice',
  title: 'Two pins of one vCPU',
  source: 'libvirt 11.3: "duplicate vcpupin for vcpu \'0\'"',
  *check({ vcpupin = [] }) {
    const pins = vcpupin.map(({ vcpu }, index) => ({ vcpu, index }))
    for (const { item } of repeated(pins, ({ vcpu }) => vcpu?.toString()))
      yield {
        at: ['vcpupin', item.index],
        message: `vCPU ${item.vcpu} is pinned twice. Put all its host CPUs into one pin.`,
        fix: { title: 'Remove the second pin' },
      }
  },
})
