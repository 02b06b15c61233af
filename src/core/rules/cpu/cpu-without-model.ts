import { partRule } from '../support/part-rule.ts'

export const rule = partRule('cpu', {
  id: 'cpu.without-model',
  title: 'Features or a vendor of a CPU that nobody names',
  target: 'libvirt',
  source:
    'libvirt 11.3: "Non-empty feature list specified without CPU model", "CPU vendor specified without CPU model"',
  *check({ mode, model, features = [], vendor }) {
    if ((mode !== undefined && mode !== 'custom') || (model?.value ?? '') !== '') return
    const key = features.length > 0 ? 'features' : vendor !== undefined ? 'vendor' : undefined
    if (key === undefined) return
    yield {
      at: [key],
      message: `${key} belongs to a processor: say a mode such as host-passthrough, or a model.`,
      fix: { title: `Leave ${key} out` },
    }
  },
})
