import { hasErrors } from '../core.ts'
import { openDialog } from '../dialogs.ts'
import { startingDesign } from '../starting-design.ts'
import { vmDocument } from '../store.ts'
import { announce } from '../ui/index.ts'
import { readFile } from './read-file.ts'

/** Larger files are refused before they are read: no vm.yml has this size. */
const mostBytes = 8 * 1024 * 1024

/**
 * Opens a text from a file, a drop or the clipboard: a vm.yml takes the place of the design (after asking, when there
 * is work), facts about a host become the host.
 *
 * @param name what the person knows it by: a file name, or 'the clipboard'
 */
export async function openText(text: string, name: string): Promise<void> {
  const read = await readFile(text, baseName(name))
  if (read.kind === 'host') {
    vmDocument.setHost(read.host)
    announce(`Read what is known about the host from ${name}`)
    return
  }
  const { designs, findings } = read
  const [first, second] = designs
  if (first === undefined) {
    openDialog({ kind: 'refused', from: name, findings })
    return
  }
  const { design } = vmDocument.store.getState()
  const { sameDesign } = await import('../share/same-design.ts')
  const isUntouched = sameDesign(design, startingDesign)
  if (second !== undefined) openDialog({ kind: 'choose', from: name, designs, text, findings })
  else if (isUntouched && !hasErrors(findings)) {
    vmDocument.replace(first, `open ${name}`, { text, vm: first.name })
    announce(`Opened ${first.name} from ${name}`)
  } else openDialog({ kind: 'replace', from: name, design: first, text, findings })
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
