import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'feature.tcg',
  title: 'Settings of the emulation for a guest that is not emulated',
  severity: 'error',
  fixIsSafe: true,
  source: 'libvirt 11.3: "TCG features are incompatible with domain type \'kvm\'"',
  *check(context) {
    const { features, type } = context.domain
    if (features?.tcg === undefined || type !== 'kvm') return
    yield {
      at: ['features', 'tcg'],
      message: 'These are settings of QEMU’s emulation, and the guest runs on KVM. Leave them out.',
      fix: { title: 'Leave them out' },
    }
  },
}
