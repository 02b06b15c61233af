import { copyOutput, expect, openPage, openPart, partButton, showOutput, test } from './page.ts'

test('an error is at its field, in the rail and in the list; its fix is one step', async ({ page }) => {
  await openPage(page)
  const list = page.getByRole('region', { name: 'Findings' })
  await openPart(page, 'Disks')
  for (const kind of [/^Disk image/, /^Disk image/]) {
    await page.getByRole('button', { name: 'Add disk' }).click()
    await page.getByRole('menuitem', { name: kind }).click()
    await page.locator('main').getByRole('textbox', { name: 'File', exact: true }).fill('/srv/data.qcow2')
  }
  await expect(list).not.toContainText('error')
  await expect(partButton(page, 'Disks')).not.toHaveAccessibleName(/error/)

  const target = page.locator('[data-path="libvirt.devices.disks[1].target.dev"]')
  await target.getByRole('textbox').fill('vdb')
  await expect(target.getByRole('textbox')).toHaveAttribute('aria-invalid', 'true')
  await expect(target).toContainText(/vdb/)
  await expect(partButton(page, 'Disks')).toHaveAccessibleName(/1 error/)
  await expect(page.getByRole('banner')).toContainText(/1 error/)
  const finding = list.getByRole('listitem').filter({ has: page.getByRole('img', { name: 'Error' }) })
  await expect(finding).toHaveCount(1)

  // The path of the finding leads to the field, from anywhere.
  await openPart(page, 'Shares')
  await finding.getByRole('button', { name: /^libvirt\.devices\.disks/ }).click()
  await expect(target.getByRole('textbox')).toBeFocused()

  await showOutput(page, 'YAML')
  const wrong = await copyOutput(page)
  const fix = finding.getByRole('button', { name: /vdc/ })
  await fix.click()
  await expect(target.getByRole('textbox')).toHaveValue('vdc')
  await expect(target.getByRole('textbox')).not.toHaveAttribute('aria-invalid', 'true')
  await expect(list).not.toContainText('error')
  await expect(partButton(page, 'Disks')).not.toHaveAccessibleName(/error/)

  await page.getByRole('button', { name: /^Undo/ }).click()
  await expect(target.getByRole('textbox')).toHaveValue('vdb')
  expect(await copyOutput(page)).toBe(wrong)
})

test('Secure Boot says what it needs, and all of it is one click', async ({ page }) => {
  await openPage(page)
  const list = page.getByRole('region', { name: 'Findings' })
  await openPart(page, 'Firmware and boot')
  await page.getByRole('radio', { name: 'UEFI, Secure Boot' }).click()
  await expect(list.getByRole('img', { name: 'Error' }).first()).toBeVisible()
  // The switch that is missing is one of Tuning.
  await expect(partButton(page, 'Tuning')).toHaveAccessibleName(/error/)
  const fix = page.locator('main').getByRole('button', { name: /smm/ })
  await fix.click()
  await expect(list.getByRole('img', { name: 'Error' })).toHaveCount(0)
  await expect(partButton(page, 'Tuning')).not.toHaveAccessibleName(/error/)
  await showOutput(page, 'XML')
  expect(await copyOutput(page)).toContain("<smm state='on'/>")
  await page.getByRole('button', { name: /^Undo/ }).click()
  await expect(list.getByRole('img', { name: 'Error' }).first()).toBeVisible()
})

test('the clash of two forwards is seen while typing', async ({ page }) => {
  await openPage(page)
  await openPart(page, 'Network and ports')
  const host = page.getByRole('textbox', { name: 'Host port of forward 1' })
  await page.getByRole('button', { name: 'Add port' }).click()
  await host.fill('2222')
  await page.getByRole('textbox', { name: 'Guest port of forward 1' }).fill('80')
  await expect(host).toHaveAttribute('aria-invalid', 'true')
  await expect(page.locator('.ports__problem')).toContainText('2222')
  await expect(partButton(page, 'Network and ports')).toHaveAccessibleName(/error/)
  await host.fill('2223')
  await expect(page.locator('.ports__problem')).toHaveCount(0)
  await expect(partButton(page, 'Network and ports')).not.toHaveAccessibleName(/error/)
})

test('a fix is applied from the editor’s marker, and undone in one step', async ({ page }) => {
  await openPage(page)
  await openPart(page, 'Firmware and boot')
  await page.getByRole('radio', { name: 'UEFI, Secure Boot' }).click()
  await showOutput(page, 'XML')
  const mark = page.locator('.text-view .squiggly-error').first()
  await expect(mark).toBeVisible()
  await mark.click({ force: true })
  await page.keyboard.press('Control+.')
  const action = page.locator('.action-widget').getByText(/smm/i).first()
  await expect(action).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.locator('.text-view .squiggly-error')).toHaveCount(0)
  expect(await copyOutput(page)).toContain("<smm state='on'/>")
  await page.getByRole('button', { name: /^Undo/ }).click()
  await expect(mark).toBeVisible()
})

test('all safe fixes are one step', async ({ page }) => {
  await openPage(page)
  const list = page.getByRole('region', { name: 'Findings' })
  await openPart(page, 'Disks')
  for (const file of ['/srv/a.qcow2', '/srv/b.qcow2', '/srv/c.qcow2']) {
    await page.getByRole('button', { name: 'Add disk' }).click()
    await page.getByRole('menuitem', { name: /^Disk image/ }).click()
    await page.locator('main').getByRole('textbox', { name: 'File', exact: true }).fill(file)
  }
  for (const disk of [1, 2]) {
    await page
      .locator('main')
      .getByRole('button', { name: new RegExp(`/srv/${'abc'[disk]}`) })
      .first()
      .click()
    await page
      .locator(`[data-path="libvirt.devices.disks[${disk}].target.dev"]`)
      .getByRole('textbox')
      .fill('vdb')
  }
  await showOutput(page, 'YAML')
  const wrong = await copyOutput(page)
  const all = list.getByRole('button', { name: /^Fix all safe ones/ })
  await expect(all).toBeVisible()
  await all.click()
  await expect(all).toHaveCount(0)
  await page.getByRole('button', { name: /^Undo/ }).click()
  expect(await copyOutput(page)).toBe(wrong)
})
