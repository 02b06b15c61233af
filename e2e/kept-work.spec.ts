/** What the page keeps, what it says when it can't, and the way back to everything that was set aside. */
import { readFileSync } from 'node:fs'
import type { Download, Page } from '@playwright/test'
import {
  clipboardText,
  copyLink,
  copyOutput,
  dropFile,
  expect,
  openBare,
  openPage,
  openPageAndEditor,
  openPart,
  showOutput,
  test,
} from './page.ts'

const nameOf = (page: Page) => page.getByRole('textbox', { name: 'Name of the VM' })
const notices = (page: Page) => page.getByRole('log', { name: 'Notices' })
const memory = (page: Page) => page.locator('main').getByRole('textbox', { name: 'Memory', exact: true })

async function textOf(download: Download): Promise<string> {
  return readFileSync(await download.path(), 'utf8')
}

async function chooseInMenu(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('button', { name: 'New, open, host' }).click()
  await page.getByRole('menuitem', { name }).click()
}

async function showDesigns(page: Page) {
  await chooseInMenu(page, /^Designs/)
  return page.getByRole('dialog', { name: 'Designs' })
}

/** Takes all room of the storage, to the last character. */
async function fillStorage(page: Page): Promise<void> {
  await page.evaluate(() => {
    let length = 0
    for (let step = 1 << 23; step >= 1; step >>= 1)
      try {
        localStorage.setItem('fill', 'x'.repeat(length + step))
        length += step
      } catch {
        // Half of it may fit.
      }
  })
}

const file = '# the machine under the desk\nweb:\n  vm:\n    ram: 2G # enough\n    cpu: 2\n'

test('after a link, a preset, a file and New, and a reload, the old designs are there', async ({ page }) => {
  await openPage(page)
  await dropFile(page, 'web.yml', file)
  await expect(nameOf(page)).toHaveValue('web')
  await openPart(page, 'Memory')
  await memory(page).fill('3G')
  await openPart(page, 'Source')
  await page.getByRole('button', { name: 'Preset none of them' }).click()
  await page.getByRole('button', { name: 'Headless server' }).click()
  await expect(nameOf(page)).not.toHaveValue('my-vm')
  await openPart(page, 'Memory')
  await memory(page).fill('7G')
  await nameOf(page).fill('from-preset')
  await chooseInMenu(page, /^New VM/)
  await nameOf(page).fill('third')
  await page.evaluate(() => {
    location.hash = '#v1.00000000.AAAA'
  })
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
  await page.reload()
  await expect(nameOf(page)).toHaveValue('third')
  const dialog = await showDesigns(page)
  const rows = dialog.getByRole('list', { name: 'Designs' }).getByRole('listitem')
  await expect(rows).toHaveCount(3)
  await expect(rows.nth(0)).toContainText('third')
  await expect(rows.nth(1)).toContainText('from-preset')
  await expect(rows.nth(1)).toContainText('7G')
  await expect(rows.nth(2)).toContainText('web')

  // Its own text comes back with it, comments and all.
  const download = page.waitForEvent('download')
  await rows.nth(2).getByRole('button', { name: 'Download web' }).click()
  expect(await textOf(await download)).toBe(file.replace('2G', '3G'))
  await rows.nth(2).getByRole('button', { name: 'Open web' }).click()
  await expect(nameOf(page)).toHaveValue('web')
  await showOutput(page, 'YAML')
  await expect.poll(() => copyOutput(page)).toBe(file.replace('2G', '3G'))
  await page.reload()
  await expect((await showDesigns(page)).getByRole('button', { name: 'Open third' })).toBeVisible()
})

test('after Open of a link and a reload the old work is still there', async ({ page, context }) => {
  await openPage(page)
  await nameOf(page).fill('theirs')
  await openPart(page, 'Memory')
  await memory(page).fill('9G')
  const link = new URL(await copyLink(page)).hash
  await nameOf(page).fill('mine')
  await memory(page).fill('1G')
  await page.waitForTimeout(500)
  const next = await context.newPage()
  await page.close()
  await next.goto(`./${link}`)
  await next.getByRole('dialog').getByRole('button', { name: 'Open', exact: true }).click()
  await expect(nameOf(next)).toHaveValue('theirs')
  await next.reload()
  await expect(nameOf(next)).toHaveValue('theirs')
  await (await showDesigns(next)).getByRole('button', { name: 'Open mine' }).click()
  await expect(nameOf(next)).toHaveValue('mine')
  await openPart(next, 'Memory')
  await expect(memory(next)).toHaveValue('1G')
})

