import { devicesOf } from '../support/devices.ts'
import { at, removeFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'input.model',
  title: 'A model of an input that has none',
  severity: 'error',
  source: 'libvirt 11.3: "virtio (non-)transitional models are not supported for input type=keyboard"',
  *check(context) {
    for (const { item, path } of devicesOf(context, 'inputs')) {
      const { model, type } = item
      if (model === undefined || model === 'virtio' || type === 'passthrough') continue
      yield {
        path: at(context, ...path, 'model'),
        message: `A virtio ${type} has no model ${model}: only passthrough has. Leave the model out.`,
        fix: removeFix(context, 'Leave the model out', [...path, 'model']),
      }
    }
  },
}
