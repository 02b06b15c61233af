/** The reader of files comes along with the first one. */
export async function openText(text: string, name: string): Promise<void> {
  const { openText } = await import('./open-text.ts')
  await openText(text, name)
}

/** Reads a file that was chosen or dropped. */
export async function openFile(file: File): Promise<void> {
  const { openFile } = await import('./open-text.ts')
  await openFile(file)
}

/** Asks the browser for a file. */
export function chooseFile(): void {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = '.xml,.yml,.yaml,.json,text/xml,application/xml,text/yaml,application/json'
  input.addEventListener('change', () => {
    const file = input.files?.[0]
    if (file !== undefined) void openFile(file)
  })
  input.click()
}