test('what was typed and is not read comes back with its design', async ({ page }) => {
  await openPageAndEditor(page)
  await nameOf(page).fill('half')
  await showOutput(page, 'YAML')
  await page.locator('.text-view__editor .view-line').first().click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type('broken: [')
  await expect(page.getByRole('button', { name: 'Undo: edit YAML' })).toBeVisible()
  await chooseInMenu(page, /^New VM/)
  await page.reload()
  await (await showDesigns(page)).getByRole('button', { name: 'Open half' }).click()
  await expect(page.locator('.text-view__editor')).toContainText('broken')
})

test('a full storage is said at once, with a download, and no older design comes back in silence', async ({
  page,
}) => {
  await openPageAndEditor(page)
  await nameOf(page).fill('web')
  await page.waitForTimeout(500)
  await fillStorage(page)
  await openPart(page, 'Memory')
  await memory(page).fill('123G')
  await expect(notices(page)).toContainText('storage is full')
  const download = page.waitForEvent('download')
  await notices(page).getByRole('button', { name: 'Download' }).click()
  const taken = await download
  expect(taken.suggestedFilename()).toBe('web.yml')
  expect(await textOf(taken)).toContain('123G')

  await page.reload()
  await expect(notices(page)).toContainText('The last changes to web did not fit')
  await page.reload()
  await expect(notices(page)).toContainText('The last changes to web did not fit')
  await page.evaluate(() => localStorage.removeItem('fill'))
  await openPart(page, 'Memory')
  await memory(page).fill('11G')
  await page.waitForTimeout(500)
  await page.reload()
  await expect(memory(page)).toHaveValue('11G')
  await expect(notices(page)).toBeEmpty()
})

test('a design over the quota is said, and what is replaced then as well', async ({ page }) => {
  await openPage(page)
  await nameOf(page).fill('small')
  await page.waitForTimeout(500)
  const large = `big:\n  vm:\n    ram: 2G\n    libvirt:\n      description: ${'x'.repeat(3_000_000)}\n`
  await dropFile(page, 'big.yml', large)
  await page.getByRole('dialog').getByRole('button', { name: 'Open', exact: true }).click()
  await expect(notices(page)).toContainText('storage is full: the last changes to big', { timeout: 30_000 })
  await chooseInMenu(page, /^New VM/)
  await expect(notices(page)).toContainText('big does not fit among the designs', { timeout: 30_000 })
  await expect(notices(page)).not.toContainText('last changes')
  await expect((await showDesigns(page)).getByRole('button', { name: 'Open small' })).toBeVisible()
})

test('where there is no database, designs go before the open one does, the oldest first, and that is said', async ({
  page,
}) => {
  await page.addInitScript(() => Object.defineProperty(window, 'indexedDB', { value: undefined }))
  await openPage(page)
  for (const name of ['one', 'two']) {
    await nameOf(page).fill(name)
    await chooseInMenu(page, /^New VM/)
    await page.waitForTimeout(20)
  }
  await nameOf(page).fill('present')
  await page.waitForTimeout(500)
  await fillStorage(page)
  await openPart(page, 'Source')
  await page.locator('main').getByRole('textbox', { name: 'Description' }).fill('x'.repeat(200))
  await expect(notices(page)).toContainText(/oldest design was dropped.*\(one\)/)
  await page.reload()
  await expect(nameOf(page)).toHaveValue('present')
  const dialog = await showDesigns(page)
  await expect(dialog.getByRole('button', { name: 'Open two' })).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Open one' })).toHaveCount(0)
})

for (const [how, script] of [
  [
    'throws',
    () =>
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('denied', 'SecurityError')
        },
      }),
  ],
  ['is not there', () => Object.defineProperty(window, 'localStorage', { value: null })],
] as const)
  test(`a storage that ${how} is said when the page opens, and the page works`, async ({ page }) => {
    await page.addInitScript(script)
    await openPage(page)
    await expect(notices(page)).toContainText('storage is off')
    await openPart(page, 'Memory')
    await memory(page).fill('5G')
    const download = page.waitForEvent('download')
    await notices(page).getByRole('button', { name: 'Download' }).click()
    expect(await textOf(await download)).toContain('5G')
    await notices(page).getByRole('button', { name: 'Close the notice' }).click()
    await expect(notices(page)).toBeEmpty()
    await chooseInMenu(page, /^New VM/)
    await page.getByRole('button', { name: /^Undo/ }).click()
    await expect(memory(page)).toHaveValue('5G')
  })

