import type { Page } from '@playwright/test'
import { axeViolations } from './axe-violations.ts'
import { copyOutput, expect, openPage, showOutput, test } from './page.ts'

const field = (page: Page) => page.getByRole('combobox', { name: 'What will run in it?' })
const option = (page: Page, name: string) => page.getByRole('option', { name, exact: true })

test('the first question of the page: Windows 11 brings what its installer asks for', async ({ page }) => {
  await openPage(page)
  await field(page).click()
  await field(page).fill('win 11')
  await expect(page.getByRole('option')).toHaveCount(1)
  await option(page, 'Windows 11').click()
  await expect(field(page)).toHaveValue('windows-11')
  await expect(page.locator('main')).toContainText(/Filled in: .*firmware uefi-secure.*a TPM 2\.0/)
  await expect.poll(() => copyOutput(page)).toContain("<tpm model='tpm-crb'>")
  await expect(page.getByRole('navigation', { name: 'Parts of the VM' })).toContainText('vga, vnc')
  const xml = await copyOutput(page)
  for (const part of ["<smm state='on'/>", "<clock offset='localtime'>", "bus='sata'", "type='e1000e'"])
    expect(xml).toContain(part)
  await page.getByRole('button', { name: 'Undo: run Windows 11' }).click()
  await expect.poll(() => copyOutput(page)).not.toContain('<tpm')
})

test('by keyboard alone, with the official image and its sums', async ({ page }) => {
  await openPage(page)
  await field(page).focus()
  await page.keyboard.type('ubuntu 24')
  await expect(option(page, 'Ubuntu 24.04 LTS')).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(field(page)).toHaveValue('ubuntu-24.04')
  await expect(page.locator('main')).toContainText('It starts from the official image')
  await showOutput(page, 'YAML')
  const yaml = await copyOutput(page)
  expect(yaml).toContain('guest: ubuntu-24.04')
  expect(yaml).toContain('checksum_url: https://cloud-images.ubuntu.com/noble/current/SHA256SUMS')
})

test('any other system is as possible, and is spoken of', async ({ page }) => {
  await openPage(page)
  await field(page).fill('debian-14')
  await expect(page.locator('main')).toContainText('Did you mean debian-1')
  await field(page).fill('TempleOS')
  await expect(page.locator('main')).toContainText('nothing is filled in')
})

test('a licence’s condition is said where it is chosen', async ({ page }) => {
  await openPage(page)
  await field(page).fill('macos')
  await expect(page.locator('main')).toContainText('Apple’s licence allows macOS in a VM on a Mac alone')
})

for (const width of [390, 1024, 1440])
  for (const scheme of ['light', 'dark'] as const)
    test(`the list is whole and accessible at ${width} px, ${scheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: scheme })
      await page.setViewportSize({ width, height: 900 })
      await openPage(page)
      await field(page).fill('windows-11')
      await page.keyboard.press('Escape')
      await expect(page.locator('main')).toContainText('Filled in:')
      expect(await axeViolations(page, 'main')).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
      await page.getByRole('button', { name: 'Suggestions for What will run in it?' }).click()
      await expect(page.getByRole('option').first()).toBeInViewport()
    })
