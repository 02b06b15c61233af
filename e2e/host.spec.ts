import { readFileSync } from 'node:fs'
import type { Locator, Page } from '@playwright/test'
import { axeViolationsInThemes } from './axe-violations.ts'
import {
  clipboardText,
  copyLink,
  dropFile,
  expect,
  openPage,
  openPageAndEditor,
  openPart,
  showOutput,
  test,
} from './page.ts'

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8')
const listing = fixture('workstation.iommu.txt')
const lscpu = fixture('host/lscpu-J.txt')
const capabilities = fixture('host/capabilities.xml')
const lab = fixture('host/lab.json')

/** Opens what is known of the host, by its line in the head of the page. */
async function openHost(page: Page): Promise<Locator> {
  await page
    .getByRole('banner')
    .getByRole('button', { name: /Linux host$|· \w+ host$|x86_64$/ })
    .click()
  const dialog = page.getByRole('dialog', { name: 'Host' })
  await expect(dialog).toBeVisible()
  return dialog
}

/** Pastes into the area that takes texts about the host. */
async function paste(page: Page, area: Locator, text: string): Promise<void> {
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text)
  await area.focus()
  await page.keyboard.press('Control+V')
}

test('texts about the host add up in any order, and each can be dropped again', async ({ page }) => {
  await openPage(page)
  const dialog = await openHost(page)
  const area = dialog.getByRole('textbox', { name: 'Paste or drop what it printed' })
  const sources = dialog.getByRole('list', { name: 'What was read' }).getByRole('listitem')
  await paste(page, area, listing)
  await expect(sources).toHaveCount(1)
  await expect(area).toHaveValue('')
  await paste(page, area, capabilities)
  await paste(page, area, lscpu)
  await expect(sources).toHaveCount(3)
  await expect(dialog).toContainText('AMD Ryzen 7 3700X')
  await expect(dialog).toContainText(/12 PCI functions/)
  // The two can't be of one machine: said, not settled in silence.
  await expect(dialog).toContainText(/CPUs is 4 in one text and 16 in another/)

  await dialog.getByRole('button', { name: /^Drop virsh capabilities/ }).click()
  await expect(sources).toHaveCount(2)
  await expect(dialog).not.toContainText(/in another/)
  await dialog.getByRole('button', { name: /^Bring back/ }).click()
  await expect(sources).toHaveCount(3)
  await dialog.getByRole('button', { name: /^Drop virsh capabilities/ }).click()

  await paste(page, area, 'nothing about a host')
  await expect(area).toHaveAttribute('aria-invalid', 'true')
  await expect(area).toHaveValue('nothing about a host')
  await expect(sources).toHaveCount(2)
})

test('the host is kept apart from the design, comes back, and is in no link', async ({ page }) => {
  await openPage(page)
  await dropFile(page, 'host.json', lab)
  await expect(page.locator('.live-region')).toContainText('host.json')
  await expect(page.getByRole('banner')).toContainText('libvirt 9.10 · system · debian host')
  await page.reload()
  await expect(page.getByRole('banner')).toContainText('libvirt 9.10 · system · debian host')
  const dialog = await openHost(page)
  await expect(dialog.getByRole('list', { name: 'What was read' }).getByRole('listitem')).toHaveCount(1)
  await dialog.getByRole('button', { name: 'Done' }).click()

  const work = await page.evaluate(() =>
    JSON.stringify(localStorage, (key, text) => (key === 'vmwright.host' ? undefined : text)),
  )
  expect(work).not.toContain('SanDisk')
  const link = await copyLink(page)
  await page.evaluate(() => localStorage.clear())
  await page.goto('about:blank')
  await page.goto(link)
  await expect(page.locator('main h2')).toBeVisible()
  await expect(page.getByRole('banner')).toContainText('any Linux host')
})

test('what another version kept about the host is survived', async ({ page }) => {
  await openPage(page)
  await page.evaluate(() => localStorage.setItem('vmwright.host', '{"version":9,"sources":[{"facts":'))
  await page.reload()
  await expect(page.locator('.live-region')).toContainText('kept aside')
  await expect(page.getByRole('banner')).toContainText('any Linux host')
})

test('the probe can be read, copied and downloaded before it is run', async ({ page }) => {
  await openPageAndEditor(page)
  const dialog = await openHost(page)
  await dialog.getByRole('button', { name: 'Read the script' }).click()
  await expect(dialog.getByRole('region', { name: 'vmwright-probe.sh' })).toContainText('#!/bin/sh')
  await dialog.getByRole('button', { name: 'Copy the probe' }).click()
  await expect.poll(() => clipboardText(page)).toContain('#!/bin/sh')
  const download = page.waitForEvent('download')
  await dialog.getByRole('link', { name: /Download vmwright-probe\.sh/ }).click()
  expect((await download).suggestedFilename()).toBe('vmwright-probe.sh')
})

test('a group is picked by the keyboard, and what can not go says why', async ({ page }) => {
  await openPage(page)
  await dropFile(page, 'iommu.txt', listing)
  await openPart(page, 'Host devices')
  const grid = page.getByRole('grid', { name: 'PCI devices by IOMMU group' })
  const bridge = grid.getByRole('row', { name: /00:03\.1/ })
  await expect(bridge).toHaveAttribute('aria-disabled', 'true')
  await expect(bridge).toContainText('stays with the host')

  await grid.getByRole('row', { name: /^Group 12/ }).focus()
  const group = grid.getByRole('row', { name: /^Group 21/ })
  for (let pressed = 0; pressed < 12; pressed += 1) {
    if (await group.evaluate((row) => row === document.activeElement)) break
    await page.keyboard.press('ArrowDown')
  }
  await expect(group).toBeFocused()
  await page.keyboard.press('Space')
  await expect(grid.getByRole('row', { selected: true })).toHaveCount(5)
  await showOutput(page, 'XML')
  await page.getByRole('button', { name: /^Undo: add/ }).click()
  await expect(grid.getByRole('row', { selected: true })).toHaveCount(0)
})