test('one bad value is set aside alone, is shown, and is there to be copied', async ({ page }) => {
  await openBare(page)
  const store = (firmware: string) =>
    page.evaluate(
      (firmware) =>
        localStorage.setItem(
          'vmwright.work',
          JSON.stringify({ version: 1, design: { name: 'web', spec: { ram: '2G', cpu: 3, firmware } } }),
        ),
      firmware,
    )
  await store('bioss')
  await openPage(page)
  await expect(nameOf(page)).toHaveValue('web')
  await expect(notices(page)).toContainText('web was opened without a value that is not right: firmware')
  await notices(page).getByRole('button', { name: 'Show' }).click()
  const dialog = page.getByRole('dialog', { name: 'Designs' })
  await expect(dialog.getByRole('region', { name: 'Set aside' })).toContainText('bioss')
  await dialog.getByRole('button', { name: 'Copy web' }).click()
  await expect.poll(() => clipboardText(page)).toContain('"bioss"')
  await dialog.getByRole('button', { name: 'Close' }).click()
  await openPart(page, 'Memory')
  await expect(memory(page)).toHaveValue('2G')
  await page.reload()
  await expect(memory(page)).toHaveValue('2G')
  await expect(notices(page)).toBeEmpty()

  // A second one does not take the place of the first.
  await openBare(page)
  await store('uefii')
  await openPage(page)
  await notices(page).getByRole('button', { name: 'Show' }).click()
  await expect(dialog.getByRole('region', { name: 'Set aside' })).toContainText('bioss')
  await expect(dialog.getByRole('region', { name: 'Set aside' })).toContainText('uefii')
})

test('work of a newer page is kept, each time, and can be had back', async ({ page }) => {
  await openBare(page)
  for (const version of [98, 99]) {
    await page.evaluate(
      (version) => localStorage.setItem('vmwright.work', `{"version":${version},"design":{}}`),
      version,
    )
    await openPage(page)
    await expect(notices(page)).toContainText('of another version of this page')
    await expect(nameOf(page)).toHaveValue('my-vm')
    await openBare(page)
  }
  await openPage(page)
  await expect(notices(page)).toBeEmpty()
  const aside = (await showDesigns(page)).getByRole('region', { name: 'Set aside' })
  await expect(aside.getByRole('listitem')).toHaveCount(2)
  const download = page.waitForEvent('download')
  await aside
    .getByRole('button', { name: /^Download/ })
    .first()
    .click()
  expect(await textOf(await download)).toMatch(/^\{"version":9[89],"design":\{\}\}$/)
})

test('what a page before this one set aside can be had back too', async ({ page }) => {
  await openBare(page)
  await page.evaluate(() => localStorage.setItem('vmwright.work.unreadable', '{"version":3}'))
  await openPage(page)
  const aside = (await showDesigns(page)).getByRole('region', { name: 'Set aside' })
  await aside.getByRole('button', { name: /^Copy/ }).click()
  await expect.poll(() => clipboardText(page)).toBe('{"version":3}')
})

test('typing writes nothing until it is quiet', async ({ page }) => {
  await openPage(page)
  await openPart(page, 'Source')
  const title = page.locator('main').getByRole('textbox', { name: 'Title', exact: true })
  await title.click()
  const writes = await page.evaluate(async () => {
    let count = 0
    const setItem = Storage.prototype.setItem
    Storage.prototype.setItem = function (key, value) {
      if (key.startsWith('vmwright.design.')) count += 1
      setItem.call(this, key, value)
    }
    for (let index = 0; index < 30; index += 1) {
      document.execCommand('insertText', false, 'x')
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    const typing = count
    await new Promise((resolve) => setTimeout(resolve, 600))
    return { typing, quiet: count }
  })
  expect(writes.quiet).toBe(1)
  expect(writes.typing).toBeLessThanOrEqual(1)
})
