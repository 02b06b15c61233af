import { kindRule } from '../support/kind-rule.ts'

export const rule = kindRule('inputs', {
  id: 'input.model',
  title: 'A model of an input that has none',
  source: 'libvirt 11.3: "virtio (non-)transitional models are not supported for input type=keyboard"',
  says: ({ said }) => `A virtio ${said} has no other model: only passthrough has. Leave the model out.`,
})
