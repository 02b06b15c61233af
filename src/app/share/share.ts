import type { VmSet } from '../../core/set/set.ts'
import type { SensitiveThing } from '../core.ts'
import { openDialog } from '../dialogs.ts'
import { whyNot } from '../render/index.ts'
import { vmDocument } from '../store.ts'
import { announce, copyText } from '../ui/index.ts'
import { t } from '../words/index.ts'

/** Makes the link to the design: what is in it and what is not is said before anything is copied. */
export async function share(): Promise<void> {
  const { encodeDesignLink, encodeSetLink, linkLimits, sensitiveThings } = await import('./link.ts')
  const { design, table } = vmDocument.store.getState()
  const fragment = table === undefined ? encodeDesignLink(design) : encodeSetLink({ design, table })
  if (fragment.length > linkLimits.characters) {
    announce(
      table === undefined
        ? t`The design is too large for a link: download ${design.name}.yml and send that`
        : t`The design and its table are too large for a link: download the vm.yml with all VMs and send that`,
    )
    return
  }
  const link = `${location.origin}${location.pathname}#${fragment}`
  const things =
    table === undefined
      ? sensitiveThings({ name: design.name, spec: design.spec })
      : await sensitiveInSet({ design, table })
  if (things === undefined) return
  openDialog({ kind: 'share', link, things })
}

/** What is in any of the VMs; undefined when that can't be told, which is said. */
async function sensitiveInSet(set: VmSet): Promise<readonly SensitiveThing[] | undefined> {
  const { setChecker } = await import('../sets/set-worker.ts')
  const outcome = await setChecker.ask('sensitive', set)
  if (outcome.kind === 'done') return outcome.answer
  announce(t`There is no link. ${whyNot(outcome)}`)
  return undefined
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
