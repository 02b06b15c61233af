import type { Page } from '@playwright/test'
import { clipboardText, expect, openPage, openPart, test } from './page.ts'

/** Pastes a text outside of any field. */
async function paste(page: Page, text: string): Promise<void> {
  await page.locator('main h2').first().click()
  await page.evaluate((pasted) => {
    const data = new DataTransfer()
    data.setData('text/plain', pasted)
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }))
  }, text)
}

test('a pasted message leads to its cause, its place and a command', async ({ page }) => {
  await openPage(page)
  await openPart(page, 'Disks')
  await page.getByRole('button', { name: 'Add disk' }).click()
  await page.getByRole('menuitem', { name: /^Disk image/ }).click()
  const file = page.locator('main').getByRole('textbox', { name: 'File', exact: true })
  await file.fill('/srv/data.qcow2')
  await openPart(page, 'Shares')
  await paste(
    page,
    "error: Failed to start domain 'vm'\nerror: Cannot access storage file '/srv/data.qcow2': No such file or directory\n",
  )
  const dialog = page.getByRole('dialog', { name: 'Why did it fail?' })
  const answer = dialog.getByRole('list', { name: 'Answers' }).getByRole('listitem')
  await expect(answer).toHaveCount(1)
  await expect(answer).toContainText('There is no file /srv/data.qcow2 on the host')
  await answer.getByRole('button', { name: 'Copy the command' }).click()
  expect(await clipboardText(page)).toBe('ls -l /srv/data.qcow2')
  await answer.getByRole('button', { name: /source\.file$/ }).click()
  await expect(dialog).toHaveCount(0)
  await expect(file).toBeFocused()
})

test('what a rule says is mended by its button', async ({ page }) => {
  await openPage(page)
  await openPart(page, 'Firmware and boot')
  await page.getByRole('radio', { name: 'UEFI, Secure Boot' }).click()
  await paste(page, 'error: unsupported configuration: Secure boot requires SMM feature enabled')
  const dialog = page.getByRole('dialog', { name: 'Why did it fail?' })
  await dialog.getByRole('button', { name: /smm/i }).last().click()
  await dialog.getByRole('button', { name: 'Close' }).click()
  await expect(page.getByRole('button', { name: /^Undo/ })).toHaveAccessibleName(/smm/i)
})

test('the button by the findings asks for a message, and what is not known is said', async ({ page }) => {
  await openPage(page)
  await page.getByRole('button', { name: 'Why did it fail?' }).click()
  const dialog = page.getByRole('dialog', { name: 'Why did it fail?' })
  await dialog.getByRole('textbox').fill('Fehler: Interner Fehler: Flusskondensator ist leer, bitte füllen')
  await expect(dialog).toContainText('Nothing is known of this message')
  await expect(dialog).toContainText('LC_ALL=C')
  await dialog
    .getByRole('textbox')
    .fill("error: Requested operation is not valid: network 'default' is not active")
  await expect(dialog).toContainText('The network default of libvirt is not started')
})
