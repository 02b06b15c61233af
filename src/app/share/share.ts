import type { SensitiveThing } from '../core.ts'
import { openDialog } from '../dialogs.ts'
import { vmDocument } from '../store.ts'
import { announce, copyText } from '../ui/index.ts'

/** Makes the link to the design; what a person may not want to hand on is named before anything is copied. */
export async function share(): Promise<void> {
  const { encodeDesignLink, linkLimits, sensitiveThings } = await import('./link.ts')
  const { design } = vmDocument.store.getState()
  const fragment = encodeDesignLink(design)
  if (fragment.length > linkLimits.characters) {
    announce(`The design is too large for a link: download ${design.name}.yml and send that`)
    return
  }
  const link = `${location.origin}${location.pathname}#${fragment}`
  const things = sensitiveThings({ name: design.name, spec: design.spec })
  if (things.length > 0) openDialog({ kind: 'share', link, things })
  else await copyLink(link)
}

/** Puts the link on the clipboard and says so. */
export async function copyLink(link: string): Promise<void> {
  const done = await copyText(link)
  // A design is for many hosts; whoever wants to hand on the host as well downloads host.json.
  const isHostKnown = vmDocument.store.getState().host !== undefined
  const said = `Copied the link to this design${isHostKnown ? '; what is known of the host is not in it' : ''}`
  announce(done ? said : 'The browser refused the clipboard')
}

const kinds: Readonly<Record<SensitiveThing['kind'], string>> = {
  'ssh-public-key': 'SSH public key',
  'private-key': 'Private key',
  password: 'Password',
  'home-path': 'Path under a home',
}

/** What a thing is, and as much of it as tells it from others: a password is not shown. */
export function nameThing({ kind, text }: SensitiveThing): { readonly what: string; readonly shown: string } {
  const isSecret = kind === 'password' || kind === 'private-key'
  const shown = isSecret ? '•••' : text.length > 48 ? `${text.slice(0, 28)} … ${text.slice(-16)}` : text
  return { what: kinds[kind], shown }
}
