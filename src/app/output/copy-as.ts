/** Puts the whole design on the clipboard, as the text that is wanted somewhere else. */

import { openDialog } from '../dialogs.ts'
import { renderedStore, renderer, whenWritten, whyNot } from '../render/index.ts'
import { announce, copyText } from '../ui/index.ts'
import { t } from '../words/index.ts'
import { storesSpec } from './spec-in-xml.ts'
import { settledFile, staleWords, textToTake } from './take-file.ts'

/** What each is called when it was copied. */
const names = {
  xml: t`the domain XML`,
  define: t`the command that defines the VM`,
  yaml: t`the vm.yml`,
  'by-hand': t`the QEMU command`,
  markdown: t`the post in Markdown`,
} as const

type CopyAs = keyof typeof names

/** What the design can be copied as, each with its label. */
export const copyKinds: readonly { readonly kind: CopyAs; readonly label: string }[] = [
  { kind: 'xml', label: t`Domain XML` },
  { kind: 'define', label: t`virsh define, in one paste` },
  { kind: 'yaml', label: 'vm.yml' },
  { kind: 'by-hand', label: t`QEMU command` },
  { kind: 'markdown', label: t`Markdown for a forum or an issue` },
]

/** Copies it, after a question where it holds secrets, and says what was copied. */
export async function copyAs(kind: CopyAs): Promise<void> {
  const what = names[kind]
  if (kind !== 'define' && kind !== 'markdown') {
    const settled = await settledFile(kind)
    if (settled !== undefined) await copy(await textToTake(settled), `${what}${staleWords(settled.trouble)}`)
    return
  }
  const trouble = await whenWritten()
  if (trouble !== undefined) {
    announce(t`There is nothing to copy. ${trouble.why}`)
    return
  }
  const { design, host } = renderedStore.getState().rendered
  const page = `${location.origin}${location.pathname}`
  const outcome = await renderer.ask('copyAs', { kind, design, host, page, storesSpec: storesSpec() })
  if (outcome.kind !== 'done') {
    announce(t`There is nothing to copy. ${whyNot(outcome)}`)
    return
  }
  const { text, secrets } = outcome.answer
  const take = () => void copy(text, what)
  if (secrets.length === 0) take()
  else openDialog({ kind: 'download', isCopied: true, name: what, errors: [], things: secrets, take })
}

async function copy(text: string, what: string): Promise<void> {
  announce((await copyText(text)) ? t`Copied ${what}` : t`The browser refused the clipboard`)
}
