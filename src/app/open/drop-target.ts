import { openFile, openText } from './choose-file.ts'

const editable = 'input, textarea, [contenteditable="true"], .drop-zone'

/** Takes files and texts that are dropped or pasted anywhere on the page, except where a text is being written. */
export function followDropsAndPastes(): () => void {
  const onDragOver = (event: DragEvent) => {
    if (isForPage(event.target) && event.dataTransfer?.types.includes('Files') === true)
      event.preventDefault()
  }
  const onDrop = (event: DragEvent) => {
    const file = event.dataTransfer?.files[0]
    if (event.defaultPrevented || file === undefined || !isForPage(event.target)) return
    event.preventDefault()
    void openFile(file)
  }
  const onPaste = (event: ClipboardEvent) => {
    if (!isForPage(event.target)) return
    const file = event.clipboardData?.files[0]
    const text = event.clipboardData?.getData('text/plain') ?? ''
    if (file !== undefined) void openFile(file)
    else if (looksLikeSpec(text)) void openText(text, 'the clipboard')
  }
  document.addEventListener('dragover', onDragOver)
  document.addEventListener('drop', onDrop)
  document.addEventListener('paste', onPaste)
  return () => {
    document.removeEventListener('dragover', onDragOver)
    document.removeEventListener('drop', onDrop)
    document.removeEventListener('paste', onPaste)
  }
}

function isForPage(target: EventTarget | null): boolean {
  return !(target instanceof Element && target.closest(editable) !== null)
}

/** A map in YAML or JSON; a word that was copied elsewhere is not worth a message. */
function looksLikeSpec(text: string): boolean {
  return /^\s*\{/.test(text) || /^[\w-]+:\s*(?:$|[{[\w'"])/m.test(text)
}
