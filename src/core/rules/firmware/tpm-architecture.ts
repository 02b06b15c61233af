import { devicesOf } from '../support/devices.ts'
import { isArm } from '../support/machine.ts'
import { at, setFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'tpm.architecture',
  title: 'A TPM that ARM does not have',
  severity: 'error',
  source:
    'libvirt 11.3: "The QEMU executable … does not support TPM model tpm-crb", "TPM 1.2 is not supported on architecture \'aarch64\'"',
  *check(context) {
    if (!isArm(context)) return
    for (const { item, path } of devicesOf(context, 'tpm')) {
      if (item.model === 'tpm-crb')
        yield {
          path: at(context, ...path, 'model'),
          message: 'ARM machines have no tpm-crb. Set the model to tpm-tis.',
          fix: setFix(context, 'Set the model to tpm-tis', [...path, 'model'], 'tpm-tis'),
        }
      if (item.backend?.version === '1.2')
        yield {
          path: at(context, ...path, 'backend', 'version'),
          message: 'ARM machines have TPM 2.0 alone. Set the version to 2.0.',
          fix: setFix(context, 'Set the version to 2.0', [...path, 'backend', 'version'], '2.0'),
        }
    }
  },
}
