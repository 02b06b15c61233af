/**
 * How the page looks: each part, output and dialog at three widths, each in light, dark and high contrast, beside each
 * other in one picture of half the size. `npm run look -- --update-snapshots` takes the pictures anew.
 */
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { dropFile, expect, openPageAndEditor, partButton, partTitles, test } from '../page.ts'
import { hasFonts, holdStill, looksAsBefore } from './picture.ts'

const design = readFileSync(new URL('design.yml', import.meta.url), 'utf8')
const host = readFileSync(new URL('host.json', import.meta.url), 'utf8')

const screens = [
  { width: 1440, height: 900, isPhone: false },
  { width: 1024, height: 768, isPhone: false },
  { width: 390, height: 844, isPhone: true },
]

/** What is there once a tab without an editor is. */
const shownBy: Readonly<Record<string, string>> = { Files: '.output__table', Picture: '[role="tree"]' }

/** VMs of which two have one MAC address. */
const table = 'name,mac,host port\nweb-1,52:54:00:00:00:01,2301\nweb-2,52:54:00:00:00:01,2302\nweb-3,,2303\n'

test.beforeEach(async ({ page }) => {
  const isThere = await hasFonts(page)
  if (process.env['CI']) expect(isThere, 'the package fonts-dejavu-core is there').toBe(true)
  test.skip(!isThere, 'the fonts of the pictures are not there: fonts-dejavu-core')
  await holdStill(page)
})

for (const { width, height, isPhone } of screens)
  test.describe(`${width} px`, () => {
    test.use({ viewport: { width, height }, isMobile: isPhone, hasTouch: isPhone })
    const views = (page: Page) => page.getByRole('navigation', { name: 'Views' }).getByRole('button')

    async function openWorkstation(page: Page): Promise<void> {
      await openPageAndEditor(page)
      await dropFile(page, 'host.json', host)
      await dropFile(page, 'design.yml', design)
      await expect(page.getByRole('textbox', { name: 'Name of the VM' })).toHaveValue('workstation')
      await expect(page.locator('.live-region')).toBeEmpty()
    }

    /** By what the window has: the rail, its icons, or the sheet of the parts. */
    async function goToPart(page: Page, title: string): Promise<void> {
      if (isPhone) await views(page).first().click()
      if (width === 1024) await page.locator(`.rail__icon[aria-label^="${title}"]`).click()
      else await partButton(page, title).click()
      await expect(page.locator('main h2')).toHaveText(title)
    }

    test('every part', async ({ page }) => {
      test.slow()
      await openWorkstation(page)
      const main = page.locator('main')
      for (const title of partTitles)
        await test.step(title, async () => {
          await page.setViewportSize({ width, height })
          await goToPart(page, title)
          await page.mouse.move(0, 0)
          // The window is as high as all of the part.
          const below = await main.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)
          await page.setViewportSize({ width, height: height + below })
          await looksAsBefore(page, `${title}-${width}`, main)
        })
    })

    test('the page, every output and what opens over it', async ({ page }) => {
      test.slow()
      await openPageAndEditor(page)
      await expect(page.getByRole('combobox', { name: 'What will run in it?' })).toBeVisible()
      await looksAsBefore(page, `start-${width}`)

      await openWorkstation(page)
      // No line is new then, compared with the design before.
      await openPageAndEditor(page)
      await expect(page.getByRole('textbox', { name: 'Name of the VM' })).toHaveValue('workstation')
      // A phone fetches both when somebody does something.
      await page.locator('body').dispatchEvent('pointerdown')
      await expect(page.getByRole('combobox', { name: 'What will run in it?' })).toBeVisible()
      await expect(page.locator('.shell__findings button').first()).toBeVisible()
      await looksAsBefore(page, `page-${width}`)
      if (width < 1180) {
        if (isPhone) await views(page).first().click()
        else await page.getByRole('button', { name: 'Find a setting' }).click()
        await expect(page.getByRole('region', { name: 'Parts', exact: true })).toBeVisible()
        await looksAsBefore(page, `parts-${width}`)
        await page.keyboard.press('Escape')
      }
      if (isPhone) await views(page).last().click()
      const output = page.locator('.output')
      await expect(output.locator('.text-view__editor[data-ready]')).toBeVisible()
      await expect(page.locator('.will-it-start__answer')).toBeVisible()
      await looksAsBefore(page, `findings-${width}`, output)
      await page.locator('.output-pane__summary').click()
      for (const tab of ['XML', 'QEMU', 'YAML', 'cloud-init', 'Files', 'Elsewhere', 'Picture'] as const)
        await test.step(tab, async () => {
          await page.getByRole('tab', { name: tab, exact: true }).click()
          await page.mouse.move(0, 0)
          await expect(output.locator(shownBy[tab] ?? '.text-view__editor[data-ready]')).toBeVisible()
          await looksAsBefore(page, `${tab}-${width}`, output)
        })
      await page.locator('.will-it-start__answer').click()
      await looksAsBefore(page, `verdict-${width}`, output)
      await page.locator('.will-it-start__answer').click()

      await page.keyboard.press('Control+k')
      await page.keyboard.type('gpu')
      await expect(page.locator('.palette__row[aria-selected="true"]')).toBeVisible()
      await looksAsBefore(page, `palette-${width}`)
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'Share', exact: true }).click()
      await expect(page.getByRole('dialog', { name: 'Share workstation' })).toBeVisible()
      await looksAsBefore(page, `share-${width}`)
      await page.keyboard.press('Escape')

      await dropFile(page, 'web.csv', table)
      const set = page.getByRole('dialog', { name: 'Many from one' })
      await expect(set.getByRole('region', { name: 'web-1.xml' })).toBeVisible()
      await expect(set.getByRole('textbox', { name: 'mac, row 2' })).toHaveAttribute('aria-invalid', 'true')
      await expect(page.locator('.live-region')).toBeEmpty()
      await looksAsBefore(page, `set-${width}`)
    })
  })
