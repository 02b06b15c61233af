/** High contrast: colours that the system forces, more contrast by its wish, and the page's own by choice. */
import type { Page } from '@playwright/test'
import { axeViolations } from './axe-violations.ts'
import { dropFile, expect, openPageAndEditor, openPart, test } from './page.ts'

const parts = [
  'Source',
  'CPU',
  'Displays',
  'Disks',
  'Network and ports',
  'Host devices',
  'Access and cloud-init',
]

/** Of a colour in a style, `rgb(0, 0, 0)`, each channel. */
const styleOf = (page: Page, selector: string, property: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property)

/** What each theme of the editor starts from: `vs`, `hc-black` … */
const editorTheme = (page: Page) =>
  page
    .locator('.monaco-editor')
    .first()
    .evaluate((editor) =>
      ['vs-dark', 'vs', 'hc-black', 'hc-light'].find((name) => editor.classList.contains(name)),
    )

for (const [colorScheme, base] of [
  ['light', 'hc-light'],
  ['dark', 'hc-black'],
] as const)
  test(`by choice, ${colorScheme}: every text has a contrast of 7, in every part`, async ({ page }) => {
    test.slow()
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await openPageAndEditor(page)
    await page.getByRole('button', { name: 'Theme' }).click()
    await page.getByRole('menuitem', { name: 'High contrast' }).click()
    await expect.poll(() => editorTheme(page)).toBe(base)
    expect.soft(await axeViolations(page, 'body', ['color-contrast-enhanced']), 'the whole page').toEqual([])
    for (const part of parts)
      await test.step(part, async () => {
        await openPart(page, part)
        expect.soft(await axeViolations(page, 'main', ['color-contrast-enhanced']), part).toEqual([])
      })
    await page.reload()
    await expect(page.locator('html')).toHaveAttribute('data-contrast', '')
    await page.getByRole('button', { name: 'Theme' }).click()
    await expect(page.getByRole('menuitem', { name: 'High contrast' }).locator('.icon')).toHaveCount(1)
    await page.getByRole('menuitem', { name: 'As the system' }).click()
    await expect(page.locator('html')).not.toHaveAttribute('data-contrast', '')
  })

test('who asks the system for more contrast gets it, also when that changes while the page is open', async ({
  page,
}) => {
  await openPageAndEditor(page)
  expect(await editorTheme(page)).toBe('vs')
  await page.emulateMedia({ contrast: 'more' })
  await expect.poll(() => editorTheme(page)).toBe('hc-light')
  expect(await styleOf(page, 'body', 'background-color')).toBe('rgb(255, 255, 255)')
  await page.emulateMedia({ contrast: 'no-preference' })
  await expect.poll(() => editorTheme(page)).toBe('vs')
})

test('with forced colours what is chosen, found and wrong is told without the page’s own colours', async ({
  page,
}) => {
  test.slow()
  await page.emulateMedia({ forcedColors: 'active', contrast: 'more', reducedMotion: 'reduce' })
  await openPageAndEditor(page)
  await expect.poll(() => editorTheme(page)).toMatch(/^hc-/)
  await dropFile(page, 'wrong.yml', 'vms: {wrong: {ram: 4G, libvirt: {devices: {video: [{model: qxl}]}}}}')
  await expect(page.getByRole('textbox', { name: 'Name of the VM' })).toHaveValue('wrong')
  for (const part of parts)
    await test.step(part, async () => {
      await openPart(page, part)
      expect.soft(await axeViolations(page, 'main', ['color-contrast']), part).toEqual([])
      // The part that is open has a frame, since its background is that of all others.
      await expect.poll(() => styleOf(page, '.rail__part[aria-current]', 'outline-style')).toBe('solid')
    })
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog', { name: 'Find anything' }).getByRole('combobox')).toBeFocused()
  await page.keyboard.type('gpu')
  const chosen = page.locator('.palette__row[aria-selected="true"]')
  await expect(chosen).toBeVisible()
  await expect(chosen).toHaveCSS('outline-style', 'solid')
})
