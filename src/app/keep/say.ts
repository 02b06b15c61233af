/** The notices about kept work, in words. */

import { openDialog } from '../dialogs.ts'
import type { Written } from '../local-text.ts'
import { announce, copyText } from '../ui/index.ts'
import { t } from '../words/index.ts'
import type { AsideValue } from './aside-value.ts'
import { notify, withdraw } from './notices.ts'
import type { Work } from './stored-work.ts'

const showKept = { label: t`Show`, perform: () => openDialog({ kind: 'designs' }) }

function close(id: string): () => void {
  return () => withdraw(id)
}

/** A button that downloads a design as it is when it is pressed. */
function downloadOf(work: () => Work) {
  return {
    label: t`Download`,
    perform: () =>
      void import('./download-work.ts').then(
        ({ downloadWork }) => downloadWork(work()),
        () => announce(t`What downloads could not be loaded: reload the page when it can be reached`),
      ),
  }
}

let isOffSaid = false

/** The newest state of the present design is not stored. */
export function sayUnkept(why: Exclude<Written, 'kept'>, work: () => Work): void {
  const { name } = work().design
  if (why === 'off') {
    // Said once: a person who works in a private window knows it then.
    if (isOffSaid) return
    isOffSaid = true
  }
  const id = 'unkept'
  notify({
    id,
    tone: 'warning',
    text:
      why === 'full'
        ? t`The browser’s storage is full: the last changes to ${name} are not kept. Download it before you leave.`
        : t`The browser’s storage is off for this page: ${name} is not kept. Download it before you leave.`,
    actions: [downloadOf(work)],
    onDismiss: close(id),
  })
}

/** It is stored again. */
export function sayKept(): void {
  isOffSaid = false
  withdraw('unkept')
}

/** At the start: what was stored is not the newest state that there was. */
export function sayBehind(name: string, savedAt: number | undefined, onDismiss: () => void): void {
  const id = 'behind'
  const when = savedAt === undefined ? '' : t`, as it was ${new Date(savedAt).toLocaleString()}`
  notify({
    id,
    tone: 'warning',
    text: t`The last changes to ${name} did not fit into the browser’s storage and are gone. This is an older state${when}.`,
    actions: [],
    onDismiss: () => {
      withdraw(id)
      onDismiss()
    },
  })
}

/** At the start: nothing could be stored of what there was. */
export function sayLost(name: string): void {
  const id = 'lost'
  notify({
    id,
    tone: 'warning',
    text: t`${name} could not be stored by the browser before the page was left, and is gone.`,
    actions: [],
    onDismiss: close(id),
  })
}

/** What another design took the place of could not be stored. */
export function sayUnkeptEarlier(work: Work): void {
  const id = 'unkept-earlier'
  notify({
    id,
    tone: 'warning',
    text: t`${work.design.name} does not fit among the designs: the browser’s storage is full. Undo brings it back until the page is left.`,
    actions: [downloadOf(() => work)],
    onDismiss: close(id),
  })
}

let droppedNames: readonly string[] = []

/** Designs that had to go. */
export function sayDropped(names: readonly string[]): void {
  const id = 'dropped'
  droppedNames = [...droppedNames, ...names]
  const many = droppedNames.length
  const last = droppedNames.slice(-5).join(', ')
  notify({
    id,
    tone: 'info',
    text: t`The browser’s storage is full: ${many === 1 ? t`the oldest design was` : t`the ${many} oldest designs were`} dropped to keep the present one (${many > 5 ? `… ${last}` : last}).`,
    actions: [],
    onDismiss: () => {
      droppedNames = []
      withdraw(id)
    },
  })
}

/**
 * A design was opened without values that are not right.
 *
 * @param outcome what became of keeping them aside
 */
export function sayAside(name: string, values: readonly AsideValue[], outcome: Written): void {
  const id = 'aside'
  const named = values.slice(0, 3).map(({ path }) => path || 'spec')
  const more = values.length > 3 ? t` and ${values.length - 3} more` : ''
  const what = values.length === 1 ? t`a value that is` : t`values that are`
  const where =
    outcome === 'kept'
      ? t`What was there is kept aside.`
      : t`The browser’s storage has no room for what was there: copy it.`
  const copy = {
    label: t`Copy`,
    perform: () => void copyText(JSON.stringify(values, undefined, 2)).then(() => announce('Copied')),
  }
  notify({
    id,
    tone: 'warning',
    text: t`${name} was opened without ${what} not right: ${named.join(', ')}${more}. ${where}`,
    actions: [outcome === 'kept' ? showKept : copy],
    onDismiss: close(id),
  })
}

/** Stored work that this page can't read at all. */
export function sayUnreadable(): void {
  const id = 'unreadable'
  announce(t`The saved work is of another version; it was kept aside and a new VM was started`)
  notify({
    id,
    tone: 'warning',
    text: t`The saved work is of another version of this page. It is kept aside, and a new VM was started.`,
    actions: [showKept],
    onDismiss: close(id),
  })
}

/** What is known about the host is not stored. */
export function sayHostUnkept(why: Exclude<Written, 'kept'>): void {
  const id = 'host'
  notify({
    id,
    tone: 'warning',
    text: t`What is known about the host is not kept: the browser’s storage is ${why} for this page.`,
    actions: [{ label: t`Show`, perform: () => openDialog({ kind: 'host' }) }],
    onDismiss: close(id),
  })
}

export function sayHostKept(): void {
  withdraw('host')
}

/** Two tabs changed the design without knowing of each other. */
export function sayApart(
  name: string,
  isReadable: boolean,
  answers: { readonly takeTheirs: () => void; readonly keepMine: () => void; readonly reload: () => void },
): void {
  const id = 'apart'
  notify({
    id,
    tone: 'warning',
    text: isReadable
      ? t`Another tab has changed this design too. Neither is lost: the one that you don’t take is kept among the designs.`
      : t`Another tab, with another version of this page, has changed the design. Reload to see it; ${name} as it is here is kept among the designs.`,
    actions: [
      isReadable
        ? { label: t`Take theirs`, perform: answers.takeTheirs }
        : { label: t`Reload`, perform: answers.reload },
      { label: t`Keep mine`, perform: answers.keepMine },
    ],
  })
}

export function sayTogether(): void {
  withdraw('apart')
}
