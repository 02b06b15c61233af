import { readFileSync } from 'node:fs'
import { copyOutput, expect, openPage, openPart, showOutput, test } from './page.ts'

const listing = readFileSync(new URL('fixtures/workstation.iommu.txt', import.meta.url), 'utf8')

test('a GPU workstation is designed by clicking', async ({ page }) => {
  await openPage(page)
  const form = page.locator('main')
  await page.getByRole('textbox', { name: 'Name of the VM' }).fill('workstation')

  await openPart(page, 'Source')
  await form.getByRole('radio', { name: 'Clone', exact: true }).click()
  await form.getByRole('radio', { name: 'Cloud image', exact: true }).click()
  await form.getByRole('button', { name: /^Suggestions for Image address/ }).click()
  await page.getByRole('option', { name: /Arch-Linux-x86_64/ }).click()
  await form.getByRole('textbox', { name: 'Distribution' }).fill('arch')
  await form.getByRole('textbox', { name: 'User of the image' }).fill('arch')
  await form.getByRole('textbox', { name: 'Disk size' }).fill('100G')

  await openPart(page, 'CPU')
  await form.getByRole('textbox', { name: 'vCPUs', exact: true }).fill('12')
  await openPart(page, 'Memory')
  await form.getByRole('textbox', { name: 'Memory', exact: true }).fill('32G')
  await openPart(page, 'Firmware and boot')
  await form.getByRole('radio', { name: 'UEFI', exact: true }).click()

  await openPart(page, 'Host devices')
  await page.evaluate((text) => navigator.clipboard.writeText(text), listing)
  await form.getByRole('textbox', { name: 'What it printed' }).click()
  await page.keyboard.press('Control+V')
  const grid = form.getByRole('grid', { name: 'PCI devices by IOMMU group' })
  await grid.getByRole('row', { name: /^Group 21/ }).click()
  await expect(grid.getByRole('row', { selected: true })).toHaveCount(5)

  await openPart(page, 'Displays')
  const none = form.getByRole('row').filter({ has: page.getByRole('radio', { name: 'none', exact: true }) })
  await expect(none).toContainText('recommended')
  await none.click()

  await openPart(page, 'Shares')
  await form.getByRole('button', { name: 'Add share' }).click()
  await page.getByRole('menuitem', { name: /^virtiofs/ }).click()
  await form.getByRole('textbox', { name: 'Directory', exact: true }).fill('/srv/projects')
  await form.getByRole('textbox', { name: 'Tag', exact: true }).fill('projects')

  await openPart(page, 'Network and ports')
  await form.getByRole('textbox', { name: 'Host port for SSH' }).fill('2200')
  await form.getByRole('button', { name: 'Add port' }).click()
  await form.getByRole('textbox', { name: 'Host port of forward 1' }).fill('8080')
  await form.getByRole('textbox', { name: 'Guest port of forward 1' }).fill('80')

  await expect(page.getByRole('region', { name: 'Findings' })).not.toContainText('error')
  await showOutput(page, 'XML')
  expect(await copyOutput(page)).toMatchSnapshot(['design-by-clicking', 'workstation.xml'])
  await showOutput(page, 'QEMU', 'Argument list')
  expect(await copyOutput(page)).toMatchSnapshot(['design-by-clicking', 'workstation.argv.json'])
  await showOutput(page, 'QEMU', 'Shell script')
  expect(await copyOutput(page)).toMatchSnapshot(['design-by-clicking', 'workstation.sh'])
  await showOutput(page, 'YAML')
  expect(await copyOutput(page)).toMatchSnapshot(['design-by-clicking', 'workstation.yml'])
  await showOutput(page, 'cloud-init', 'user-data')
  expect(await copyOutput(page)).toMatchSnapshot(['design-by-clicking', 'workstation.user-data.yml'])
})
