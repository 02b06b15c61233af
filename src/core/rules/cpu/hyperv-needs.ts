import { isRecord } from '../../table/index.ts'
import { partRule } from '../support/part-rule.ts'

export const rule = partRule('features', {
  id: 'hyperv.needs',
  title: 'A Hyper-V enlightenment without what it needs',
  severity: 'warning',
  fixIsSafe: true,
  source:
    'QEMU manual, Hyper-V Enlightenments; without them no effect, and QEMU with KVM may refuse (rules.md)',
  *check({ hyperv }) {
    if (hyperv === undefined || hyperv.mode === 'passthrough' || hyperv.mode === 'host-model') return
    const isOn = (name: Enlightenment) => {
      const held = hyperv[name]
      return (isRecord(held) ? held['state'] : held) === 'on'
    }
    for (const [name, needs] of needed) {
      const missing = needs.filter((need) => !isOn(need))
      if (!isOn(name) || missing.length === 0) continue
      yield {
        at: ['hyperv', name],
        message: `The enlightenment ${name} has no effect without ${missing.join(' and ')}. Switch ${missing.length === 1 ? 'it' : 'them'} on.`,
        fix: {
          title: `Switch ${missing.join(' and ')} on`,
          all: missing.map((need) => ({ at: ['hyperv', need], value: 'on' })),
        },
      }
    }
  },
})

type Enlightenment = 'stimer' | 'synic' | 'tlbflush' | 'ipi' | 'vpindex'

const needed: readonly (readonly [Enlightenment, readonly Enlightenment[]])[] = [
  ['stimer', ['synic', 'vpindex']],
  ['synic', ['vpindex']],
  ['tlbflush', ['vpindex']],
  ['ipi', ['vpindex']],
]
