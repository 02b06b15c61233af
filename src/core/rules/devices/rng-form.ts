import { deviceRule } from '../support/device-rule.ts'
import { hasRawChild } from '../support/raw-xml.ts'

export const rule = deviceRule('rng', {
  id: 'rng.form',
  title: 'A random number device that is not complete',
  source:
    'libvirt 11.3: "only one RNG backend is supported", "Missing required attribute model in element rng"; its schema (rate, bytes above 0)',
  *check(rng) {
    if (rng.model === undefined)
      yield {
        at: ['model'],
        message: 'libvirt wants the model of a random number device: virtio.',
        fix: { title: 'Set it to virtio', value: 'virtio' },
      }
    if (hasRawChild(rng.$rest, 'backend'))
      yield { at: [], message: 'A random number device has one backend. Remove the others.' }
    if (rng.rate?.bytes === 0)
      yield {
        at: ['rate', 'bytes'],
        message:
          'A rate of 0 bytes gives the guest no randomness at all, and libvirt refuses it. Leave the rate out, or raise it.',
      }
  },
})
