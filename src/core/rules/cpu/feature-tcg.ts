import { leftOut } from '../support/left-out.ts'
import { partRule } from '../support/part-rule.ts'

export const rule = partRule('features', {
  id: 'feature.tcg',
  title: 'Settings of the emulation for a guest that is not emulated',
  fixIsSafe: true,
  source: 'libvirt 11.3: "TCG features are incompatible with domain type \'kvm\'"',
  *check({ tcg }, { domain }) {
    if (tcg === undefined || domain.type !== 'kvm') return
    yield leftOut(['tcg'], 'These are settings of QEMU’s emulation, and the guest runs on KVM.', 'them')
  },
})
