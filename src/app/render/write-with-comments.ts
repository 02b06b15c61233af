/** The file that a design was opened from, with what changed since: at once when that is quick, else when typing rests. */
import type { Design } from '../core.ts'
import type { OpenedFile } from '../store.ts'

type SpecTexts = typeof import('./spec-texts.ts')
type SpecDocument = ReturnType<SpecTexts['readSpecs']>

/** Writing that takes longer waits for a pause: reading a long file again costs more than a frame. */
const quickMs = 8
const pauseMs = 150

let texts: SpecTexts | undefined
let read: { readonly file: OpenedFile; readonly document: SpecDocument } | undefined
let written: { readonly file: OpenedFile; readonly design: Design; readonly text: string } | undefined
let lastMs = 0
let timer: ReturnType<typeof setTimeout> | undefined

/**
 * The text of the file with the design in it.
 *
 * @param again called when the text is there, if it is not yet
 * @returns undefined when it takes a moment
 */
export function writeWithComments(file: OpenedFile, design: Design, again: () => void): string | undefined {
  if (written?.file === file && written.design === design) return written.text
  clearTimeout(timer)
  if (texts === undefined) {
    void import('./spec-texts.ts').then((loaded) => {
      texts = loaded
      write(file, design, loaded)
      again()
    })
    return undefined
  }
  const loaded = texts
  if (lastMs < quickMs) return write(file, design, loaded)
  timer = setTimeout(() => {
    write(file, design, loaded)
    again()
  }, pauseMs)
  return undefined
}

function write(file: OpenedFile, design: Design, { readSpecs, updateSpecText }: SpecTexts): string {
  const start = performance.now()
  if (read?.file !== file) read = { file, document: readSpecs(file.text, { defaultName: file.vm }) }
  const text = updateSpecText(read.document, design, { was: file.vm })
  lastMs = performance.now() - start
  written = { file, design, text }
  return text
}
