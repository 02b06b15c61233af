import { devicesOf } from '../support/devices.ts'
import { isArm } from '../support/machine.ts'
import { at, setFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'video.architecture',
  title: 'A video card that the architecture does not have',
  severity: 'error',
  source: 'libvirt 11.3: "domain configuration does not support video model \'qxl\'"',
  *check(context) {
    if (!isArm(context)) return
    for (const { item, path } of devicesOf(context, 'video')) {
      if (item.model === undefined || !x86Only.has(item.model)) continue
      yield {
        path: at(context, ...path, 'model'),
        message: `ARM guests have no video card ${item.model}. Take virtio.`,
        fix: setFix(context, 'Set the model to virtio', [...path, 'model'], 'virtio'),
      }
    }
  },
}

const x86Only: ReadonlySet<string> = new Set(['qxl', 'vmvga'])
