import { attempt } from '../load/index.ts'

/** The reader of files comes along with the first one. */
export async function openText(text: string, file: string | undefined): Promise<void> {
  await attempt('What reads texts', async () => {
    const { openText } = await import('./open-text.ts')
    await openText(text, file)
  })
}

/** Reads files that were chosen or dropped. */
export async function openFiles(files: readonly File[]): Promise<void> {
  await attempt('What reads files', async () => {
    const { openFiles } = await import('./open-text.ts')
    await openFiles(files)
  })
}

/** Asks the browser for files. */
export function chooseFile(): void {
  const input = document.createElement('input')
  input.type = 'file'
  input.multiple = true
  input.accept = '.xml,.yml,.yaml,.json,.sh,.args,.txt,text/xml,application/xml,text/yaml,application/json'
  input.addEventListener('change', () => {
    void openFiles([...(input.files ?? [])])
  })
  input.click()
}
