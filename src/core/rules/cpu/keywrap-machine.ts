import { isArm, isX86 } from '../support/machine.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'keywrap.machine',
  title: 'Keys of s390 on another machine',
  target: 'libvirt',
  source:
    "libvirt 11.3 at the start: \"'aes-key-wrap'/'dea-key-wrap' is not available on this architecture\"",
  *check(context) {
    if ((context.domain.keywrap ?? []).length === 0 || !(isX86(context) || isArm(context))) return
    yield {
      at: ['keywrap'],
      message: `Wrapped keys are for s390; this guest is for ${context.domain.os?.arch}. Leave them out.`,
      fix: { title: 'Leave them out' },
    }
  },
}
