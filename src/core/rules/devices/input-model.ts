import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule('inputs', {
  id: 'input.model',
  title: 'A model of an input that has none',
  source: 'libvirt 11.3: "virtio (non-)transitional models are not supported for input type=keyboard"',
  *check({ model, type }) {
    if (model === undefined || model === 'virtio' || type === 'passthrough') return
    yield {
      at: ['model'],
      message: `A virtio ${type} has no model ${model}: only passthrough has. Leave the model out.`,
      fix: { title: 'Leave the model out' },
    }
  },
})
