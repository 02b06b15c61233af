import { partRule } from '../support/part-rule.ts'

export const rule = partRule('cpu', {
  id: 'cpu.custom-needs-model',
  title: 'A custom CPU without a model',
  severity: 'warning',
  source: 'vm.yml; libvirt 11.3 takes a model of its own choice (seen in the lab)',
  *check(cpu) {
    if (cpu?.mode !== 'custom' || (cpu.model?.value ?? '') !== '') return
    yield {
      at: ['model'],
      message: 'The CPU mode custom needs a model. Name one such as EPYC, or take the mode host-passthrough.',
      fix: { title: 'Set the CPU mode to host-passthrough', at: ['mode'], value: 'host-passthrough' },
    }
  },
})
