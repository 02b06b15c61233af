import { devicesOf } from '../support/devices.ts'
import { at, setFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'video.model-unsupported',
  title: 'A video card of another hypervisor',
  severity: 'error',
  source:
    'libvirt 11.3: "domain configuration does not support video model \'gop\'", and the same for xen and vbox',
  *check(context) {
    for (const { item, path } of devicesOf(context, 'video')) {
      if (!foreign.has(item.model ?? '')) continue
      yield {
        path: at(context, ...path, 'model'),
        message: `QEMU has no video card ${item.model}. virtio is the best for most guests.`,
        fix: setFix(context, 'Take virtio', [...path, 'model'], 'virtio'),
      }
    }
  },
}

const foreign: ReadonlySet<string> = new Set(['gop', 'xen', 'vbox'])
