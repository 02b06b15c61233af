/** All designs of the browser: kept, listed, copied, renamed, deleted, taken away and brought back. */
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { dropFile, expect, openBare, openPage, openPageAndEditor, openPart, test } from './page.ts'

const nameOf = (page: Page) => page.getByRole('textbox', { name: 'Name of the VM' })
const memory = (page: Page) => page.locator('main').getByRole('textbox', { name: 'Memory', exact: true })
const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Designs' })
const rowsOf = (page: Page) => dialogOf(page).getByRole('list', { name: 'Designs' }).getByRole('listitem')

async function chooseInMenu(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('button', { name: 'New, open, host' }).click()
  await page.getByRole('menuitem', { name }).click()
}

async function showDesigns(page: Page) {
  await chooseInMenu(page, /^Designs/)
  return dialogOf(page)
}

/** Some designs, the last one open. */
async function makeDesigns(page: Page, names: readonly string[]): Promise<void> {
  for (const [index, name] of names.entries()) {
    if (index > 0) await chooseInMenu(page, /^New VM/)
    await nameOf(page).fill(name)
    await page.waitForTimeout(20)
  }
}

/** What the database has, by name. */
async function shelvedNames(page: Page): Promise<readonly string[]> {
  return await page.evaluate(
    async () =>
      await new Promise<string[]>((resolve, reject) => {
        const opening = indexedDB.open('vmwright')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const db = opening.result
          const asked = db.transaction('designs').objectStore('designs').getAll()
          asked.onsuccess = () => {
            db.close()
            resolve(asked.result.map(({ text }: { text: string }) => JSON.parse(text).design.name).sort())
          }
        }
      }),
  )
}

test('designs are listed with their machine in one line and when they were changed, and each can be opened', async ({
  page,
}) => {
  await openPage(page)
  await makeDesigns(page, ['web', 'mail', 'lab'])
  await openPart(page, 'Memory')
  await memory(page).fill('7G')
  await showDesigns(page)
  await expect(rowsOf(page)).toHaveCount(3)
  await expect(rowsOf(page).nth(0)).toContainText(
    /lab.*open.*today.*cloud image debian.*7G.*SSH on 2222.*root disk 20G/s,
  )
  await expect(rowsOf(page).nth(1)).toContainText(/mail.*4G/s)
  await expect(rowsOf(page).nth(2)).toContainText('web')
  await dialogOf(page).getByRole('button', { name: 'Open web' }).click()
  await expect(nameOf(page)).toHaveValue('web')
  await expect(page).toHaveTitle(/^web/)
  await expect(memory(page)).toHaveValue('4G')
  await page.reload()
  await expect(nameOf(page)).toHaveValue('web')
  await expect(memory(page)).toHaveValue('4G')
  await (await showDesigns(page)).getByRole('button', { name: 'Open lab' }).click()
  await expect(memory(page)).toHaveValue('7G')
})

test('a design is duplicated, renamed, deleted and brought back, also the open one', async ({ page }) => {
  await openPage(page)
  await makeDesigns(page, ['web', 'lab'])
  const dialog = await showDesigns(page)
  await dialog.getByRole('button', { name: 'Duplicate web' }).click()
  await expect(rowsOf(page)).toHaveCount(3)
  await dialog.getByRole('button', { name: 'Rename web-2' }).click()
  await dialog.getByRole('textbox', { name: 'New name of web-2' }).fill('a/b')
  await dialog.getByRole('textbox', { name: 'New name of web-2' }).fill('shop')
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('button', { name: 'Open shop' })).toBeVisible()

  await dialog.getByRole('button', { name: 'Delete shop' }).click()
  await expect(dialog.getByText('shop is deleted when this is closed')).toBeVisible()
  await dialog.getByRole('button', { name: 'Bring back' }).click()
  await expect(dialog.getByRole('button', { name: 'Open shop' })).toBeVisible()
  await dialog.getByRole('button', { name: 'Delete web', exact: true }).click()

  // Of the open one, the newest of the others takes the place.
  await dialog.getByRole('button', { name: 'Delete lab' }).click()
  await expect(nameOf(page)).toHaveValue('shop')
  await dialog.getByRole('button', { name: 'Close' }).click()
  await expect.poll(() => shelvedNames(page)).toEqual(['shop'])
  await page.reload()
  await expect(nameOf(page)).toHaveValue('shop')
  await showDesigns(page)
  await expect(rowsOf(page)).toHaveCount(1)
})

test('renaming a design that another tab has open renames it there, and nothing is asked', async ({
  page,
  context,
}) => {
  await openPage(page)
  await nameOf(page).fill('web')
  await page.waitForTimeout(500)
  const other = await context.newPage()
  await openPage(other)
  await expect(nameOf(other)).toHaveValue('web')
  await chooseInMenu(other, /^New VM/)
  const dialog = await showDesigns(other)
  await dialog.getByRole('button', { name: 'Rename web' }).click()
  await dialog.getByRole('textbox', { name: 'New name of web' }).fill('shop')
  await other.keyboard.press('Enter')
  await expect(nameOf(page)).toHaveValue('shop')
  await expect(page.getByRole('log', { name: 'Notices' })).toBeEmpty()
})

