import { openDialog } from '../dialogs.ts'
import { attempt } from '../load/index.ts'
import { startingDesign } from '../starting-design.ts'
import { vmDocument } from '../store.ts'
import { announce } from '../ui/index.ts'

/** Takes the link out of the address and opens it, asks about it, or says why not. */
export async function receiveLink(): Promise<void> {
  const fragment = location.hash
  if (!/^#v\d/.test(fragment)) return
  // The fragment goes: a reload must not bring the link over what is done next.
  history.replaceState(history.state, '', location.pathname + location.search)
  await attempt('What reads links', () => receiveFragment(fragment, 'the link'))
}

/** Opens the design of a link, asks about it, or says why not. */
export async function receiveFragment(fragment: string, from: string): Promise<void> {
  const [{ readIncoming }, { sameDesign }] = await Promise.all([
    import('./incoming.ts'),
    import('./same-design.ts'),
  ])
  const { design, drafts } = vmDocument.store.getState()
  const isUntouched = sameDesign(design, startingDesign) && Object.keys(drafts).length === 0
  const incoming = readIncoming(fragment, design, isUntouched)
  switch (incoming.kind) {
    case 'nothing':
      return
    case 'open':
      vmDocument.replace(incoming.design, 'open the link')
      announce(`Opened ${incoming.design.name} from the link`)
      return
    case 'ask':
      openDialog({
        kind: 'replace',
        from,
        what: 'a link of this page',
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
