import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import {
  clipboardText,
  copyOutput,
  expect,
  type OutputTab,
  openPage,
  openPageAndEditor,
  openPart,
  pastePage,
  shownText,
  showOutput,
  test,
} from './page.ts'

const files: readonly { readonly tab: OutputTab; readonly file?: string; readonly name: string }[] = [
  { tab: 'XML', name: 'my-vm.xml' },
  { tab: 'QEMU', name: 'my-vm.qemu.sh' },
  { tab: 'QEMU', file: 'Shell script', name: 'my-vm.sh' },
  { tab: 'QEMU', file: 'Argument list', name: 'my-vm.argv.json' },
  { tab: 'QEMU', file: 'Explained', name: 'my-vm.explain.txt' },
  { tab: 'YAML', name: 'my-vm.yml' },
  { tab: 'cloud-init', file: 'user-data', name: 'user-data' },
  { tab: 'cloud-init', file: 'meta-data', name: 'meta-data' },
]

/** Presses something and reads the file that the browser then gets. */
async function download(page: Page, press: () => Promise<void>) {
  const [got] = await Promise.all([page.waitForEvent('download'), press()])
  return { name: got.suggestedFilename(), text: await readFile(await got.path(), 'utf8') }
}

/** Lines as they are seen: the editor has no last empty line break, and blanks at the end cannot be told. */
function seen(text: string): string {
  return text.replaceAll(/[ \t]+$/gm, '').trimEnd()
}

test('the output fills its pane, whatever is found', async ({ page }) => {
  await openPage(page)
  await pastePage(page, 'my-vm:\n  vm:\n    ram: 2G\n')
  await showOutput(page, 'YAML')
  await expect(page.locator('.output-pane__fine')).toBeVisible()
  const pane = await page.locator('.shell__output').boundingBox()
  const output = await page.locator('.output-pane').boundingBox()
  expect((output?.x ?? 0) + (output?.width ?? 0)).toBe((pane?.x ?? 0) + (pane?.width ?? 0))
})

test.describe('in a window tall enough for every line', () => {
  test.use({ viewport: { width: 1440, height: 5200 } })

  test('each output is copied and downloaded as it is shown', async ({ page }) => {
    await openPageAndEditor(page)
    // Else the XML that is taken holds the design, which is not shown: spec-in-xml.spec.ts.
    await page.getByRole('switch', { name: 'Carry the design along' }).click()
    for (const { tab, file, name } of files) {
      await showOutput(page, tab, file)
      const copied = await copyOutput(page)
      expect(copied.length, name).toBeGreaterThan(20)
      expect(copied.endsWith('\n'), name).toBe(true)
      await expect.poll(async () => seen(await shownText(page)), name).toBe(seen(copied))
      const downloaded = await download(page, () =>
        page
          .locator('.tabs__actions')
          .getByRole('button', { name: `Download ${name}` })
          .click(),
      )
      expect(downloaded).toEqual({ name, text: copied })
    }
  })

  test('the tab Files and the menu Download give the same files', async ({ page }) => {
    await openPage(page)
    await showOutput(page, 'XML')
    const xml = await copyOutput(page)
    await showOutput(page, 'Files')
    const row = page.getByRole('listitem').filter({ hasText: 'my-vm.xml' })
    const fromTable = await download(page, () => row.getByRole('button', { name: /^Download/ }).click())
    expect(fromTable).toEqual({ name: 'my-vm.xml', text: xml })

    await page.getByRole('banner').getByRole('button', { name: 'Download', exact: true }).click()
    // Each of them, and everything as a zip.
    await expect(page.getByRole('menuitem')).toHaveCount(files.length + 1)
    const fromMenu = await download(page, () => page.getByRole('menuitem', { name: 'my-vm.xml' }).click())
    expect(fromMenu).toEqual({ name: 'my-vm.xml', text: xml })
  })
})

test('the seed image holds the files of cloud-init', async ({ page }) => {
  await openPageAndEditor(page)
  await showOutput(page, 'cloud-init', 'user-data')
  const userData = await copyOutput(page)
  await showOutput(page, 'Files')
  const press = () => page.getByRole('button', { name: 'Download seed.iso' }).click()
  const [got] = await Promise.all([page.waitForEvent('download'), press()])
  expect(got.suggestedFilename()).toBe('seed.iso')
  const image = await readFile(await got.path())
  expect(image.length % 2048).toBe(0)
  expect(image.toString('latin1', 0x8001, 0x8006)).toBe('CD001')
  expect(image.toString('latin1', 0x8028, 0x802e)).toBe('cidata')
  expect(image.includes(userData)).toBe(true)
})

test('a public key that is dropped becomes a fact, a private one is refused', async ({ page }) => {
  await openPageAndEditor(page)
  const drop = (name: string, text: string) =>
    page.evaluate(
      ([fileName, content]) => {
        const dataTransfer = new DataTransfer()
        dataTransfer.items.add(new File([content], fileName))
        for (const type of ['dragenter', 'dragover', 'drop'])
          document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }))
      },
      [name, text] as const,
    )
  await showOutput(page, 'cloud-init', 'user-data')
  await drop('id.pub', 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIDropped me@host\n')
  await expect(page.locator('.view-line', { hasText: 'IDropped' })).toBeVisible()
  await drop('id', '-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXk=\n')
  await expect(page.getByRole('dialog')).toContainText('This is a private key')
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click()
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('PRIVATE KEY')
})

