/** What is typed and wrong stays as typed, whatever else changes the design meanwhile. */
import type { Page } from '@playwright/test'
import {
  copyLink,
  copyOutput,
  expect,
  openPage,
  openPageAndEditor,
  openPart,
  pastePage,
  showOutput,
  test,
} from './page.ts'

const field = (page: Page, name: string) => page.locator('main').getByRole('textbox', { name, exact: true })
const undo = (page: Page) => page.getByRole('button', { name: /^Undo/ })
const redo = (page: Page) => page.getByRole('button', { name: /^Redo/ })
const status = (page: Page) => page.locator('.output-pane__status[data-tone="warning"]')

const lab =
  'vms:\n  lab:\n    ram: 2G\n    cpu: 2\n    libvirt:\n      devices:\n        memballoon:\n          model: virtio\n          stats:\n            period: 5\n'

/** The memory of a small VM, with a text in the balloon's period that is no number. */
async function withWrongText(page: Page) {
  await openPageAndEditor(page)
  await pastePage(page, lab)
  await expect(page.getByRole('textbox', { name: 'Name of the VM' })).toHaveValue('lab')
  await openPart(page, 'Memory')
  const period = field(page, 'Period')
  await period.fill('often')
  await expect(period).toHaveAttribute('aria-invalid', 'true')
  await expect(status(page)).toContainText('is wrong')
  const stays = async () => {
    await expect(period).toHaveValue('often')
    await expect(period).toHaveAttribute('aria-invalid', 'true')
    await expect(status(page)).toContainText('is wrong')
  }
  return { period, memory: field(page, 'Memory'), stays }
}

test('undo and redo of a neighbour leave a wrong text alone', async ({ page }) => {
  const { memory, stays } = await withWrongText(page)
  await memory.fill('4G')
  await stays()
  await undo(page).click()
  await expect(memory).toHaveValue('2G')
  await stays()
  await redo(page).click()
  await expect(memory).toHaveValue('4G')
  await stays()
})

test('an edit of the YAML and one of the XML reach the form beside a wrong text', async ({ page }) => {
  const { memory, stays } = await withWrongText(page)
  await showOutput(page, 'YAML')
  await page.locator('.view-line', { hasText: 'ram: 2G' }).click()
  await page.keyboard.press('End')
  await page.keyboard.press('Backspace')
  await page.keyboard.type('9G')
  await expect(memory).toHaveValue('29G')
  await stays()

  await showOutput(page, 'XML')
  await page.locator('.view-line', { hasText: '<memory' }).first().click()
  await page.keyboard.press('End')
  for (let back = 0; back < '</memory>'.length; back += 1) await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Backspace')
  await page.keyboard.type('8')
  await expect(memory).not.toHaveValue('29G')
  await stays()
})

test('a fix and a link reach the form beside a wrong text', async ({ page }) => {
  const { memory, stays } = await withWrongText(page)
  await memory.fill('2M')
  await page.getByRole('button', { name: 'Set the memory to 512M' }).first().click()
  await expect(memory).toHaveValue('512M')
  await stays()
  const link = await copyLink(page)
  await memory.fill('6G')
  await pastePage(page, link)
  await page.getByRole('dialog').getByRole('button', { name: 'Open', exact: true }).click()
  await expect(memory).toHaveValue('512M')
  await stays()
})

test('what changed since the form was opened is marked beside what is not the default', async ({ page }) => {
  const { memory, period } = await withWrongText(page)
  const marks = (name: string) =>
    page
      .locator('main .field')
      .filter({ has: page.getByRole('textbox', { name, exact: true }) })
      .getByRole('img')
  await expect(marks('Memory')).toHaveAccessibleName('Not the default')
  await memory.fill('4G')
  await expect(marks('Memory')).toHaveAccessibleName('Not the default, changed since this was opened')
  await undo(page).click()
  await expect(marks('Memory')).toHaveAccessibleName('Not the default')
  await period.fill('7')
  await expect(period).not.toHaveAttribute('aria-invalid', 'true')
  await showOutput(page, 'YAML')
  await expect.poll(() => copyOutput(page)).toContain('period: 7')
})

test('a choice among cards is marked like a field, and what is wrong with it stands below', async ({
  page,
}) => {
  await openPage(page)
  await pastePage(page, lab)
  await openPart(page, 'Firmware and boot')
  const machine = page.getByRole('radiogroup', { name: 'Machine' })
  const mark = machine.getByRole('img')
  await expect(mark).toHaveCount(0)
  await machine.getByRole('radio', { name: 'pc', exact: true }).click()
  await expect(mark).toHaveAccessibleName('Not the default, changed since this was opened')
  await undo(page).click()
  await expect(mark).toHaveCount(0)
})

const twice =
  'vms:\n  twins:\n    ram: 2G\n    libvirt:\n      devices:\n        hostdevs:\n' +
  "          - {type: pci, managed: 'yes', source: {bus: '0x01', slot: '0x00', function: '0x0'}}\n".repeat(2)

test('a finding about a device opens its form, says it there, and leads to the first field that is wrong', async ({
  page,
}) => {
  await openPage(page)
  await pastePage(page, twice)
  await expect(page.getByRole('textbox', { name: 'Name of the VM' })).toHaveValue('twins')
  const finding = page
    .getByRole('region', { name: 'Findings' })
    .getByRole('button', { name: 'libvirt.devices.hostdevs[1]', exact: true })
  const form = page.getByRole('region', { name: /^Host devices: / })

  await openPart(page, 'Shares')
  await finding.click()
  await expect(form).toContainText(/twice|already/)
  await expect(form.locator(':focus')).toHaveCount(1)

  const slot = form.getByRole('textbox', { name: 'Slot', exact: true })
  await slot.fill('over there')
  await expect(slot).toHaveAttribute('aria-invalid', 'true')
  await page.getByRole('searchbox', { name: 'Find a setting' }).focus()
  await finding.click()
  await expect(slot).toBeFocused()
  await expect(slot).toHaveValue('over there')
})
