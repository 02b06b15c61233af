import { deviceRule } from '../support/device-rule.ts'
import { isArm } from '../support/machine.ts'

export const rule = deviceRule('tpm', {
  id: 'tpm.architecture',
  title: 'A TPM that ARM does not have',
  source:
    'libvirt 11.3: "The QEMU executable … does not support TPM model tpm-crb", "TPM 1.2 is not supported on architecture \'aarch64\'"',
  when: isArm,
  *check(tpm) {
    if (tpm.model === 'tpm-crb')
      yield {
        at: ['model'],
        message: 'ARM machines have no tpm-crb. Set the model to tpm-tis.',
        fix: { title: 'Set the model to tpm-tis', value: 'tpm-tis' },
      }
    if (tpm.backend?.version === '1.2')
      yield {
        at: ['backend', 'version'],
        message: 'ARM machines have TPM 2.0 alone. Set the version to 2.0.',
        fix: { title: 'Set the version to 2.0', value: '2.0' },
      }
  },
})
