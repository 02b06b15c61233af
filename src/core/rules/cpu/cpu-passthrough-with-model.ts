import { partRule } from '../support/part-rule.ts'

export const rule = partRule('cpu', {
  id: 'cpu.passthrough-with-model',
  title: 'A CPU model that is ignored',
  severity: 'warning',
  fixIsSafe: true,
  source: 'libvirt 9.0 and 11.3 accept the model and ignore it (rules.md)',
  *check({ mode, model }) {
    if (mode !== 'host-passthrough' || (model?.value ?? '') === '') return
    yield {
      at: ['model', 'value'],
      message: `The CPU mode host-passthrough gives the host’s processor; the model ${model?.value} is ignored. Leave the model out, or take the mode custom.`,
      fix: { title: 'Leave the CPU model out', at: ['model'] },
    }
  },
})