test('what the host would lose stays with it, with the reason', async ({ page }) => {
  await openPage(page)
  await dropFile(page, 'host.json', lab)
  await openPart(page, 'Host devices')
  const grid = page.getByRole('grid', { name: 'PCI devices by IOMMU group' })
  const disk = grid.getByRole('row', { name: /02:00\.0/ })
  await expect(disk).toHaveAttribute('aria-disabled', 'true')
  await expect(disk).toContainText(/mounted|boot/i)
  await disk.focus()
  await page.keyboard.press('Space')
  await expect(grid.getByRole('row', { selected: true })).toHaveCount(0)
})

test('twin USB devices are told apart by their port', async ({ page }) => {
  await openPage(page)
  await dropFile(page, 'host.json', lab)
  await openPart(page, 'Host devices')
  const grid = page.getByRole('grid', { name: 'USB devices by bus' })
  const second = grid.getByRole('row', { name: /1-4\.2/ })
  await second.click()
  await expect(second).toHaveAttribute('aria-selected', 'true')
  await expect(grid.getByRole('row', { name: /1-4\.1/ })).toHaveAttribute('aria-selected', 'false')
  await expect(grid.getByRole('row', { name: /root hub/ })).toHaveAttribute('aria-disabled', 'true')
  await expect(page.locator('main')).toContainText('bus 1, port 4.2')
})

test('virtual functions stand under their physical one and become network cards', async ({ page }) => {
  await openPage(page)
  await dropFile(page, 'host.json', lab)
  await openPart(page, 'Host devices')
  const grid = page.getByRole('grid', { name: 'Virtual functions by their physical function' })
  await grid.getByRole('row', { name: /81:10\.0/ }).click()
  await page.getByRole('radio', { name: 'Plain PCI device' }).click()
  await grid.getByRole('row', { name: /81:10\.4/ }).click()
  await expect(grid.getByRole('row', { name: /81:10\.[04]/, selected: true })).toHaveCount(2)
  await openPart(page, 'Network and ports')
  await expect(page.locator('main')).toContainText('hostdev')
  await openPart(page, 'Host devices')
  await page.getByRole('button', { name: 'Add a GVTg_V5_4' }).click()
  await expect(page.getByRole('button', { name: 'Add a GVTg_V5_8' })).toBeDisabled()
  await expect(page.locator('main')).toContainText('Mediated device')
})

test('what the host must do is text to copy, for its distribution', async ({ page }) => {
  await openPage(page)
  await dropFile(page, 'iommu.txt', listing)
  await openPart(page, 'Host devices')
  await page
    .getByRole('grid', { name: 'PCI devices by IOMMU group' })
    .getByRole('row', { name: /^Group 21/ })
    .click()
  const setup = page.getByRole('region', { name: 'What the host must do' })
  await setup.getByRole('radio', { name: 'Debian, Ubuntu' }).check()
  await expect(setup).toContainText('update-initramfs')
  await setup.getByRole('radio', { name: 'Arch', exact: true }).check()
  await expect(setup).not.toContainText('update-initramfs')
  await setup.getByRole('button', { name: /^Copy/ }).first().click()
  await expect(page.locator('.live-region')).toContainText(/^Copied/)
  expect((await clipboardText(page)).length).toBeGreaterThan(0)
})

test('what this host’s QEMU has not is there, disabled, with the reason', async ({ page }) => {
  await openPage(page)
  await dropFile(page, 'host.json', lab)
  await openPart(page, 'Displays')
  const main = page.locator('main')
  await expect(main.getByRole('radio', { name: 'qxl', exact: true })).toBeDisabled()
  await expect(main).toContainText('QEMU 7.2.0 on this host has no qxl')
  await expect(main.getByRole('radio', { name: 'virtio', exact: true })).toBeEnabled()
  await main.getByRole('button', { name: 'Add display' }).click()
  const spice = page.getByRole('menuitem', { name: /^SPICE/ })
  await expect(spice).toHaveAttribute('aria-disabled', 'true')
  await expect(spice).toContainText('has no spice')
  await page.keyboard.press('Escape')
  await openPart(page, 'Firmware and boot')
  await expect(main.getByRole('radio', { name: /^virt$/ })).toBeDisabled()
  await openPart(page, 'Security')
  await expect(main).toContainText('Needs libvirt 10.5.0; this host has 9.10.0')
})

test('axe finds nothing on the host, in either theme', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await openPage(page)
  await dropFile(page, 'host.json', lab)
  await dropFile(page, 'lscpu.json', lscpu)
  await dropFile(page, 'capabilities.xml', capabilities)
  const dialog = await openHost(page)
  await dialog.getByRole('button', { name: 'Read the script' }).click()
  await dialog.getByRole('button', { name: 'Other texts that are read' }).click()
  await dialog.getByRole('button', { name: 'Say it by hand' }).click()
  await expect(dialog.getByRole('region', { name: 'vmwright-probe.sh' })).toBeVisible()
  expect(await axeViolationsInThemes(page, '[role="dialog"]')).toEqual([])
})
