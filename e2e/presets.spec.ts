import type { Page } from '@playwright/test'
import { axeViolationsInThemes } from './axe-violations.ts'
import {
  copyOutput,
  dropFile,
  expect,
  openPage,
  openPageAndEditor,
  openPart,
  showOutput,
  test,
} from './page.ts'

const nameOf = (page: Page) => page.getByRole('textbox', { name: 'Name of the VM' })
const cards = (page: Page) => page.getByRole('list', { name: 'Presets' }).getByRole('button')
const card = (page: Page, name: string) => cards(page).and(page.getByRole('button', { name, exact: true }))
const line = (page: Page, text: string) => page.locator('.view-line', { hasText: text })

test('an empty page offers the presets; one is chosen in one step and taken back in one', async ({
  page,
}) => {
  await openPageAndEditor(page)
  await expect(cards(page)).toHaveCount(10)
  await expect(card(page, 'Windows 11 desktop')).toHaveAccessibleDescription(
    'Windows 11 with its screen in a window.',
  )
  await card(page, 'Windows 11 desktop').click()
  await expect(nameOf(page)).toHaveValue('windows-11')
  await expect(line(page, '<name>windows-11</name>')).toBeVisible()
  expect(await copyOutput(page)).toContain("<tpm model='tpm-crb'>")
  // The reasons come along in the text.
  await showOutput(page, 'YAML')
  expect(await copyOutput(page)).toContain('# Windows 11 with its screen in a window.')
  await expect(card(page, 'Windows 11 desktop')).toHaveAttribute('aria-pressed', 'true')
  await expect(page.getByRole('list', { name: 'What the preset needs' })).toContainText('swtpm')

  await page.getByRole('button', { name: 'Undo: start from Windows 11 desktop' }).click()
  await expect(nameOf(page)).toHaveValue('my-vm')
  await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeDisabled()
  await expect.poll(() => copyOutput(page)).not.toContain('windows-11')
  await expect(cards(page).and(page.locator('[aria-pressed="true"]'))).toHaveCount(0)
})

test('presets are chosen with the keyboard, and a name that was given stays', async ({ page }) => {
  await openPageAndEditor(page)
  await nameOf(page).fill('router')
  await card(page, 'Linux development').focus()
  for (let pressed = 0; pressed < 6; pressed += 1) await page.keyboard.press('Tab')
  await expect(card(page, 'OPNsense router')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(card(page, 'OPNsense router')).toHaveAttribute('aria-pressed', 'true')
  await expect(line(page, '<name>router</name>')).toBeVisible()
  await expect(card(page, 'OPNsense router')).toBeFocused()
  expect(await copyOutput(page)).toContain("<source bridge='br-lan'/>")
})

test('a preset is known again after edits, and not when it has become another', async ({ page }) => {
  await openPage(page)
  await card(page, 'Home Assistant').click()
  await openPart(page, 'Memory')
  await page.locator('main').getByRole('textbox', { name: 'Memory', exact: true }).fill('8G')
  await openPart(page, 'Source')
  const preset = page.locator('main').getByRole('button', { name: /^Preset/ })
  await expect(preset).toContainText('Home Assistant')
  await preset.click()
  await expect(page.getByRole('list', { name: 'What the preset needs' })).toContainText(
    'A bridge to the network',
  )
  await page.reload()
  await expect(card(page, 'Home Assistant')).toHaveAttribute('aria-pressed', 'true')

  await dropFile(page, 'own.yml', 'own: {ram: 1G, disk_size: 5G}')
  await page.getByRole('dialog').getByRole('button', { name: 'Open', exact: true }).click()
  await expect(nameOf(page)).toHaveValue('own')
  await expect(cards(page).and(page.locator('[aria-pressed="true"]'))).toHaveCount(0)
})

test('what a known host lacks is said', async ({ page }) => {
  await openPage(page)
  const host = { arch: 'x86_64', kvm: true, iommu: false, programs: { swtpm: { path: '/usr/bin/swtpm' } } }
  await dropFile(page, 'host.json', JSON.stringify(host))
  const gaming = card(page, 'Windows gaming with a graphics card')
  await expect(gaming).toContainText('an IOMMU (not here)')
  await expect(gaming).not.toContainText('swtpm (not here)')
  await gaming.click()
  const needs = page.getByRole('list', { name: 'What the preset needs' })
  await expect(needs.getByRole('listitem').filter({ hasText: 'swtpm' })).toContainText('it is there')
  await expect(needs.getByRole('listitem').filter({ hasText: 'IOMMU' })).toContainText('not on this host')
})

test('nothing that reads YAML is loaded for the list alone', async ({ page }) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await openPage(page)
  await expect(cards(page)).toHaveCount(10)
  expect(asked.filter((address) => address.includes('read-presets'))).toEqual([])
  await card(page, 'Nested lab').click()
  await expect(nameOf(page)).toHaveValue('nested-lab')
  expect(asked.some((address) => address.includes('read-presets'))).toBe(true)
})

for (const width of [1440, 390])
  test(`axe finds nothing at the presets, ${width} wide, in either theme`, async ({ page }) => {
    test.slow()
    await page.setViewportSize({ width, height: 900 })
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await openPage(page)
    await dropFile(page, 'host.json', JSON.stringify({ arch: 'x86_64', kvm: true, iommu: false }))
    await card(page, 'Windows gaming with a graphics card').click()
    await expect(page.getByRole('list', { name: 'What the preset needs' })).toBeVisible()
    expect(await axeViolationsInThemes(page, 'main')).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  })
