import type { Page } from '@playwright/test'
import {
  copyAllOutputs,
  copyOutput,
  expect,
  openPage,
  openPageAndEditor,
  openPart,
  showEditor,
  showOutput,
  test,
} from './page.ts'

const field = (page: Page, name: string) => page.locator('main').getByRole('textbox', { name, exact: true })
const undo = (page: Page) => page.getByRole('button', { name: /^Undo/ })
const redo = (page: Page) => page.getByRole('button', { name: /^Redo/ })

async function addShare(page: Page): Promise<void> {
  await openPart(page, 'Shares')
  await page.getByRole('button', { name: 'Add share' }).click()
  await page.getByRole('menuitem', { name: /^virtiofs/ }).click()
  await field(page, 'Directory').fill('/srv/data')
}

test('reloading brings the work back, and where one was', async ({ page }) => {
  await openPage(page)
  await page.getByRole('textbox', { name: 'Name of the VM' }).fill('lab')
  await addShare(page)
  const before = await copyAllOutputs(page)
  await page.reload()
  await expect(page.locator('main').getByRole('heading', { level: 2, name: 'Shares' })).toBeVisible()
  await expect(field(page, 'Directory')).toHaveValue('/srv/data')
  expect(await copyAllOutputs(page)).toEqual(before)
})

test('the last keystroke before a reload is not lost', async ({ page }) => {
  await openPage(page)
  await openPart(page, 'Memory')
  await field(page, 'Memory').fill('5G')
  await page.reload()
  await expect(field(page, 'Memory')).toHaveValue('5G')
})

test('work that cannot be read is kept aside, and said', async ({ page }) => {
  await openPage(page)
  await page.goto('about:blank')
  await page.goto('./')
  await page.evaluate(() => localStorage.setItem('vmwright.work', '{"version": 99, "design": {}}'))
  await page.goto('about:blank')
  await page.goto('./')
  await expect(page.getByRole('log', { name: 'Notices' })).toContainText('kept aside')
  await expect(page.getByRole('textbox', { name: 'Name of the VM' })).toHaveValue('my-vm')
  expect(await page.evaluate(() => Object.values(localStorage).join('\n'))).toContain('"version": 99')
})

test('everything is undone and done again, each step by its name', async ({ page }) => {
  test.slow()
  await openPage(page)
  await expect(undo(page)).toBeDisabled()
  await showOutput(page, 'YAML')
  const states = [await copyOutput(page)]
  const labels: string[] = []
  const step = async (label: string | RegExp, perform: () => Promise<void>) => {
    await test.step(String(label), async () => {
      await perform()
      await expect(undo(page)).toHaveAccessibleName(typeof label === 'string' ? `Undo: ${label}` : label)
      states.push(await copyOutput(page))
      labels.push((await undo(page).getAttribute('aria-label'))?.replace('Undo: ', '') ?? '')
    })
  }

  await step('rename', () => page.getByRole('textbox', { name: 'Name of the VM' }).fill('lab'))
  await step('memory 4G → 12G', async () => {
    await openPart(page, 'Memory')
    await field(page, 'Memory').fill('12G')
  })
  await step('use 2M pages', () => page.getByRole('radio', { name: 'Huge pages of 2 MiB' }).click())
  await step('add share', async () => {
    await openPart(page, 'Shares')
    await page.getByRole('button', { name: 'Add share' }).click()
    await page.getByRole('menuitem', { name: /^virtiofs/ }).click()
  })
  await step(/^Undo: .*directory .*\/srv\/data$/, () => field(page, 'Directory').fill('/srv/data'))
  await step('duplicate share', () => page.getByRole('button', { name: /^Duplicate/ }).click())
  await step('move share', () => page.getByRole('button', { name: /^Move .* up$/ }).click())
  await step('remove share', () => page.getByRole('button', { name: /^Remove workspace/ }).click())
  await step('use virtio', async () => {
    await openPart(page, 'Displays')
    await page.getByRole('radio', { name: 'virtio', exact: true }).click()
  })
  await step(/^Undo: .*port/, async () => {
    await openPart(page, 'Network and ports')
    await page.getByRole('button', { name: 'Add port' }).click()
    await page.getByRole('textbox', { name: 'Host port of forward 1' }).fill('8080')
    await page.getByRole('textbox', { name: 'Guest port of forward 1' }).fill('80')
  })

  for (let index = labels.length - 1; index >= 0; index -= 1) {
    await expect(undo(page)).toHaveAccessibleName(`Undo: ${labels[index]}`)
    await undo(page).click()
    await expect(redo(page)).toHaveAccessibleName(`Redo: ${labels[index]}`)
    expect(await copyOutput(page), `before: ${labels[index]}`).toBe(states[index])
  }
  await expect(undo(page)).toBeDisabled()
  for (const [index, label] of labels.entries()) {
    await redo(page).click()
    expect(await copyOutput(page), `after: ${label}`).toBe(states[index + 1])
  }
  await expect(redo(page)).toBeDisabled()
})

test('typing in one field is one step, and the keys undo it there', async ({ page }) => {
  await openPage(page)
  await openPart(page, 'Source')
  const title = field(page, 'Title')
  await title.click()
  // As fast as a page can be typed at: keys of a busy machine would come with pauses, which end a step.
  await page.evaluate((text) => {
    for (const letter of text) document.execCommand('insertText', false, letter)
  }, 'Build machine')
  await expect(title).toHaveValue('Build machine')
  await expect(undo(page)).toHaveAccessibleName('Undo: title Build machine')
  await page.keyboard.press('Control+z')
  await expect(title).toHaveValue('')
  await expect(undo(page)).toBeDisabled()
  await page.keyboard.press('Control+Shift+z')
  await expect(title).toHaveValue('Build machine')
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+y')
  await expect(title).toHaveValue('Build machine')
})

test('a new VM is one step as well', async ({ page }) => {
  await openPage(page)
  await openPart(page, 'Memory')
  await field(page, 'Memory').fill('12G')
  await page.getByRole('button', { name: 'New, open, host' }).click()
  await page.getByRole('menuitem', { name: 'New VM' }).click()
  await expect(field(page, 'Memory')).toHaveValue('4G')
  await undo(page).click()
  await expect(field(page, 'Memory')).toHaveValue('12G')
})

test('the theme is that of the system until one is chosen, and stays', async ({ page }) => {
  const background = () =>
    page
      .locator('.text-view__editor .monaco-editor-background')
      .first()
      .evaluate((element) => {
        const channels = getComputedStyle(element).backgroundColor.match(/\d+/g) ?? []
        return Number(channels[0]) > 128 ? 'light' : 'dark'
      })
  await page.emulateMedia({ colorScheme: 'dark' })
  await openPageAndEditor(page)
  await expect.poll(background).toBe('dark')
  await page.emulateMedia({ colorScheme: 'light' })
  await expect.poll(background).toBe('light')

  await page.getByRole('button', { name: 'Theme' }).click()
  await page.getByRole('menuitem', { name: 'Dark' }).click()
  await expect.poll(background).toBe('dark')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await showEditor(page)
  await expect.poll(background).toBe('dark')
})
