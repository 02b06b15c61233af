import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'cpu.vendor-id',
  title: 'A vendor of the processor that is not of 12 characters',
  severity: 'error',
  source: 'libvirt 11.3: its schema; without validation "vendor_id must be exactly 12 characters long"',
  *check(context) {
    const vendor = context.domain.cpu?.model?.vendor_id
    if (vendor === undefined || /^[^,]{12}$/.test(vendor)) return
    yield {
      at: ['cpu', 'model', 'vendor_id'],
      message: `The vendor ${JSON.stringify(vendor)} has to be of 12 characters without a comma, as GenuineIntel is.`,
      fix: { title: 'Leave the vendor out' },
    }
  },
}
