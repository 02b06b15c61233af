import { partRule } from '../support/part-rule.ts'

export const rule = partRule('cpu', {
  id: 'cpu.vendor-id',
  title: 'A vendor of the processor that is not of 12 characters',
  source: 'libvirt 11.3: its schema; without validation "vendor_id must be exactly 12 characters long"',
  *check({ model }) {
    const vendor = model?.vendor_id
    if (vendor === undefined || /^[^,]{12}$/.test(vendor)) return
    yield {
      at: ['model', 'vendor_id'],
      message: `The vendor ${JSON.stringify(vendor)} has to be of 12 characters without a comma, as GenuineIntel is.`,
      fix: { title: 'Leave the vendor out' },
    }
  },
})
