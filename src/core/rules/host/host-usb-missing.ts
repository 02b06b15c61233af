import { devicesOf } from '../support/devices.ts'
import { at, setFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'host.usb-missing',
  title: 'A USB device that is not plugged in',
  severity: 'warning',
  source: 'libvirt 11.3 at the start: "Did not find USB device 1234:5678"',
  *check(context) {
    const usb = context.host?.usb ?? []
    if (usb.length === 0) return
    for (const { item, path } of devicesOf(context, 'hostdevs')) {
      const { vendor, product, startup_policy: policy } = item.source ?? {}
      if (item.type !== 'usb' || vendor === undefined || product === undefined || policy === 'optional')
        continue
      const wanted = `${hex(vendor)}:${hex(product)}`
      if (usb.some((one) => `${hex(one.vendor_id)}:${hex(one.product_id)}` === wanted)) continue
      yield {
        path: at(context, ...path, 'source'),
        message:
          'This USB device was not plugged in when the host was asked, and the VM does not start without it.',
        fix: setFix(context, 'Start without it', [...path, 'source', 'startup_policy'], 'optional'),
      }
    }
  },
}

function hex(id: string): number {
  return Number.parseInt(id.replace(/^0x/i, ''), 16)
}
