/** When the editor is fetched: it is four times as large as all else, and only reading needs none. */
import { savesData, whenQuiet } from '../load/index.ts'

const signs = ['pointerover', 'pointerdown', 'focusin', 'keydown'] as const

let wasTouched = false

/**
 * Resolves when the person comes to the text that is shown, or when the page has been quiet and the browser is not to
 * save data; at once when that was so before.
 */
export function whenTouched(view: HTMLElement): Promise<void> {
  return new Promise((resolve) => {
    const touched = () => {
      wasTouched = true
      resolve()
    }
    if (wasTouched) touched()
    for (const sign of signs) view.addEventListener(sign, touched, { once: true, passive: true })
    if (!savesData()) whenQuiet(touched)
  })
}
