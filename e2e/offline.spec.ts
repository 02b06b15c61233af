/** The page without a network, in a newer version, and opened from the desktop: each as a server in a folder has it. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { listFiles } from '../vite/offline.ts'
import { securityHeaders } from '../vite/security-headers.ts'
import { test as base, expect, openPageAndEditor, openPart, showEditor, showOutput } from './page.ts'

const dist = path.join(import.meta.dirname, '../dist')

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
}

/** A copy of the built page, served below a folder, as a plain web server does. */
class Site {
  readonly dir = mkdtempSync(path.join(tmpdir(), 'vmwright-site-'))
  readonly asked: string[] = []
  address = ''
  readonly #server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://host')
    const file = pathname.replace(/^\/tools\/vm\/?/, '') || 'index.html'
    this.asked.push(file)
    try {
      const text = readFileSync(path.join(this.dir, file))
      const type = types[path.extname(file)] ?? 'application/octet-stream'
      response.writeHead(200, { ...securityHeaders, 'Content-Type': type }).end(text)
    } catch {
      response.writeHead(404).end()
    }
  })

  async start(): Promise<void> {
    cpSync(dist, this.dir, { recursive: true, filter: (file) => !/dist.(?:cli|lib)$/.test(file) })
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    const at = this.#server.address()
    if (typeof at !== 'object' || at === null) throw new Error('the server has no port')
    this.address = `http://127.0.0.1:${at.port}/tools/vm/`
  }

  stop(): void {
    this.#server.closeAllConnections()
    this.#server.close()
  }

  /** Another build: its page says which. */
  deploy(version: string): void {
    const file = path.join(this.dir, 'index.html')
    writeFileSync(file, readFileSync(file, 'utf8').replace('<html ', `<html data-version="${version}" `))
    listFiles(this.dir)
  }
}

const test = base.extend<{ readonly site: Site }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what a fixture needs from its pattern
  site: async ({}, use) => {
    const site = new Site()
    await site.start()
    await use(site)
    site.stop()
    rmSync(site.dir, { recursive: true })
  },
  baseURL: async ({ site }, use) => await use(site.address),
})

test.use({ serviceWorkers: 'allow' })

/** Waits until the whole page is kept and the worker answers for it. */
async function untilKept(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated', undefined, {
    timeout: 40_000,
  })
}

async function lookForNewer(page: Page): Promise<void> {
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update())
}

test('after the first visit the page works without a network', async ({ page, site, context }) => {
  await openPageAndEditor(page)
  await page.getByRole('textbox', { name: 'Name of the VM' }).fill('kept')
  await untilKept(page)
  site.stop()
  await context.setOffline(true)
  await page.reload()
  await expect(page.getByRole('textbox', { name: 'Name of the VM' })).toHaveValue('kept')
  // What was never loaded before, each from a file of its own.
  await openPart(page, 'Disks')
  await page.getByRole('button', { name: 'Add disk' }).click()
  await expect(page.getByRole('menu')).toBeVisible()
  await page.keyboard.press('Escape')
  await showEditor(page)
  await showOutput(page, 'YAML')
  await expect(page.locator('.view-line', { hasText: 'kept:' })).toBeVisible()
  await page.getByRole('tab', { name: 'Picture' }).click()
  await expect(page.getByRole('tabpanel')).toContainText(/./)
  // Another tab, with a part in its address.
  const other = await context.newPage()
  await other.goto(`${site.address}?part=memory`)
  await expect(other.getByRole('heading', { level: 2, name: 'Memory' })).toBeVisible()
})

test('a newer version is said, and taken when the person reloads', async ({ page, site }) => {
  await openPageAndEditor(page)
  await untilKept(page)
  await page.reload()
  await page.evaluate(() => Reflect.set(window, 'isSamePage', true))
  site.deploy('two')
  await lookForNewer(page)
  const notice = page.getByRole('log', { name: 'Notices' }).filter({ hasText: 'newer version' })
  await expect(notice).toBeVisible({ timeout: 30_000 })
  await page.getByRole('textbox', { name: 'Name of the VM' }).fill('at work')
  expect(await page.evaluate(() => Reflect.get(window, 'isSamePage'))).toBe(true)
  await expect(page.locator('html')).not.toHaveAttribute('data-version', 'two')
  await notice.getByRole('button', { name: 'Reload' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-version', 'two')
  await expect(page.getByRole('textbox', { name: 'Name of the VM' })).toHaveValue('at work')
  await expect(notice).toBeHidden()
})

test('a version that is not there whole is not taken', async ({ page, site }) => {
  await openPageAndEditor(page)
  await untilKept(page)
  const before = readFileSync(path.join(site.dir, 'index.html'))
  site.deploy('half')
  // The list is of the newer page, which is not there yet.
  writeFileSync(path.join(site.dir, 'index.html'), before)
  const failed = page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration()
    const states = new Promise<string>((resolve) =>
      registration?.addEventListener('updatefound', () => {
        const worker = registration.installing
        worker?.addEventListener('statechange', () => resolve(worker.state))
      }),
    )
    await registration?.update()
    return await states
  })
  expect(await failed).toBe('redundant')
  await expect(page.getByRole('log', { name: 'Notices' })).not.toContainText('newer version')
  site.stop()
  await page.reload()
  await expect(page.getByRole('textbox', { name: 'Name of the VM' })).toHaveValue('my-vm')
})

test('nothing is fetched ahead before the page is there', async ({ page, site }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('./')
  await expect(page.locator('main h2')).toBeVisible()
  const first = site.asked.filter((file) => file !== '')
  expect(first).not.toContain('service-worker.js')
  expect(first.length).toBeLessThanOrEqual(30)
  expect(first.filter((file) => file.includes('monaco'))).toEqual([])
  await untilKept(page)
  expect(site.asked).toContain('service-worker.js')
})

test('the page can be installed, and opens files from the desktop', async ({ page }) => {
  await page.addInitScript(() => {
    const file = new File(['web:\n  vm:\n    ram: 5G\n'], 'web.yml')
    const handle = { getFile: () => Promise.resolve(file) }
    Reflect.defineProperty(globalThis, 'launchQueue', {
      value: { setConsumer: (consumer: (launched: object) => void) => consumer({ files: [handle] }) },
    })
  })
  await openPageAndEditor(page)
  await expect(page.getByRole('textbox', { name: 'Name of the VM' })).toHaveValue('web')
  const client = await page.context().newCDPSession(page)
  const { errors, data } = await client.send('Page.getAppManifest')
  expect(errors).toEqual([])
  expect(data).toContain('.vmwright')
  const sizes = await page.evaluate(async () => {
    const link = document.querySelector<HTMLLinkElement>('link[rel=manifest]')
    const { icons } = await (await fetch(link?.href ?? '')).json()
    return await Promise.all(
      icons.map(async ({ src, sizes }: { src: string; sizes: string }) => {
        const image = new Image()
        image.src = new URL(src, link?.href).href
        await image.decode()
        return sizes === 'any' || sizes === `${image.naturalWidth}x${image.naturalHeight}`
      }),
    )
  })
  expect(sizes).toEqual([true, true, true, true])
})
