/** The page in German: chosen by the browser's language, and by hand. */
import type { Page } from '@playwright/test'
import { german } from '../src/app/words/german/index.ts'
import { expect, openPage, test } from './page.ts'

test.use({ locale: 'de-DE' })

/** Words that are values too, and stay what they are. */
const values = new Set(['default', 'file', 'none', 'off', 'on'])

/** Texts that have another German one. */
const english = new Set(
  Object.entries(german).flatMap(([key, text]) =>
    key === text || values.has(key) || /\{\d\}/.test(key) ? [] : [key],
  ),
)

/** What can be read or heard, without what is typed and what is an output. */
async function readTexts(page: Page): Promise<readonly string[]> {
  return await page.evaluate(() => {
    const skipped = 'code, pre, kbd, script, style, input, textarea, .monaco-editor, .text-view, [lang="en"]'
    const texts: string[] = []
    const walk = (node: Node) => {
      if (node instanceof Element) {
        for (const name of ['aria-label', 'title', 'placeholder']) texts.push(node.getAttribute(name) ?? '')
        if (node.matches(skipped)) return
      }
      if (node.nodeType === Node.TEXT_NODE) texts.push(node.nodeValue ?? '')
      for (const child of node.childNodes) walk(child)
    }
    walk(document.body)
    return [...new Set(texts.map((text) => text.trim()).filter((text) => text !== ''))]
  })
}

async function expectGerman(page: Page): Promise<void> {
  const texts = await readTexts(page)
  expect(texts.length).toBeGreaterThan(20)
  expect(texts.filter((text) => english.has(text))).toEqual([])
}

test('each part of the page is German where the browser is', async ({ page }) => {
  test.slow()
  await openPage(page)
  await expect(page.locator('html')).toHaveAttribute('lang', 'de')
  const parts = page.locator('.rail__part')
  for (let index = 0; index < (await parts.count()); index += 1) {
    await parts.nth(index).click()
    await expect(page.locator('main h2')).toBeVisible()
    await expectGerman(page)
  }
})

test('dialogs are German', async ({ page }) => {
  await openPage(page)
  for (const key of ['Control+k', '?']) {
    await page.keyboard.press(key)
    await expect(page.getByRole('dialog')).toBeVisible()
    await expectGerman(page)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
})

test('English is chosen by hand, and stays chosen', async ({ page }) => {
  await openPage(page)
  await page.getByRole('button', { name: 'English', exact: true }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await page.reload()
  await expect(page.getByRole('heading', { level: 2, name: 'Source' })).toBeVisible()
})

test('where the German texts do not load the page is English', async ({ page, troubles }) => {
  await page.route(/german/, (route) => route.abort())
  await openPage(page)
  await expect(page.getByRole('heading', { level: 2, name: 'Source' })).toBeVisible()
  // The browser says so, too.
  expect(troubles.splice(0)).not.toEqual([])
})
