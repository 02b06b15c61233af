/**
 * When what the first view does without is fetched. On a phone the first visit is the shell and the first part; what
 * makes the outputs is twice as much as these, and nothing of it is to be seen before a sheet is opened.
 */
import { isNarrow } from '../layout/screen.ts'
import { savesData } from './saves-data.ts'
import { whenQuiet } from './when-quiet.ts'

const signs = ['pointerdown', 'keydown', 'focusin', 'scroll'] as const

let wanted: Promise<void> | undefined

/**
 * Resolves at once where an output is beside the form; on a small screen when the person does anything, or when the page
 * has been quiet and the browser is not to save data.
 */
export function whenWanted(): Promise<void> {
  wanted ??= isNarrow() ? firstSign() : Promise.resolve()
  return wanted
}

function firstSign(): Promise<void> {
  return new Promise((resolve) => {
    const options = { once: true, capture: true, passive: true }
    for (const sign of signs) addEventListener(sign, () => resolve(), options)
    addEventListener('resize', () => {
      if (!isNarrow()) resolve()
    })
    if (!savesData()) whenQuiet(resolve)
  })
}
