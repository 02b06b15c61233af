import { devicesOf } from '../support/devices.ts'
import { at, setFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'tpm.crb-version',
  title: 'TPM 1.2 on CRB',
  severity: 'error',
  source: 'libvirt 11.3: "TPM 1.2 is not supported for model \'tpm-crb\'"',
  *check(context) {
    for (const { item, path } of devicesOf(context, 'tpm')) {
      if (item.model !== 'tpm-crb' || item.backend?.version !== '1.2') continue
      yield {
        path: at(context, ...path, 'backend', 'version'),
        message: 'The model tpm-crb speaks TPM 2.0 alone. Set the version to 2.0, or the model to tpm-tis.',
        fix: setFix(context, 'Set the version to 2.0', [...path, 'backend', 'version'], '2.0'),
      }
    }
  },
}
