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

/** What a thing is, and as much of it as tells it from others: a secret is not shown. */
export function nameThing({ what, shown }: SensitiveThing): {
  readonly what: string
  readonly shown: string
} {
  return { what: what.charAt(0).toUpperCase() + what.slice(1), shown }
}
