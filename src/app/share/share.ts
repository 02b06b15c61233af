import type { SensitiveThing } from '../core.ts'
import { openDialog } from '../dialogs.ts'
import { vmDocument } from '../store.ts'
import { announce, copyText } from '../ui/index.ts'
import { t } from '../words/index.ts'

/** Makes the link to the design: what is in it and what is not is said before anything is copied. */
export async function share(): Promise<void> {
  const { encodeDesignLink, linkLimits, sensitiveThings } = await import('./link.ts')
  const { design } = vmDocument.store.getState()
  const fragment = encodeDesignLink(design)
  if (fragment.length > linkLimits.characters) {
    announce(t`The design is too large for a link: download ${design.name}.yml and send that`)
    return
  }
  const link = `${location.origin}${location.pathname}#${fragment}`
  const things = sensitiveThings({ name: design.name, spec: design.spec })
  openDialog({ kind: 'share', link, things })
}

/** Puts the link on the clipboard and says so. */
export async function copyLink(link: string): Promise<void> {
  const done = await copyText(link)
  announce(done ? t`Copied the link to this design` : t`The browser refused the clipboard`)
}

/** What a thing is, and as much of it as tells it from others: a secret is not shown. */
export function nameThing({ what, shown }: SensitiveThing): {
  readonly what: string
  readonly shown: string
} {
  return { what: what.charAt(0).toUpperCase() + what.slice(1), shown }
}
