/** An edit in the XML tab becomes the one line of vm.yml that it should be, and what XML does not show stays. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import {
  clipboardText,
  copyOutput,
  expect,
  openPageAndEditor,
  openPart,
  pastePage,
  showOutput,
  soon,
  test,
} from './page.ts'
import { changedLines, xmlEdits } from './xml-edits.ts'

const folders = ['../src/presets', '../../shared/samples/vm'].map((folder) =>
  path.join(import.meta.dirname, folder),
)

const texts = folders
  .filter((folder) => existsSync(folder))
  .flatMap((folder) => readdirSync(folder).map((file) => path.join(folder, file)))
  .filter((file) => file.endsWith('.yml'))
  .map((file) => ({ name: path.basename(file), text: readFileSync(file, 'utf8') }))

/** Edits of each design: a page is slow to follow, and more of them are tried without one. */
const editsEach = 20

const undo = (page: Page) => page.getByRole('button', { name: /^Undo/ })

/** Replaces all that the editor shows, as a person does. */
async function retype(page: Page, text: string): Promise<void> {
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text)
  await page.locator('.text-view__editor').getByRole('textbox').focus()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.press('ControlOrMeta+v')
}

async function openText(page: Page, text: string): Promise<void> {
  await openPageAndEditor(page)
  // The XML is compared as it is shown, and put back without the design that it may carry.
  await page.getByRole('switch', { name: 'Carry the design along' }).click()
  await pastePage(page, text)
  await showOutput(page, 'YAML')
  await expect.poll(() => copyOutput(page)).toBe(text)
}

test.describe('edits of XML', () => {
  // Each edit changes all that is drawn, which is most of the work: a small page without motion takes half of it.
  test.use({ viewport: { width: 1280, height: 480 }, contextOptions: { reducedMotion: 'reduce' } })

  for (const { name, text } of texts) {
    test(`${name}: ${editsEach} single edits are one line each`, async ({ page }) => {
      test.setTimeout(180_000)
      await openText(page, text)
      const yaml = await copyOutput(page)
      await showOutput(page, 'XML')
      const xml = await copyOutput(page)
      const edits = xmlEdits.flatMap(({ what, change, says }) => {
        const edited = change(xml)
        return edited === undefined ? [] : [{ what, edited, says }]
      })
      expect(edits.length).toBeGreaterThanOrEqual(editsEach)
      for (const { what, edited, says } of edits.slice(0, editsEach)) {
        await retype(page, edited)
        await expect
          .poll(() => undo(page).getAttribute('aria-label'), { message: what, ...soon })
          .not.toMatch(/edit XML|open|paste/)
        expect(await copyOutput(page), what).toBe(edited)
        await showOutput(page, 'YAML')
        await expect.poll(() => copyOutput(page), { message: what, ...soon }).not.toBe(yaml)
        const lines = changedLines(yaml, await copyOutput(page))
        expect(lines.taken.length, `${what}: ${lines.taken.join('\n')}`).toBeLessThanOrEqual(1)
        expect(lines.values, what).toEqual([expect.stringMatching(says)])
        await undo(page).click()
        await expect.poll(() => copyOutput(page), { message: what, ...soon }).toBe(yaml)
        await showOutput(page, 'XML')
        await expect.poll(() => copyOutput(page), { message: what, ...soon }).toBe(xml)
      }
    })
  }
})

const own = `# mine
web:
  vm:
    ram: 2G # enough
    cpu: 2
    cloud_init:
      package: [vim]
`

test('what the form changes while a text is broken is brought together with it', async ({ page }) => {
  await openText(page, own)
  await openPart(page, 'Memory')
  await retype(page, own.replace('cpu: 2', 'cpu: [2'))
  await expect(page.locator('.output-pane__status[data-tone="warning"]')).toBeVisible()
  await page.locator('main').getByRole('textbox', { name: 'Memory', exact: true }).fill('3G')
  await retype(page, own.replace('cpu: 2', 'cpu: 4'))
  await expect
    .poll(() => copyOutput(page))
    .toBe(own.replace('cpu: 2', 'cpu: 4').replace('ram: 2G', 'ram: 3G'))
})

test('the undo step says what was changed in the XML', async ({ page }) => {
  await openText(page, own)
  await showOutput(page, 'XML')
  await expect.poll(() => copyOutput(page)).toContain('>2048<')
  const xml = await copyOutput(page)
  await retype(page, xml.replaceAll('>2048<', '>2049<'))
  await expect(undo(page)).toHaveAccessibleName(/memory 2048 → 2049 MiB/)
  await undo(page).click()
  await expect.poll(() => copyOutput(page)).toBe(xml)
  expect(await clipboardText(page)).toBe(xml)
})
