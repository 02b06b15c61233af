import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule('hostdevs', {
  id: 'host.usb-missing',
  title: 'A USB device that is not plugged in',
  severity: 'warning',
  source: 'libvirt 11.3 at the start: "Did not find USB device 1234:5678"',
  check(hostdev, context) {
    const usb = context.host?.usb ?? []
    if (usb.length === 0) return undefined
    const { vendor, product, startup_policy: policy } = hostdev.source ?? {}
    if (hostdev.type !== 'usb' || vendor === undefined || product === undefined || policy === 'optional')
      return undefined
    const wanted = `${hex(vendor)}:${hex(product)}`
    if (usb.some((one) => `${hex(one.vendor_id)}:${hex(one.product_id)}` === wanted)) return undefined
    return {
      at: ['source'],
      message:
        'This USB device was not plugged in when the host was asked, and the VM does not start without it.',
      fix: { title: 'Start without it', at: ['source', 'startup_policy'], value: 'optional' },
    }
  },
})

function hex(id: string): number {
  return Number.parseInt(id.replace(/^0x/i, ''), 16)
}
