/** An SSH key that was pasted or dropped: a public one becomes a fact of the host, a private one is refused aloud. */

import { type Finding, hasErrors, readPublicKeys } from '../core.ts'
import { openDialog } from '../dialogs.ts'
import { vmDocument } from '../store.ts'
import { announce } from '../ui/index.ts'
import { t } from '../words/index.ts'

/** Takes the public keys; a private key is neither kept nor shown. */
export function takeSshKey(text: string, from: string): void {
  const { keys, problems } = readPublicKeys(text)
  const findings = problems.map((problem): Finding => ({ ...problem, path: [] }))
  if (keys.length === 0 || hasErrors(findings)) {
    openDialog({ kind: 'refused', from, wanted: t`No public key`, findings })
    return
  }
  const typed = vmDocument.store.getState().hostTyped
  vmDocument.setHost({ ...typed, ssh_public_key: keys.join('\n') })
  announce(t`Took the SSH public key of ${from}`)
}
