/** What axe has against the page. */
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/**
 * @param within a selector
 * @param rules those alone; all when left out
 * @returns a line for each element that is wrong; empty when all is well
 */
export async function axeViolations(
  page: Page,
  within = 'body',
  rules?: readonly string[],
): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page })
    .include(within)
    .options({ resultTypes: ['violations'] })
    // The page has no frames, whose results axe would put together in another page that it opens for it.
    .setLegacyMode()
  if (rules !== undefined) axe.withRules([...rules])
  const { violations } = await axe.analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)}: ${failureSummary ?? ''}`),
  )
}

/** The same in the light theme and the dark one. */
export async function axeViolationsInThemes(page: Page, within?: string): Promise<readonly string[]> {
  // A colour on its way from one theme to the other is of neither.
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  const light = await axeViolations(page, within)
  await page.emulateMedia({ colorScheme: 'dark' })
  // Of all the rules only this one sees the theme.
  const dark = await axeViolations(page, within, ['color-contrast'])
  return [...light.map((found) => `light: ${found}`), ...dark.map((found) => `dark: ${found}`)]
}
