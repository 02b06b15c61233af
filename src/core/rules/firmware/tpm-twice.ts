import { devicesOf } from '../support/devices.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'tpm.twice',
  title: 'Two TPMs',
  source: 'libvirt 11.3: "only a single TPM non-proxy device is supported"',
  *check(context) {
    const chips = devicesOf(context, 'tpm').filter(({ item }) => item.model !== 'spapr-tpm-proxy')
    for (const { path } of chips.slice(1))
      yield {
        at: path,
        message: 'A VM can have one TPM. Remove the second.',
        fix: { title: 'Remove the second TPM' },
      }
  },
}