test('the files carry the name of the VM', async ({ page }) => {
  await openPage(page)
  await page.getByRole('textbox', { name: 'Name of the VM' }).fill('büro 1')
  await showOutput(page, 'YAML')
  const got = await download(page, () => page.getByRole('button', { name: 'Download büro 1.yml' }).click())
  expect(got.name).toBe('büro 1.yml')
  expect(got.text).toContain('büro 1:')
})

test('what changed is marked until it is copied', async ({ page }) => {
  await openPageAndEditor(page)
  const marks = page.locator('.text-view__editor .output-mark')
  await expect(marks).toHaveCount(0)
  await openPart(page, 'Memory')
  await page.locator('main').getByRole('textbox', { name: 'Memory', exact: true }).fill('6G')
  await expect(page.locator('.view-line', { hasText: '6144' })).toHaveCount(2)
  await expect(marks).toHaveCount(2)

  await copyOutput(page)
  await expect(marks).toHaveCount(0)
  // Another output was not copied: its change is still marked.
  await showOutput(page, 'YAML')
  await expect(page.locator('.view-line', { hasText: '6G' })).toBeVisible()
  await expect(marks).toHaveCount(1)
})

test('marks go away when the change is undone', async ({ page }) => {
  await openPageAndEditor(page)
  await openPart(page, 'Memory')
  await page.locator('main').getByRole('textbox', { name: 'Memory', exact: true }).fill('6G')
  const marks = page.locator('.text-view__editor .output-mark')
  await expect(marks).toHaveCount(2)
  await page.getByRole('button', { name: /^Undo/ }).click()
  await expect(page.locator('.view-line', { hasText: '4096' })).toHaveCount(2)
  await expect(marks).toHaveCount(0)
})

test('a line that nobody asked for says why it is there', async ({ page }) => {
  await openPageAndEditor(page)
  const line = page.locator('.view-line', { hasText: '<on_crash>destroy</on_crash>' })
  await expect(line.locator('.output-why')).toHaveText(/why\?/)
  await line.locator('.output-why').hover()
  const hover = page.locator('.monaco-hover:visible')
  await expect(hover).toContainText('Otherwise')
  await expect(hover).toContainText('on_crash')
  // What the person said has no such mark.
  await expect(
    page.locator('.view-line', { hasText: "<memory unit='MiB'>" }).locator('.output-why'),
  ).toHaveCount(0)
})

test('a click on a line shows its field, one on its number goes there', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 1600 })
  await openPageAndEditor(page)
  await openPart(page, 'Shares')
  const memory = page.locator('main').getByRole('textbox', { name: 'Memory', exact: true })
  await page.locator('.view-line', { hasText: "<memory unit='MiB'>" }).click()
  await expect(memory).toBeVisible()
  await expect(page.locator('[data-pointed]')).toHaveAttribute('data-path', 'ram')

  const range = await page.locator('.view-line', { hasText: '<range' }).boundingBox()
  const numbers = await page.locator('.line-numbers').first().boundingBox()
  await page.mouse.click((numbers?.x ?? 0) + (numbers?.width ?? 0) / 2, (range?.y ?? 0) + 5)
  await expect(page.locator('main').getByRole('textbox', { name: 'Host port for SSH' })).toBeFocused()

  // The command line is only read: a click on it has no other use.
  await showOutput(page, 'QEMU')
  await page.locator('.view-line', { hasText: '-m 4G' }).click({ position: { x: 40, y: 8 } })
  await expect(memory).toBeFocused()
})

test('the field that has the focus marks its lines', async ({ page }) => {
  await openPageAndEditor(page)
  await openPart(page, 'Memory')
  await page.locator('main').getByRole('textbox', { name: 'Memory', exact: true }).click()
  const focused = page.locator('.text-view__editor .output-line--focus')
  await expect(focused.first()).toBeVisible()
  const memory = await page.locator('.view-line', { hasText: "<memory unit='MiB'>" }).boundingBox()
  const marked = await focused.first().boundingBox()
  expect(Math.abs((memory?.y ?? 0) - (marked?.y ?? Number.NaN))).toBeLessThan(2)
  await page.getByRole('searchbox', { name: 'Find a setting' }).click()
  await expect(focused).toHaveCount(0)
})

test('a wrong value stays as typed, and the outputs keep the last good state', async ({ page }) => {
  await openPage(page)
  await openPart(page, 'Memory')
  const memory = page.locator('main').getByRole('textbox', { name: 'Memory', exact: true })
  await memory.fill('6G')
  await memory.fill('a lot')
  await expect(memory).toHaveValue('a lot')
  await expect(memory).toHaveAttribute('aria-invalid', 'true')
  await expect(page.locator('.output-pane__status[data-tone="warning"]')).toContainText('ram is wrong')
  const xml = await copyOutput(page)
  expect(xml).toContain("<memory unit='MiB'>6144</memory>")
  await memory.fill('8G')
  await expect(page.locator('.output-pane__status[data-tone="warning"]')).toHaveCount(0)
  expect(await copyOutput(page)).toContain("<memory unit='MiB'>8192</memory>")
  expect(await clipboardText(page)).not.toContain('a lot')
})
