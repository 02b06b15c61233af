import { partRule } from '../support/part-rule.ts'

export const rule = partRule('features', {
  id: 'feature.state-missing',
  title: 'A feature that is named, and neither on nor off',
  target: 'libvirt',
  source:
    "libvirt 11.3: \"Missing required attribute 'state' in element 'hidden'\"; so for all of Hyper-V, KVM and Xen",
  *check(features) {
    for (const block of ['hyperv', 'kvm', 'xen'] as const) {
      const inside = features[block]?.$rest?.inside ?? {}
      for (const [element, { attributes = [] }] of Object.entries(inside)) {
        if (element.includes('/') || attributes.some(([name]) => name === 'state')) continue
        yield {
          at: [block],
          message: `libvirt wants to know of ${block}.${element} whether it is on or off: say its state.`,
        }
      }
    }
  },
})
