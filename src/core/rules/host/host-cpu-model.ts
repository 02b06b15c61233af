import { nearest } from '../../text/index.ts'
import { emulatorOf } from '../support/host-emulator.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'host.cpu-model',
  title: 'A CPU model that does not run on the host',
  source:
    'libvirt 11.3: "Unknown CPU model Nosuch", "the CPU is incompatible with host CPU: Host CPU does not provide required features: …"',
  *check(context) {
    const { cpu, type } = context.domain
    const model = cpu?.model?.value
    const known = emulatorOf(context)?.cpu_models ?? []
    if (cpu?.mode !== 'custom' || model === undefined || type !== 'kvm') return
    if (known.length === 0 || known.includes(model)) return
    const near = nearest(model, known)
    yield {
      at: ['cpu', 'model', 'value'],
      message: `The processor of the host can’t be a ${model}${near === undefined ? '' : `; ${near} is one that it can be`}. host-model takes what it has.`,
      fix: {
        title: 'Set the CPU mode to host-model',
        at: ['cpu'],
        value: { ...cpu, mode: 'host-model', model: undefined },
      },
    }
  },
}
