/** Opens and downloads what is kept beside the present design. Brings the checks of a spec along: import it lazily. */

import { downloadFile } from '../output/index.ts'
import { vmDocument } from '../store.ts'
import { announce } from '../ui/index.ts'
import { t } from '../words/index.ts'
import { downloadWork } from './download-work.ts'
import { mendWork } from './mend-work.ts'
import { openAmiss } from './open-amiss.ts'
import type { ReadWork, Work } from './stored-work.ts'

/** Puts a kept design in the place of the present one, which is kept in turn. */
export function openKept(read: ReadWork): void {
  const work = read.kind === 'amiss' ? openAmiss(read.held) : workOf(read)
  if (work === undefined) return
  const { design, table, specDocument, xmlDocument, drafts } = work
  const { name } = vmDocument.store.getState().design
  vmDocument.replace(design, t`open ${design.name}`, { table, yaml: specDocument, xml: xmlDocument, drafts })
  announce(t`Opened ${design.name}; ${name} stays among the designs`)
}

/** As vm.yml where the page can read it, else as it is stored. */
export async function downloadKept(name: string, read: ReadWork, content: string): Promise<void> {
  const work = workOf(read)
  if (work !== undefined) {
    await downloadWork(work)
    return
  }
  const file = `${name.toLowerCase().replaceAll(/[^\w.-]+/g, '-')}.json`
  downloadFile({ name: file, mime: 'application/json', text: content })
  announce(t`Downloaded ${file}`)
}

function workOf(read: ReadWork): Work | undefined {
  if (read.kind === 'work') return read.work
  return read.kind === 'amiss' ? mendWork(read.held).work : undefined
}
