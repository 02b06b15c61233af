import { ownOptions } from '../support/own-options.ts'
import { goneQemuOptions } from '../support/qemu-options.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'qemu.option-gone',
  title: 'An option that newer versions of QEMU do not have',
  severity: 'warning',
  source: 'QEMU manual, Removed features: "-soundhw: invalid option" from 7.1 on',
  *check(context) {
    // With the version of the host it is known whether it starts: qemu.option-unknown.
    if (context.host?.qemu !== undefined) return
    for (const { name, word, path } of ownOptions(context)) {
      const since = goneQemuOptions.get(name)
      if (since !== undefined)
        yield { path, message: `QEMU has ${word} no more since ${since}, and does not start with it then.` }
    }
  },
}
