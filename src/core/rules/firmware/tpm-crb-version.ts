import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule('tpm', {
  id: 'tpm.crb-version',
  title: 'TPM 1.2 on CRB',
  source: 'libvirt 11.3: "TPM 1.2 is not supported for model \'tpm-crb\'"',
  check(tpm) {
    if (tpm.model !== 'tpm-crb' || tpm.backend?.version !== '1.2') return undefined
    return {
      at: ['backend', 'version'],
      message: 'The model tpm-crb speaks TPM 2.0 alone. Set the version to 2.0, or the model to tpm-tis.',
      fix: { title: 'Set the version to 2.0', value: '2.0' },
    }
  },
})
