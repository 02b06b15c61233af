import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'feature.state-missing',
  title: 'A feature that is named, and neither on nor off',
  severity: 'error',
  target: 'libvirt',
  source:
    "libvirt 11.3: \"Missing required attribute 'state' in element 'hidden'\"; so for all of Hyper-V, KVM and Xen",
  *check(context) {
    for (const block of ['hyperv', 'kvm', 'xen'] as const) {
      const inside = context.domain.features?.[block]?.$rest?.inside ?? {}
      for (const [element, { attributes = [] }] of Object.entries(inside)) {
        if (element.includes('/') || attributes.some(([name]) => name === 'state')) continue
        yield {
          at: ['features', block],
          message: `libvirt wants to know of ${block}.${element} whether it is on or off: say its state.`,
        }
      }
    }
  },
}
