import { repeatedRule } from '../support/repeated-rule.ts'

export const rule = repeatedRule('tpm', {
  id: 'tpm.twice',
  title: 'Two TPMs',
  source: 'libvirt 11.3: "only a single TPM non-proxy device is supported"',
  same: ({ model }) => (model === 'spapr-tpm-proxy' ? undefined : 'TPM'),
  says: () => 'A VM can have one TPM. Remove the second.',
  fix: { title: 'Remove the second TPM' },
})
