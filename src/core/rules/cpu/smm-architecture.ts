import { isX86 } from '../support/machine.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'smm.architecture',
  title: 'System Management Mode on another architecture',
  severity: 'error',
  source: 'QEMU 10.0: "Property \'virt-10.0-machine.smm\' not found"',
  *check(context) {
    if (context.domain.features?.smm === undefined || isX86(context)) return
    yield {
      at: ['features', 'smm'],
      message: 'Only x86 machines have System Management Mode. Leave features.smm out.',
      fix: { title: 'Leave SMM out' },
    }
  },
}
