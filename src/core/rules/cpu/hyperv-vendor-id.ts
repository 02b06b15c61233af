import { partRule } from '../support/part-rule.ts'

export const rule = partRule('features', {
  id: 'hyperv.vendor-id',
  title: 'A Hyper-V vendor id that is too long',
  source: 'libvirt 11.3: "HyperV vendor_id value must not be more than 12 characters."',
  *check({ hyperv }) {
    const value = hyperv?.vendor_id?.value ?? ''
    if (value.length <= 12) return
    yield {
      at: ['hyperv', 'vendor_id', 'value'],
      message: `The vendor id ${value} has ${value.length} characters, it may have 12 at most.`,
      fix: { title: `Shorten it to ${value.slice(0, 12)}`, value: value.slice(0, 12) },
    }
  },
})
