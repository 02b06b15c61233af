import { partRule } from '../support/part-rule.ts'

export const rule = partRule('cpu', {
  id: 'cpu.vector-lengths',
  title: 'SVE lengths without SVE',
  source: 'libvirt 11.3: "SVE disabled, but SVE vector lengths provided"',
  *check({ features = [] }) {
    const isOff = features.some(({ name, policy }) => name === 'sve' && policy === 'disable')
    if (!isOff) return
    for (const [index, { name, policy }] of features.entries()) {
      if (!/^sve\d+$/.test(name ?? '') || policy === 'disable') continue
      yield {
        at: ['features', index],
        message: `SVE is switched off, so the vector length ${name} can’t be there.`,
        fix: { title: `Remove ${name}` },
      }
    }
  },
})
