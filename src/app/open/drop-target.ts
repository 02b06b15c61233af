import { openFile, openText } from './choose-file.ts'
import { kindOfText } from './kind-of-text.ts'

const editable = 'input, textarea, [contenteditable="true"], .monaco-editor, .drop-zone'

/** Takes files and texts that are dropped or pasted anywhere on the page, except where a text is being written. */
export function followDropsAndPastes(): () => void {
  const onDragOver = (event: DragEvent) => {
    if (takesFiles(event.target) && event.dataTransfer?.types.includes('Files') === true)
      event.preventDefault()
  }
  const onDrop = (event: DragEvent) => {
    const file = event.dataTransfer?.files[0]
    if (event.defaultPrevented || file === undefined || !takesFiles(event.target)) return
    event.preventDefault()
    void openFile(file)
  }
  const onPaste = (event: ClipboardEvent) => {
    if (!isForPage(event.target)) return
    const file = event.clipboardData?.files[0]
    const text = event.clipboardData?.getData('text/plain') ?? ''
    if (file !== undefined) void openFile(file)
    else if (kindOfText(text) !== undefined) void openText(text, 'the clipboard')
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

/** A file may be dropped on a text as well; not where files are asked for. */
function takesFiles(target: EventTarget | null): boolean {
  return !(target instanceof Element && target.closest('.drop-zone') !== null)
}
