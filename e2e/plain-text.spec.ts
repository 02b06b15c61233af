import type { Page } from '@playwright/test'
import { copyOutput, expect, showEditor, showOutput, test } from './page.ts'

/** Holds the editor back until what is returned is called. */
async function holdEditor(page: Page): Promise<() => void> {
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route(/assets\/monaco/, async (route) => {
    await held
    await route.continue()
  })
  return release
}

interface Place {
  readonly left: number
  readonly top: number
  readonly bottom: number
}

interface Places {
  readonly text: Place
  readonly number: Place & { readonly right: number }
}

/** Where the letters of a line of the plain text stand, and those of its number. */
async function plainPlaces(page: Page, line: number): Promise<Places> {
  return await page.locator('.text-view__plain').evaluate((view, index) => {
    /** The letters of one line of an element, whatever its pieces are. */
    const lettersOf = (element: Element | null): DOMRect => {
      if (element === null) throw new Error('no text')
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
      const range = document.createRange()
      let breaks = 0
      let isBegun = false
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const text = node.textContent ?? ''
        for (let at = 0; at < text.length; at += 1) {
          if (breaks === index && text[at] !== '\n') {
            if (!isBegun) range.setStart(node, at)
            isBegun = true
            range.setEnd(node, at + 1)
          }
          if (text[at] === '\n') breaks += 1
        }
      }
      return range.getBoundingClientRect()
    }
    const text = lettersOf(view.querySelector('.text-view__text'))
    const number = lettersOf(view.querySelector('.text-view__numbers'))
    return {
      text: { left: text.left, top: text.top, bottom: text.bottom },
      number: { left: number.left, right: number.right, top: number.top, bottom: number.bottom },
    }
  }, line)
}

/** The same in the editor. */
async function editorPlaces(page: Page, line: number): Promise<Places> {
  return await page.locator('.text-view__editor').evaluate((view, index) => {
    const byTop = (selector: string) =>
      [...view.querySelectorAll<HTMLElement>(selector)].sort(
        (one, other) => one.getBoundingClientRect().top - other.getBoundingClientRect().top,
      )[index]
    /** Of the letters alone: the boxes around them are as high as a line. */
    const letters = (element: HTMLElement | undefined): DOMRect => {
      if (element === undefined) throw new Error('no line')
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
      const range = document.createRange()
      const first = walker.nextNode()
      if (first === null) throw new Error('no letters')
      range.setStart(first, 0)
      range.setEnd(first, first.textContent?.length ?? 0)
      return range.getBoundingClientRect()
    }
    const text = letters(byTop('.view-line'))
    const number = letters(byTop('.margin-view-overlays .line-numbers'))
    return {
      text: { left: text.left, top: text.top, bottom: text.bottom },
      number: { left: number.left, right: number.right, top: number.top, bottom: number.bottom },
    }
  }, line)
}

test('the output is there, in colours and to be copied, before the editor is; when that comes nothing moves', async ({
  page,
}) => {
  const release = await holdEditor(page)
  await page.goto('./')
  const plain = page.locator('.text-view__plain')
  await expect(plain).toContainText("<domain type='kvm'>")
  const colour = async (text: string) =>
    await plain
      .getByText(text, { exact: true })
      .first()
      .evaluate((piece) => getComputedStyle(piece).color)
  const accent = await colour('domain')
  expect(await colour('type')).not.toBe(accent)
  expect(await copyOutput(page)).toContain("<domain type='kvm'>")
  const before = [await plainPlaces(page, 0), await plainPlaces(page, 10)]

  release()
  await showEditor(page)
  await expect(page.locator('.view-line').first()).toBeVisible()
  const after = [await editorPlaces(page, 0), await editorPlaces(page, 10)]
  for (const [index, { text, number }] of before.entries())
    for (const [one, other] of [
      [text.left, after[index]?.text.left],
      [text.top, after[index]?.text.top],
      [number.right, after[index]?.number.right],
      [number.top, after[index]?.number.top],
    ])
      expect(Math.abs(Number(one) - Number(other)), `line ${index}: ${one} and ${other}`).toBeLessThanOrEqual(
        1,
      )
})

test('who reads, selects or stands in the plain text does so in the editor', async ({ page }) => {
  const release = await holdEditor(page)
  await page.setViewportSize({ width: 1440, height: 600 })
  await page.goto('./')
  const plain = page.locator('.text-view__plain')
  await expect(plain).toContainText('<domain')
  await plain.focus()
  await plain.evaluate((view) => {
    view.scrollTop = 190
    const name = [...view.querySelectorAll('.token-name')].find(
      ({ textContent }) => textContent === 'features',
    )
    if (name !== undefined) getSelection()?.selectAllChildren(name)
  })
  release()
  await showEditor(page)
  await expect(page.locator('.monaco-editor [role="textbox"]')).toBeFocused()
  await page.keyboard.press('Control+c')
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe('features')
  const top = await page.locator('.view-line').first().boundingBox()
  expect(top?.y).toBeLessThan(600)
})

test('the editor is fetched after the first output, and when somebody comes to it or the page is quiet', async ({
  page,
}) => {
  const asked: { readonly what: string; readonly hasOutput: boolean }[] = []
  let hasOutput = false
  page.on('request', (request) => {
    const what = /monaco/.test(request.url()) ? 'editor' : 'else'
    asked.push({ what, hasOutput })
  })
  await page.goto('./')
  await expect(page.locator('.text-view__plain')).toContainText('<domain')
  hasOutput = true
  expect(asked.some(({ what }) => what === 'editor')).toBe(false)
  await expect(page.locator('.text-view__editor[data-ready]')).toBeVisible({ timeout: 30_000 })
  expect(asked.filter(({ what, hasOutput }) => what === 'editor' && !hasOutput)).toEqual([])
})

test('a line of the plain text shows its field, and its number leads there', async ({ page }) => {
  const release = await holdEditor(page)
  await page.goto('./')
  const memory = page.locator('.text-view__plain').getByText('memory').first()
  await memory.click()
  await expect(page.locator('main h2')).toHaveText('Memory')
  const field = page.locator('main').getByRole('textbox', { name: 'Memory', exact: true })
  await expect(field).not.toBeFocused()
  const { y = 0, height = 0 } = (await memory.boundingBox()) ?? {}
  const numbers = (await page.locator('.text-view__numbers').boundingBox()) ?? { x: 0 }
  await page.mouse.click(numbers.x + 10, y + height / 2)
  await expect(field).toBeFocused()
  release()
})

test('each output has its colours without the editor', async ({ page, troubles }) => {
  await page.route(/assets\/monaco/, (route) => route.abort())
  await page.goto('./')
  for (const tab of ['XML', 'QEMU', 'YAML'] as const) {
    await showOutput(page, tab)
    await expect(
      page.locator('.text-view__plain .token-quiet, .text-view__plain .token-name').first(),
    ).toBeVisible()
  }
  await expect(page.locator('.text-view__plain')).toContainText('disk_size: 20G')
  expect(troubles.every((trouble) => trouble.includes('ERR_FAILED'))).toBe(true)
  troubles.length = 0
})
