import { devicesOf } from '../support/devices.ts'
import { at, setFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'tpm.backend-missing',
  title: 'A TPM without anything behind it',
  severity: 'error',
  source: 'libvirt 11.3: "missing TPM device backend", "missing external TPM backend source type"',
  *check(context) {
    for (const { item, path } of devicesOf(context, 'tpm')) {
      if (item.backend?.type === 'external' && item.backend.source?.type === undefined)
        yield {
          path: at(context, ...path, 'backend', 'source'),
          message: 'A TPM of somebody else’s is reached over a socket: say its source, of type unix.',
        }
      if (item.backend?.type !== undefined) continue
      yield {
        path: at(context, ...path, 'backend'),
        message: 'A TPM is emulated or the host’s: say the backend. emulator needs swtpm on the host.',
        fix: setFix(context, 'Emulate it', [...path, 'backend', 'type'], 'emulator'),
      }
    }
  },
}
