import { hasErrors } from '../core.ts'
import { openDialog } from '../dialogs.ts'
import { receiveFragment } from '../share/index.ts'
import { startingDesign } from '../starting-design.ts'
import { vmDocument } from '../store.ts'
import { announce } from '../ui/index.ts'
import { openArrival } from './arrival.ts'
import { type ReadVms, readFile } from './read-file.ts'

/** Larger files are refused before they are read: no vm.yml has this size. */
const mostBytes = 8 * 1024 * 1024

/**
 * Opens a text from a file, a drop or the clipboard: domain XML, a vm.yml or a link takes the place of the design
 * (after asking, when there is work), facts about a host become the host.
 *
 * @param name what the person knows it by: a file name, or 'the clipboard'
 */
export async function openText(text: string, name: string): Promise<void> {
  const read = await readFile(text, baseName(name), vmDocument.store.getState().host)
  switch (read.kind) {
    case 'host':
      vmDocument.setHost(read.host)
      announce(`Read what is known about the host from ${name}`)
      return
    case 'link':
      await receiveFragment(read.fragment, `The link of ${name}`)
      return
    case 'vms':
      await openVms(read, name)
  }
}

async function openVms({ what, choices, findings }: ReadVms, from: string): Promise<void> {
  const [first, second] = choices
  if (second !== undefined) {
    openDialog({ kind: 'choose', from, what, choices, findings })
    return
  }
  const arrival = await first?.take()
  if (arrival === undefined) {
    openDialog({ kind: 'refused', from, findings })
    return
  }
  const { design, drafts } = vmDocument.store.getState()
  const { sameDesign } = await import('../share/same-design.ts')
  const isUntouched = sameDesign(design, startingDesign) && Object.keys(drafts).length === 0
  if (isUntouched && !hasErrors(findings)) openArrival(arrival, from)
  else openDialog({ kind: 'replace', from, what, arrival, findings })
}

/** Reads a file that was chosen or dropped. */
export async function openFile(file: File): Promise<void> {
  if (file.size > mostBytes) announce(`${file.name} is larger than ${mostBytes / 1024 / 1024} MiB`)
  else await openText(await file.text(), file.name)
}

/** `web.yml` is the VM `web`. */
function baseName(name: string): string {
  return name.replace(/\.[^.]*$/, '').replaceAll(/[^\w.-]+/g, '-') || 'vm'
}
