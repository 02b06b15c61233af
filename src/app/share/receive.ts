import { openDialog } from '../dialogs.ts'
import { attempt } from '../load/index.ts'
import { vmDocument } from '../store.ts'
import { t } from '../words/index.ts'

/** Takes the link out of the address and shows what is in it, or says why not. */
export async function receiveLink(): Promise<void> {
  const fragment = location.hash
  if (!/^#v\d/.test(fragment)) return
  // The fragment goes: a reload must not bring the link over what is done next.
  history.replaceState(history.state, '', location.pathname + location.search)
  await attempt(t`What reads links`, () => receiveFragment(fragment, t`the link`))
}

/** Shows what the design of a link is and would touch, or says why there is none. */
export async function receiveFragment(fragment: string, from: string): Promise<void> {
  const { readIncoming } = await import('./incoming.ts')
  const incoming = readIncoming(fragment, vmDocument.store.getState().design)
  switch (incoming.kind) {
    case 'nothing':
      return
    case 'ask':
      openDialog({
        kind: 'replace',
        from,
        what: t`a link of this page`,
        arrival: { design: incoming.design },
        findings: incoming.findings,
        reach: incoming.reach,
      })
      return
    case 'refused':
      openDialog({ kind: 'refused', from, findings: incoming.findings })
  }
}

/** Also of links that are put into the address of the open page. */
export function followLinks(): () => void {
  const onChange = () => void receiveLink()
  addEventListener('hashchange', onChange)
  return () => removeEventListener('hashchange', onChange)
}
