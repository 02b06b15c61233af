import { leftOut } from '../support/left-out.ts'
import { partRule } from '../support/part-rule.ts'

export const rule = partRule('cpu', {
  id: 'cpu.migratable-mode',
  title: 'Migratable with a CPU mode that does not know it',
  fixIsSafe: true,
  source:
    "libvirt 11.3: \"Attribute migratable is only allowed for 'host-passthrough' / 'maximum' CPU mode\"",
  *check({ mode = '', migratable }) {
    if (migratable === undefined || mode === 'host-passthrough' || mode === 'maximum') return
    yield leftOut(
      ['migratable'],
      `Only the CPU modes host-passthrough and maximum know migratable, this one is ${mode}.`,
      'migratable',
    )
  },
})