test('all designs go into one zip of vm.yml, and come back out of it', async ({ page }) => {
  await openPageAndEditor(page)
  await dropFile(page, 'web.yml', '# the machine under the desk\nweb:\n  vm:\n    ram: 2G # enough\n')
  await expect(nameOf(page)).toHaveValue('web')
  await chooseInMenu(page, /^New VM/)
  await nameOf(page).fill('lab')
  await chooseInMenu(page, /^New VM/)
  await nameOf(page).fill('lab')
  await openPart(page, 'Memory')
  await memory(page).fill('7G')
  const dialog = await showDesigns(page)
  const download = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Export all as zip' }).click()
  const taken = await download
  expect(taken.suggestedFilename()).toBe('vmwright-designs.zip')
  const bytes = readFileSync(await taken.path())
  const files = unzipSync(bytes)
  expect(Object.keys(files).sort()).toEqual([
    'vmwright-designs/lab-2.yml',
    'vmwright-designs/lab.yml',
    'vmwright-designs/web.yml',
  ])
  expect(strFromU8(files['vmwright-designs/web.yml'] ?? new Uint8Array())).toBe(
    '# the machine under the desk\nweb:\n  vm:\n    ram: 2G # enough\n',
  )

  // In another browser: all are new; once more: all are known.
  await openBare(page)
  await page.evaluate(() => {
    localStorage.clear()
    sessionStorage.clear()
    indexedDB.deleteDatabase('vmwright')
  })
  await openPageAndEditor(page)
  await showDesigns(page)
  const take = () =>
    page
      .locator('input[type="file"]')
      .setInputFiles({ name: 'all.zip', mimeType: 'application/zip', buffer: bytes })
  await take()
  await expect(dialog.getByRole('status')).toContainText('Imported 3 designs from all.zip.')
  await expect(rowsOf(page)).toHaveCount(4)
  await take()
  await expect(dialog.getByRole('status')).toContainText('No new design in all.zip; 3 were there already')
  await expect(rowsOf(page)).toHaveCount(4)
  await dialog.getByRole('button', { name: 'Open web' }).click()
  await expect(nameOf(page)).toHaveValue('web')
})

test('of a zip from anywhere, what is no vm.yml is said and left out', async ({ page }) => {
  await openPage(page)
  const bytes = zipSync({
    '../../etc/passwd.yml': strToU8('evil:\n  vm:\n    ram: 1G\n'),
    'notes.txt': strToU8('hello'),
    'broken.yml': strToU8('a: ['),
    'bomb.yml': new Uint8Array(20 * 1024 * 1024),
  })
  await showDesigns(page)
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: 'odd.zip', mimeType: 'application/zip', buffer: Buffer.from(bytes) })
  const said = dialogOf(page).getByRole('status')
  await expect(said).toContainText('Imported evil from odd.zip; 3 left out')
  await expect(said).toContainText('notes.txt is no vm.yml')
  await expect(said).toContainText('broken.yml has no VM in it')
  await expect(said).toContainText('bomb.yml is larger than 8 MiB')
})

test('a zip that is dropped on the page is imported', async ({ page }) => {
  await openPage(page)
  const text = Buffer.from(zipSync({ 'web.yml': strToU8('web:\n  vm:\n    ram: 1G\n') })).toString('base64')
  const data = await page.evaluateHandle((text) => {
    const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
    const transfer = new DataTransfer()
    transfer.items.add(new File([bytes], 'all.zip'))
    return transfer
  }, text)
  await page.locator('header').first().dispatchEvent('drop', { dataTransfer: data })
  await expect(dialogOf(page).getByRole('status')).toContainText('Imported web from all.zip')
})

test('more designs than the small storage holds are kept, and the page opens with the one of its tab', async ({
  page,
}) => {
  await openPage(page)
  const many = Object.fromEntries(
    Array.from({ length: 30 }, (_, index) => [
      `vm${index}.yml`,
      strToU8(`vm${index}:\n  vm:\n    ram: ${index + 1}G\n`),
    ]),
  )
  await showDesigns(page)
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: 'many.zip', mimeType: 'application/zip', buffer: Buffer.from(zipSync(many)) })
  await expect(dialogOf(page).getByRole('status')).toContainText('Imported 30 designs')
  await expect(rowsOf(page)).toHaveCount(31)
  await dialogOf(page).getByRole('button', { name: 'Open vm0', exact: true }).click()
  await expect(nameOf(page)).toHaveValue('vm0')
  // Another tab needed the room.
  await page.evaluate(() => {
    for (const key of Object.keys(localStorage))
      if (key.startsWith('vmwright.design.')) localStorage.removeItem(key)
  })
  await page.reload()
  await expect(nameOf(page)).toHaveValue('vm0')
})

test('the design of a page before this one is taken over', async ({ page }) => {
  await openBare(page)
  await page.evaluate(() => {
    localStorage.setItem('vmwright.work', '{"version":1,"design":{"name":"old","spec":{"ram":"9G"}}}')
    localStorage.setItem(
      'vmwright.design.older',
      '{"version":1,"savedAt":5,"because":"another took its place","design":{"name":"older","spec":{"ram":"1G"}}}',
    )
  })
  await openPage(page)
  await expect(nameOf(page)).toHaveValue('old')
  await showDesigns(page)
  await expect(rowsOf(page)).toHaveCount(2)
  await expect(rowsOf(page).nth(1)).toContainText('older')
  await expect.poll(() => shelvedNames(page)).toEqual(['old', 'older'])
})

test('a browser without a database keeps the last designs, and says so', async ({ page }) => {
  await page.addInitScript(() =>
    Object.defineProperty(window, 'indexedDB', {
      value: {
        open: () => {
          throw new DOMException('no', 'SecurityError')
        },
      },
    }),
  )
  await openPage(page)
  await makeDesigns(page, ['web', 'lab'])
  const dialog = await showDesigns(page)
  await expect(dialog).toContainText('keeps no database')
  await dialog.getByRole('button', { name: 'Open web' }).click()
  await expect(nameOf(page)).toHaveValue('web')
  await page.reload()
  await expect(nameOf(page)).toHaveValue('web')
})
