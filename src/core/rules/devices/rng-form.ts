import { devicesOf } from '../support/devices.ts'
import { at, setFix } from '../support/place.ts'
import { hasRawChild } from '../support/raw-xml.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'rng.form',
  title: 'A random number device that is not complete',
  severity: 'error',
  source:
    'libvirt 11.3: "only one RNG backend is supported", "Missing required attribute model in element rng"; its schema (rate, bytes above 0)',
  *check(context) {
    for (const { item, path } of devicesOf(context, 'rng')) {
      if (item.model === undefined)
        yield {
          path: at(context, ...path, 'model'),
          message: 'libvirt wants the model of a random number device: virtio.',
          fix: setFix(context, 'Set it to virtio', [...path, 'model'], 'virtio'),
        }
      if (hasRawChild(item.$rest, 'backend'))
        yield {
          path: at(context, ...path),
          message: 'A random number device has one backend. Remove the others.',
        }
      if (item.rate?.bytes === 0)
        yield {
          path: at(context, ...path, 'rate', 'bytes'),
          message:
            'A rate of 0 bytes gives the guest no randomness at all, and libvirt refuses it. Leave the rate out, or raise it.',
        }
    }
  },
}
