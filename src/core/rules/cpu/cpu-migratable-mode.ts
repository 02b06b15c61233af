import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'cpu.migratable-mode',
  title: 'Migratable with a CPU mode that does not know it',
  severity: 'error',
  fixIsSafe: true,
  source:
    "libvirt 11.3: \"Attribute migratable is only allowed for 'host-passthrough' / 'maximum' CPU mode\"",
  *check(context) {
    const { mode = '', migratable } = context.domain.cpu ?? {}
    if (migratable === undefined || mode === 'host-passthrough' || mode === 'maximum') return
    yield {
      at: ['cpu', 'migratable'],
      message: `Only the CPU modes host-passthrough and maximum know migratable, this one is ${mode}. Leave migratable out.`,
      fix: { title: 'Leave migratable out' },
    }
  },
}
