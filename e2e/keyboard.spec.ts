import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { expect, openPage, test } from './page.ts'

const listing = readFileSync(new URL('fixtures/workstation.iommu.txt', import.meta.url), 'utf8')

/** Presses Tab until `target` has the focus. */
async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await expect(target).toBeVisible()
  for (let pressed = 0; pressed < 80; pressed += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press(key)
  }
  throw new Error(`Tab does not lead to ${target}`)
}

/** Finds a setting by the search of the rail: `/`, some words, Enter. */
async function find(page: Page, words: string, field: Locator): Promise<void> {
  // In a text `/` is written; Tab leaves it.
  while ((await page.locator('input[type="text"]:focus, textarea:focus').count()) > 0)
    await page.keyboard.press('Tab')
  await page.keyboard.press('/')
  await expect(page.getByRole('searchbox', { name: 'Find a setting' })).toBeFocused()
  await page.keyboard.type(words)
  await expect(page.getByRole('list', { name: 'Settings found' }).getByRole('button').first()).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(field).toBeFocused()
}

/** Writes over what the focused field holds. */
async function write(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+a')
  await page.keyboard.type(text)
}

async function chooseFromMenu(page: Page, button: Locator, entry: RegExp): Promise<void> {
  await tabTo(page, button)
  await page.keyboard.press('Enter')
  const wanted = page.getByRole('menuitem', { name: entry })
  await expect(page.getByRole('menuitem').first()).toBeFocused()
  for (let pressed = 0; pressed < 12; pressed += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) break
    await page.keyboard.press('ArrowDown')
  }
  await page.keyboard.press('Enter')
}

/** Goes to a part with the arrow keys of the rail. */
async function goToPart(page: Page, title: string): Promise<void> {
  while ((await page.locator('input[type="text"]:focus, textarea:focus').count()) > 0)
    await page.keyboard.press('Tab')
  await page.keyboard.press('/')
  const focused = page.locator('[data-rail-item]:focus')
  for (let pressed = 0; pressed < 20; pressed += 1) {
    await page.keyboard.press('ArrowDown')
    if ((await focused.locator('.rail__title').textContent()) === title) break
  }
  await page.keyboard.press('Enter')
  await expect(page.locator('main').getByRole('heading', { level: 2, name: title })).toBeVisible()
}

