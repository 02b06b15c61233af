import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule('tpm', {
  id: 'tpm.backend-missing',
  title: 'A TPM without anything behind it',
  source: 'libvirt 11.3: "missing TPM device backend", "missing external TPM backend source type"',
  *check(tpm) {
    if (tpm.backend?.type === 'external' && tpm.backend.source?.type === undefined)
      yield {
        at: ['backend', 'source'],
        message: 'A TPM of somebody else’s is reached over a socket: say its source, of type unix.',
      }
    if (tpm.backend?.type !== undefined) return
    yield {
      at: ['backend'],
      message: 'A TPM is emulated or the host’s: say the backend. emulator needs swtpm on the host.',
      fix: { title: 'Emulate it', at: ['backend', 'type'], value: 'emulator' },
    }
  },
})
