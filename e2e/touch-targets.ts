/** How large what is pressed is, measured in the page. */
import type { Page } from '@playwright/test'

/**
 * What can be pressed and is lower or narrower than `least` px, as text. Of a tick, a radio button and a text field the
 * label or the frame around it counts, which are pressed as well; the inside of the editor is Monaco's.
 */
export async function smallTargets(page: Page, least: number): Promise<readonly string[]> {
  return await page.evaluate((smallest) => {
    const pressed =
      'button, a[href], input, textarea, select, summary, [role="tab"], [role="option"], [role="menuitem"], [role="row"][tabindex]'
    const frames = 'label, .input, .radio-cards__card, .switch, tr'
    const small: string[] = []
    for (const element of document.querySelectorAll<HTMLElement>(pressed)) {
      if (element.closest('.monaco-editor, [inert], [aria-hidden="true"], .visually-hidden') !== null) continue
      if (!element.checkVisibility({ opacityProperty: false }) || element.matches('.shell__skip')) continue
      const target = (element.matches('input, textarea') && element.closest<HTMLElement>(frames)) || element
      const { width, height } = target.getBoundingClientRect()
      // A part of a pixel is the screen's.
      if (width === 0 || (width > smallest - 0.5 && height > smallest - 0.5)) continue
      const words = (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40)
      small.push(
        `${element.className || element.tagName} “${words}” ${width.toFixed(0)}×${height.toFixed(0)}`,
      )
    }
    return [...new Set(small)]
  }, least)
}
