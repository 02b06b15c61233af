import { devicesOf } from '../support/devices.ts'
import { at, removeFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'usb.ports-model',
  title: 'Ports of a USB controller that has a fixed number',
  severity: 'error',
  source: "libvirt 11.3: \"usb controller type 'piix3-uhci' doesn't support 'ports' with this QEMU binary\"",
  *check(context) {
    for (const { item, path } of devicesOf(context, 'controllers')) {
      const { model = 'qemu-xhci' } = item
      if (item.type !== 'usb' || item.ports === undefined || /xhci$/.test(model) || model === 'none') continue
      yield {
        path: at(context, ...path, 'ports'),
        message: `A ${model} has as many ports as it has. Leave ports out, or take qemu-xhci.`,
        fix: removeFix(context, 'Leave ports out', [...path, 'ports']),
      }
    }
  },
}