test('one whole design with the keyboard alone', async ({ page }) => {
  // Any use of the mouse would be a mistake of this test.
  await page.addInitScript(() => {
    addEventListener(
      'mousedown',
      () => document.documentElement.setAttribute('data-mouse-was-used', ''),
      true,
    )
  })
  await openPage(page)
  const main = page.locator('main')
  const field = (name: string) => main.getByRole('textbox', { name, exact: true })

  await test.step('name, memory and vCPUs', async () => {
    await tabTo(page, page.getByRole('textbox', { name: 'Name of the VM' }))
    await write(page, 'by-hand')
    await find(page, 'vcpus', field('vCPUs'))
    await write(page, '8')
    await find(page, 'ram', field('Memory'))
    await write(page, '16G')
  })

  await test.step('firmware by its cards', async () => {
    await goToPart(page, 'Firmware and boot')
    await tabTo(page, page.getByRole('radio', { name: 'BIOS', exact: true }))
    await page.keyboard.press('ArrowDown')
    await expect(page.getByRole('radio', { name: 'UEFI', exact: true })).toBeChecked()
  })

  await test.step('host devices in the grid', async () => {
    await goToPart(page, 'Host devices')
    await tabTo(page, page.getByRole('textbox', { name: 'What it printed' }))
    await page.evaluate((text) => navigator.clipboard.writeText(text), listing)
    await page.keyboard.press('Control+V')
    const row = (name: RegExp) => page.getByRole('grid').getByRole('row', { name })
    const arrowTo = async (name: RegExp) => {
      for (let pressed = 0; pressed < 20; pressed += 1) {
        if (await row(name).evaluate((element) => element === document.activeElement)) return
        await page.keyboard.press('ArrowDown')
      }
      throw new Error(`The arrows do not lead to ${name}`)
    }
    const selected = page.getByRole('grid').getByRole('row', { selected: true })
    await tabTo(page, row(/^Group 12/))
    await arrowTo(/^Group 21/)
    await page.keyboard.press('Space')
    // The heading and four functions; the bridge stays with the host.
    await expect(selected).toHaveCount(5)
    await expect(row(/00:03\.1/)).toHaveAttribute('aria-disabled', 'true')

    // Shift goes on over the heading of the next group, and back again.
    await arrowTo(/0c:00\.0/)
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Shift+ArrowDown')
    await expect(row(/0c:00\.0/)).toHaveAttribute('aria-selected', 'true')
    await expect(row(/0e:00\.3/)).toHaveAttribute('aria-selected', 'true')
    await page.keyboard.press('Shift+ArrowUp')
    await expect(row(/0e:00\.3/)).toHaveAttribute('aria-selected', 'false')
    await page.keyboard.press('Shift+ArrowUp')
    await page.keyboard.press('Shift+ArrowUp')
    await expect(row(/0c:00\.0/)).toBeFocused()
    await page.keyboard.press('Space')
    await expect(selected).toHaveCount(5)
  })

  await test.step('no video card, by the table of models', async () => {
    await goToPart(page, 'Displays')
    await tabTo(page, page.getByRole('radio', { name: 'virtio', exact: true }))
    await page.keyboard.press('ArrowUp')
    await expect(page.getByRole('radio', { name: 'none', exact: true })).toBeChecked()
  })

  await test.step('a disk', async () => {
    await goToPart(page, 'Disks')
    await chooseFromMenu(page, main.getByRole('button', { name: 'Add disk' }), /^CD image/)
    await tabTo(page, field('File'))
    await write(page, '/srv/drivers.iso')
    const row = page.getByRole('list', { name: 'Disks' }).getByRole('button', { name: /sdb/ })
    await tabTo(page, row, 'Shift+Tab')
    await page.keyboard.press('Enter')
    await expect(row).toHaveAttribute('aria-expanded', 'false')
  })

  await test.step('a forward', async () => {
    await goToPart(page, 'Network and ports')
    await tabTo(page, main.getByRole('button', { name: 'Add port' }))
    await page.keyboard.press('Enter')
    await expect(page.getByRole('textbox', { name: 'Host port of forward 1' })).toBeFocused()
    await page.keyboard.type('8443')
    await page.keyboard.press('Tab')
    await page.keyboard.type('443')
    // Enter opens the next row, Backspace in an empty one takes it away.
    await page.keyboard.press('Enter')
    await expect(page.getByRole('textbox', { name: 'Host port of forward 2' })).toBeFocused()
    await page.keyboard.press('Backspace')
    await expect(page.getByRole('textbox', { name: 'Host port of forward 2' })).toHaveCount(0)
  })

  await test.step('download', async () => {
    const tab = page.getByRole('tab', { name: 'XML' })
    await tabTo(page, tab)
    await page.keyboard.press('ArrowRight')
    await expect(page.getByRole('tab', { name: 'QEMU' })).toHaveAttribute('aria-selected', 'true')
    await page.keyboard.press('ArrowLeft')
    await tabTo(page, page.getByRole('button', { name: 'Download by-hand.xml' }))
    const [xml] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
    expect(xml.suggestedFilename()).toBe('by-hand.xml')
    expect(await readFile(await xml.path(), 'utf8')).toMatchSnapshot(['keyboard', 'by-hand.xml'])
    const [yaml] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Control+s')])
    expect(yaml.suggestedFilename()).toBe('by-hand.yml')
    expect(await readFile(await yaml.path(), 'utf8')).toMatchSnapshot(['keyboard', 'by-hand.yml'])
  })

  await expect(page.locator('html')).not.toHaveAttribute('data-mouse-was-used')
})

test('Tab leads through the whole page and is never caught', async ({ page }) => {
  await openPage(page)
  const visited = new Set<string>()
  for (let pressed = 0; pressed < 120; pressed += 1) {
    await page.keyboard.press('Tab')
    const place = await page.evaluate(() => {
      const focused = document.activeElement
      if (focused === null || focused === document.body) return 'outside'
      return (
        focused.closest('header, nav, main, [role="tablist"], .text-view, [aria-label="Findings"]')
          ?.className ||
        focused.closest('nav, main')?.tagName ||
        'other'
      )
    })
    visited.add(place)
    if (place === 'outside') break
  }
  expect([...visited].join(' ')).toMatch(/shell__header/)
  expect([...visited].join(' ')).toMatch(/rail/)
  expect([...visited].join(' ')).toMatch(/shell__form/)
  expect([...visited].join(' ')).toMatch(/text-view/)
  expect([...visited].join(' ')).toMatch(/output-pane__findings/)
  expect(visited).toContain('outside')
})
