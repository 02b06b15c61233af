import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'vcpu.pin-unknown',
  title: 'A pin of a vCPU that does not exist',
  severity: 'warning',
  fixIsSafe: true,
  source: 'libvirt 9.0 and 11.3 ignore the pin, and it is gone from the dump (rules.md)',
  *check(context) {
    const vcpus = context.domain.vcpu?.value
    if (vcpus === undefined) return
    for (const [index, { vcpu }] of (context.domain.cputune?.vcpupin ?? []).entries()) {
      if (vcpu === undefined || vcpu < vcpus) continue
      yield {
        at: ['cputune', 'vcpupin', index],
        message: `vCPU ${vcpu} is pinned, but the VM has ${vcpus}, numbered from 0 to ${vcpus - 1}. libvirt drops the pin without a word. Remove it, or give the VM more vCPUs.`,
        fix: { title: `Remove the pin of vCPU ${vcpu}` },
      }
    }
  },
}
