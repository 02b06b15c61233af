import { gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import { expect, test } from './page.ts'

/** The promise: what a phone fetches before an output is asked for. */
const promised = { bytes: 250_000, requests: 30 }

const phone = { width: 390, height: 844 }

/** Counts what is fetched from now on, each file as a server sends it that compresses. */
function countFetched(page: Page): {
  readonly settle: () => Promise<readonly (readonly [string, number])[]>
} {
  const fetched: Promise<readonly [string, number]>[] = []
  page.context().on('response', (response) => {
    const size = response.body().then((body) => gzipSync(body).length)
    fetched.push(size.then((bytes) => [new URL(response.url()).pathname, bytes] as const))
  })
  return { settle: async () => await Promise.all(fetched) }
}

/** Long after the last request of the page itself, and before it takes itself for quiet. */
const restMs = 2500

test.use({ viewport: phone })

test('a phone fetches little before an output is asked for', async ({ page }) => {
  const fetched = countFetched(page)
  await page.goto('./')
  await expect(page.locator('main h2')).toBeVisible()
  await page.waitForLoadState('networkidle')
  await page.waitForTimeout(restMs)
  const files = await fetched.settle()
  const bytes = files.reduce((sum, [, size]) => sum + size, 0)
  test.info().annotations.push({
    type: 'first visit',
    description: `${files.length} requests, ${(bytes / 1000).toFixed(1)} kB gzipped`,
  })
  expect(files.map(([file]) => file).filter((file) => /worker|monaco|Output/.test(file))).toEqual([])
  expect(files.length).toBeLessThanOrEqual(promised.requests)
  expect(bytes).toBeLessThanOrEqual(promised.bytes)
})

test('until the outputs are made a phone says nothing of what is found or filled in', async ({ page }) => {
  let letGo = () => {}
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  await page.route(/render\.worker/, async (route) => {
    await held
    await route.continue()
  })
  await page.goto('./')
  await page.getByRole('button', { name: /^Source/ }).click()
  await expect(page.locator('.rail__summary').first()).toHaveText('…')
  await page.getByRole('button', { name: 'Output', exact: true }).click()
  const findings = page.getByRole('region', { name: 'Findings' })
  await expect(findings).toContainText('Looking for findings')
  letGo()
  await expect(findings).not.toContainText('Looking for findings')
  await expect(page.locator('.text-view')).toContainText('<domain')
})

test('what is quiet long enough is told of what was found', async ({ page }) => {
  // A seed that nobody gets: said in the header, without a touch.
  await page.addInitScript(() => {
    const design = {
      name: 'web',
      spec: { ram: '2G', libvirt: { devices: { disks: [{ target: { dev: 'vda' } }] } } },
    }
    const work = { version: 1, design, selection: { part: 'source', devices: {} } }
    if (sessionStorage.getItem('vmwright.open') === null)
      localStorage.setItem('vmwright.work', JSON.stringify(work))
  })
  await page.goto('./')
  await expect(page.locator('.shell__findings button')).toBeVisible({ timeout: 20_000 })
})

test('a field that somebody stands in keeps the focus when its list has come', async ({ page }) => {
  await page.goto('./')
  const field = page.locator('[data-path="guest"] input')
  await field.click()
  await expect(field).toHaveRole('combobox')
  await expect(field).toBeFocused()
  await page.keyboard.type('ubuntu')
  await expect(page.getByRole('option').first()).toBeVisible()
})

test('a menu is loaded when it is first opened, by mouse and by keys', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto('./')
  const button = page.getByRole('button', { name: 'New, open, host' })
  await button.focus()
  await page.keyboard.press('ArrowUp')
  await expect(page.getByRole('menuitem').last()).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(button).toBeFocused()
  await button.click()
  await expect(page.getByRole('menu', { name: 'VM' })).toBeVisible()
  await page.getByRole('menuitem', { name: /^Designs/ }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await expect(page.getByRole('menu')).toHaveCount(0)
})
