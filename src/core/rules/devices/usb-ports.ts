import { devicesOf } from '../support/devices.ts'
import { at, setFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'usb.ports',
  title: 'More ports than a USB controller has',
  severity: 'error',
  source: "libvirt 11.3: \"'nec-xhci' controller only supports up to '15' ports\"",
  *check(context) {
    for (const { item, path } of devicesOf(context, 'controllers')) {
      const isXhci = item.model === 'nec-xhci' || item.model === 'qemu-xhci'
      if (item.type !== 'usb' || item.ports === undefined || !isXhci || item.ports <= mostPorts) continue
      yield {
        path: at(context, ...path, 'ports'),
        message: `${item.model} has ${mostPorts} ports at most.`,
        fix: setFix(context, `Take ${mostPorts}`, [...path, 'ports'], mostPorts),
      }
    }
  },
}

const mostPorts = 15
