import { openFiles, openPasted } from './choose-file.ts'

const editable = 'input, textarea, [contenteditable="true"], .monaco-editor, .drop-zone'

/** Takes files and texts that are dropped or pasted anywhere on the page, except where a text is being written. */
export function followDropsAndPastes(): () => void {
  const onDragOver = (event: DragEvent) => {
    if (takesFiles(event.target) && event.dataTransfer?.types.includes('Files') === true)
      event.preventDefault()
  }
  const onDrop = (event: DragEvent) => {
    const files = [...(event.dataTransfer?.files ?? [])]
    if (event.defaultPrevented || files.length === 0 || !takesFiles(event.target)) return
    event.preventDefault()
    void openFiles(files)
  }
  const onPaste = (event: ClipboardEvent) => {
    if (event.defaultPrevented || !isForPage(event.target)) return
    const files = [...(event.clipboardData?.files ?? [])]
    const text = event.clipboardData?.getData('text/plain') ?? ''
    if (files.length > 0) void openFiles(files)
    else if (text !== '') void openPasted(text)
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
