import { attempt } from '../load/index.ts'
import { t } from '../words/index.ts'

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

/** Asks the browser for files. */
export function chooseFile(): void {
  const input = document.createElement('input')
  input.type = 'file'
  input.multiple = true
  input.accept =
    '.xml,.yml,.yaml,.json,.sh,.args,.txt,.zip,.conf,.vmx,.vbox,.ovf,.ova,text/xml,application/xml,text/yaml,application/json'
  input.addEventListener('change', () => {
    void openFiles([...(input.files ?? [])])
  })
  input.click()
}
