import { openDialog } from '../dialogs.ts'
import { attempt } from '../load/index.ts'
import { vmDocument } from '../store.ts'
import { answerOf, isGivenUp } from '../texts/index.ts'
import { t } from '../words/index.ts'
import type { Incoming } from './incoming.ts'

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
  const incoming = readIncoming(fragment, vmDocument.store.getState())
  switch (incoming.kind) {
    case 'nothing':
      return
    case 'ask':
      await review(incoming, from)
      return
    case 'refused':
      openDialog({ kind: 'refused', from, findings: incoming.findings })
  }
}

async function review(
  { design, table, findings, reach }: Extract<Incoming, { kind: 'ask' }>,
  from: string,
): Promise<void> {
  const of = { kind: 'replace', from, what: t`a link of this page`, findings } as const
  if (table === undefined) {
    openDialog({ ...of, arrival: { design }, reach })
    return
  }
  const { setChecker } = await import('../sets/set-worker.ts')
  const reviewed = answerOf(await setChecker.ask('review', { design, table }))
  if (isGivenUp(reviewed)) openDialog({ kind: 'refused', from, findings: reviewed.findings })
  else {
    const { names, reach } = reviewed
    openDialog({ ...of, arrival: { design, set: { table, names } }, reach })
  }
}

/** Also of links that are put into the address of the open page. */
export function followLinks(): () => void {
  const onChange = () => void receiveLink()
  addEventListener('hashchange', onChange)
  return () => removeEventListener('hashchange', onChange)
}
