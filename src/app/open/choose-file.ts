import { attempt } from '../load/index.ts'
import { t } from '../words/index.ts'
import { pickFiles } from './pick-files.ts'

/** Opens what was pasted, when it is anything. The reader of texts comes along with the first one. */
export async function openPasted(text: string): Promise<void> {
  await attempt(t`What reads texts`, async () => {
    const { openPasted } = await import('./open-text.ts')
    await openPasted(text)
  })
}

/** Reads files that were chosen or dropped. */
export async function openFiles(files: readonly File[]): Promise<void> {
  await attempt(t`What reads files`, async () => {
    const { openFiles } = await import('./open-text.ts')
    await openFiles(files)
  })
}

/** Asks for files, and reads them. */
export function chooseFile(): void {
  pickFiles(
    '.xml,.yml,.yaml,.json,.sh,.args,.txt,.csv,.tsv,.zip,.conf,.vmx,.vbox,.ovf,.ova,text/xml,application/xml,text/yaml,application/json',
    (files) => void openFiles(files),
    { multiple: true },
  )
}
