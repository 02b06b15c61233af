/** The page never goes blank, never locks, and never shows outputs of another design as if they were of this one. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from '@playwright/test'
import {
  copyOutput,
  dropFile,
  expect,
  openPage,
  openPageAndEditor,
  openPart,
  showEditor,
  showOutput,
  test,
} from './page.ts'

/** Troubles that a test makes itself: the browser says what it could not load, and React what it caught. */
function forget(troubles: string[], expected: RegExp): void {
  expect(troubles.filter((trouble) => !expected.test(trouble))).toEqual([])
  troubles.length = 0
}

const withheld = /ERR_FAILED|ERR_ABORTED|dynamically imported module|preload CSS|could not be loaded|Loadable/

async function withhold(page: Page, chunk: string): Promise<() => Promise<void>> {
  const address = new RegExp(`/assets/${chunk}[^/]*$`)
  await page.route(address, (route) => route.abort())
  return async () => await page.unroute(address)
}

test.describe('a chunk that does not come', () => {
  test('leaves its part, and Retry brings it', async ({ page, troubles }) => {
    await openPage(page)
    const give = await withhold(page, 'memory-.*js')
    await page.getByRole('button', { name: /^Memory/ }).click()
    const failure = page.locator('main').getByRole('alert')
    await expect(failure).toContainText('The part Memory could not be loaded')
    await expect(failure).toContainText('Your design is safe')
    await expect(failure.getByRole('button', { name: 'Reload the page' })).toBeVisible()
    // Everything else is in use.
    await openPart(page, 'Disks')
    await page.getByRole('button', { name: /^Memory/ }).click()
    await give()
    await failure.getByRole('button', { name: 'Retry' }).click()
    await expect(page.locator('main').getByRole('heading', { level: 2, name: 'Memory' })).toBeVisible()
    forget(troubles, withheld)
  })

  test('may be a style sheet, which Retry brings too', async ({ page, troubles }) => {
    await openPage(page)
    const give = await withhold(page, 'cpu-.*css')
    await page.getByRole('button', { name: /^CPU/ }).click()
    const failure = page.locator('main').getByRole('alert')
    await expect(failure).toContainText('The part CPU could not be loaded')
    await give()
    await failure.getByRole('button', { name: 'Retry' }).click()
    await expect(page.locator('main').getByRole('heading', { level: 2, name: 'CPU' })).toBeVisible()
    expect(
      await page.evaluate(() => [...document.styleSheets].some(({ href }) => /\/cpu-/.test(href ?? ''))),
    ).toBe(true)
    forget(troubles, withheld)
  })

  test('may be that of the dialogs', async ({ page, troubles }) => {
    await openPage(page)
    const give = await withhold(page, 'Dialogs-.*js')
    await page.getByRole('button', { name: 'any Linux host' }).click()
    const failure = page.getByRole('alert').filter({ hasText: 'The dialog could not be loaded' })
    await expect(failure).toBeVisible()
    await openPart(page, 'CPU')
    await give()
    await failure.getByRole('button', { name: 'Retry' }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    forget(troubles, withheld)
  })

  test('may be that of the editor: the text is read without it', async ({ page, troubles }) => {
    const give = await withhold(page, 'monaco-.*js')
    await page.goto('./')
    await expect(page.locator('.text-view__plain')).toContainText("<domain type='kvm'>")
    await expect(page.locator('.text-view__missing')).toContainText('The editor could not be loaded')
    await give()
    await page.locator('.text-view__missing').getByRole('button', { name: 'Retry' }).click()
    await showEditor(page)
    forget(troubles, withheld)
  })

  const actions: readonly (readonly [string, string, string, (page: Page) => Promise<void>, RegExp])[] = [
    [
      'what reads files',
      'open-text-.*js',
      'What reads files',
      async (page) => await dropFile(page, 'other.yml', 'other:\n  vm:\n    ram: 3G\n'),
      /Opened other/,
    ],
    [
      'what makes links',
      'link-.*js',
      'What makes links',
      async (page) => await page.getByRole('button', { name: 'Share', exact: true }).click(),
      /The whole design is in the link/,
    ],
    [
      'the presets',
      'read-presets-.*js',
      'The preset Headless server',
      async (page) => await page.getByRole('button', { name: 'Headless server' }).click(),
      /Started from Headless server/,
    ],
  ]
  for (const [what, chunk, title, act, done] of actions)
    test(`may be that of ${what}: it is said, and Retry does what was wanted`, async ({ page, troubles }) => {
      await openPage(page)
      const give = await withhold(page, chunk)
      await act(page)
      const failure = page.getByRole('alert').filter({ hasText: `${title} could not be loaded` })
      await expect(failure).toBeVisible()
      await give()
      await failure.getByRole('button', { name: 'Retry' }).click()
      await expect(page.getByText(done).first()).toBeVisible()
      await expect(failure).toHaveCount(0)
      forget(troubles, withheld)
    })

  test('may be what draws the outputs: they say so, and "Try again" draws them', async ({
    page,
    troubles,
  }) => {
    const give = await withhold(page, 'render.worker-.*js')
    await page.goto('./')
    const alert = page.locator('.not-up-to-date')
    await expect(alert).toContainText('my-vm could not be drawn')
    await expect(page.getByText('No findings')).toHaveCount(0)
    await give()
    await alert.getByRole('button', { name: 'Try again' }).click()
    await expect(page.locator('.view-line', { hasText: '<domain' })).toBeVisible()
    await expect(alert).toHaveCount(0)
    forget(troubles, withheld)
  })

  test('may be what reads texts: the next text gets it', async ({ page, troubles }) => {
    await openPage(page)
    const give = await withhold(page, 'texts.worker-.*js')
    const xml =
      "<domain type='kvm'><name>other</name><memory>1048576</memory><os><type>hvm</type></os></domain>"
    await dropFile(page, 'other.xml', xml)
    await expect(page.getByRole('dialog')).toContainText('could not be loaded')
    await page.getByRole('button', { name: 'Close' }).click()
    await give()
    await dropFile(page, 'other.xml', xml)
    await expect(page.getByRole('status').filter({ hasText: 'Opened other' })).toBeVisible()
    forget(troubles, withheld)
  })

  test('may be the page itself: then that is said', async ({ page, troubles }) => {
    await withhold(page, 'shell-.*js')
    await page.goto('./')
    await expect(page.getByText('the connection is gone')).toBeVisible()
    forget(troubles, withheld)
  })
})

/**
 * Makes a worker hang with what has `hang` in it, and throw with what has `throw`: no design of today has to be slow for
 * this test.
 */
async function sabotage(page: Page, worker: string): Promise<void> {
  const before = `
    const listen = self.addEventListener.bind(self)
    self.addEventListener = (type, listener) => listen(type, (event) => {
      const said = JSON.stringify(event.data ?? null)
      if (said.includes('hang-up')) for (;;);
      if (said.includes('throw-up')) event.data.given = undefined
      listener(event)
    });`
  await page.route(new RegExp(`/assets/${worker}\\.worker-`), async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, body: before + (await response.text()) })
  })
}

async function rename(page: Page, name: string): Promise<void> {
  const field = page.getByRole('textbox', { name: 'Name of the VM' })
  await field.fill(name)
  await field.press('Enter')
}

test('a design that throws leaves the outputs of the one before, which say so, and so do copy and download', async ({
  page,
}) => {
  await sabotage(page, 'render')
  await openPage(page)
  await rename(page, 'throw-up')
  const alert = page.locator('.not-up-to-date')
  await expect(alert).toContainText('Not up to date: this is my-vm, not throw-up')
  await expect(alert).toContainText('Drawing it failed')
  await expect(page.locator('.output[data-stale]')).toBeVisible()
  await expect(page.getByLabel('Findings')).toContainText('throw-up could not be drawn')
  for (const tab of ['QEMU', 'YAML', 'Files'] as const) {
    await showOutput(page, tab)
    await expect(alert).toBeVisible()
  }
  await showOutput(page, 'XML')
  expect(await copyOutput(page)).toContain('<name>my-vm</name>')
  await expect(
    page.getByRole('status').filter({ hasText: 'Copied my-vm.xml, which is not up to date' }),
  ).toBeVisible()
  await page
    .locator('.tabs__actions')
    .getByRole('button', { name: /^Download/ })
    .click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('not up to date')
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Download my-vm.xml' }).click(),
  ])
  expect(file.suggestedFilename()).toBe('my-vm.xml')
  // The design itself is at hand, and nothing else of it is lost.
  const [yaml] = await Promise.all([
    page.waitForEvent('download'),
    alert.getByRole('button', { name: 'Download throw-up.yml' }).click(),
  ])
  expect(yaml.suggestedFilename()).toBe('throw-up.yml')
  await rename(page, 'well')
  await expect(alert).toHaveCount(0)
  await expect(page.locator('.text-view', { hasText: '<name>well</name>' })).toBeVisible()
})

test('a design that is slow never locks the page, and a reload does not draw it again', async ({ page }) => {
  await sabotage(page, 'render')
  await openPageAndEditor(page)
  await rename(page, 'hang-up')
  // The page is in use while it is drawn, and says that the outputs lag behind.
  await expect(page.getByText('Drawing the design takes a moment')).toBeVisible()
  await openPart(page, 'CPU')
  const alert = page.locator('.not-up-to-date')
  await expect(alert).toContainText('took longer than 10 s', { timeout: 20_000 })
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('hang-up is not drawn')
  await expect(page.getByText('took longer than 10 s')).toBeVisible()
  await expect(page.locator('.held-back__text')).toContainText('"ram": "4G"')
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download hang-up.yml' }).click(),
  ])
  expect(file.suggestedFilename()).toBe('hang-up.yml')
  await page.unroute(/\/assets\/render\.worker-/)
  await page.getByRole('button', { name: 'Render anyway' }).click()
  await expect(page.locator('.text-view', { hasText: '<name>hang-up</name>' })).toBeVisible()
  // It was drawn: the next reload draws it.
  await page.reload()
  await expect(page.locator('.text-view', { hasText: '<name>hang-up</name>' })).toBeVisible()
})

test('a change while a design is slow is not kept waiting for it', async ({ page }) => {
  await sabotage(page, 'render')
  await openPage(page)
  await rename(page, 'hang-up')
  await expect(page.getByText('Drawing the design takes a moment')).toBeVisible()
  await rename(page, 'well')
  await expect(page.locator('.text-view', { hasText: '<name>well</name>' })).toBeVisible({ timeout: 8000 })
  await expect(page.locator('.not-up-to-date')).toHaveCount(0)
})

test('a design that ended the page when it was drawn is not drawn by a reload', async ({ page }) => {
  await openPage(page)
  await rename(page, 'web')
  await expect(page.locator('.text-view', { hasText: '<name>web</name>' })).toBeVisible()
  // What a page leaves that was ended before it could tell.
  await page.evaluate(() => {
    addEventListener('pagehide', () => sessionStorage.setItem('vmwright.drawing', `1 ${Date.now() - 20_000}`))
  })
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('web is not drawn')
  await page.getByRole('button', { name: 'Render anyway' }).click()
  await expect(page.locator('.text-view', { hasText: '<name>web</name>' })).toBeVisible()
  await page.reload()
  await expect(page.locator('.text-view', { hasText: '<name>web</name>' })).toBeVisible()
})

test('a text that hangs its reader is said, and the next one is read', async ({ page }) => {
  test.setTimeout(90_000)
  await sabotage(page, 'texts')
  await openPage(page)
  await dropFile(page, 'stuck.xml', "<domain type='kvm'><name>hang-up</name></domain>")
  await expect(page.getByRole('dialog')).toContainText('took longer than 10 s', { timeout: 20_000 })
  await page.getByRole('button', { name: 'Close' }).click()
  await dropFile(
    page,
    'fine.xml',
    "<domain type='kvm'><name>fine</name><memory>1048576</memory><os><type>hvm</type></os></domain>",
  )
  await expect(page.getByRole('status').filter({ hasText: 'Opened fine' })).toBeVisible()
})

test('a text that its reader throws at is said, and the next one is read', async ({ page }) => {
  await sabotage(page, 'texts')
  await openPage(page)
  await dropFile(page, 'stuck.xml', "<domain type='kvm'><name>throw-up</name></domain>")
  await expect(page.getByRole('dialog')).toContainText('Reading the text failed')
  await page.getByRole('button', { name: 'Close' }).click()
  await dropFile(
    page,
    'fine.xml',
    "<domain type='kvm'><name>fine</name><memory>1048576</memory><os><type>hvm</type></os></domain>",
  )
  await expect(page.getByRole('status').filter({ hasText: 'Opened fine' })).toBeVisible()
})

const withErrors = `bad:
  vm:
    ram: 2G
    network: { mode: bridge }
    libvirt:
      devices:
        disks:
          - { type: file, source: { file: /a.qcow2 }, target: { dev: vda, bus: virtio } }
          - { type: file, source: { file: /b.qcow2 }, target: { dev: vda, bus: virtio } }
`

test('a zip or a file of a design with errors is given only after a question', async ({ page }) => {
  await openPageAndEditor(page)
  await dropFile(page, 'bad.yml', withErrors)
  await expect(page.getByRole('status').filter({ hasText: 'Opened bad' })).toBeVisible()
  await expect(page.getByLabel('Findings')).toContainText(/error/)
  const downloads: string[] = []
  page.on('download', (file) => downloads.push(file.suggestedFilename()))
  for (const [entry, name] of [
    ['Everything as zip', 'bad.zip'],
    ['bad.xml', 'bad.xml'],
  ] as const) {
    await page.getByRole('button', { name: 'Download', exact: true }).click()
    await page.getByRole('menuitem', { name: entry }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog).toContainText(`Download ${name} with errors?`)
    expect(downloads).toEqual([])
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    await expect(dialog).toHaveCount(0)
    await page.getByRole('button', { name: 'Download', exact: true }).click()
    await page.getByRole('menuitem', { name: entry }).click()
    await dialog.getByRole('button', { name: `Download ${name}` }).click()
    await expect.poll(() => downloads).toEqual([name])
    downloads.length = 0
  }
})

test('a zip with a password in it is given only after it is named', async ({ page }) => {
  await openPage(page)
  await dropFile(
    page,
    'secret.yml',
    `secret:
  vm:
    ram: 2G
    libvirt:
      devices:
        graphics: [{ type: vnc, passwd: hunter2 }]
`,
  )
  await expect(page.getByRole('status').filter({ hasText: 'Opened secret' })).toBeVisible()
  await page.getByRole('button', { name: 'Download', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Everything as zip' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('Password')
  await expect(dialog).not.toContainText('hunter2')
})

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(`forced colours, ${colorScheme}`, () => {
    test.use({ colorScheme, contextOptions: { forcedColors: 'active' } })

    test('every part and output is there, in the colours of the system', async ({ page }) => {
      await openPageAndEditor(page)
      await expect(page.locator('.view-line', { hasText: '<domain' })).toBeVisible()
      const colours = await page.evaluate(() => {
        const of = (colour: string) => {
          const probe = document.createElement('span')
          probe.style.color = colour
          document.body.append(probe)
          const { color } = getComputedStyle(probe)
          probe.remove()
          return color
        }
        const style = (place: string) => getComputedStyle(document.querySelector(place) ?? document.body)
        return {
          canvas: of('Canvas'),
          text: of('CanvasText'),
          page: style('body').backgroundColor,
          editor: style('.monaco-editor').backgroundColor,
          written: style('.view-line').color,
          border: style('.shell__header').borderBottomColor,
          current: style('.rail__part[aria-current]').outlineStyle,
        }
      })
      const { canvas, text } = colours
      expect(colours).toEqual({
        canvas,
        text,
        page: canvas,
        editor: canvas,
        written: text,
        border: text,
        current: 'solid',
      })
      expect(canvas).not.toBe(text)
      // A tick is drawn as a background, which forced colours take away from a page that does not see to it.
      await openPart(page, 'Security')
      for (const tab of ['QEMU', 'YAML', 'cloud-init', 'Files', 'XML'] as const) await showOutput(page, tab)
      await expect(page.locator('.view-line', { hasText: '<domain' })).toBeVisible()
    })
  })

test('nothing breaks the content security policy, wherever one goes', async ({ page }) => {
  test.setTimeout(120_000)
  const violations: string[] = []
  await page.exposeFunction('noteViolation', (what: string) => violations.push(what))
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) => {
      void Reflect.get(window, 'noteViolation')(`${violatedDirective} ${blockedURI} ${sourceFile}`)
    })
  })
  // A worker has a policy of its own, and tells nobody: here it tells the console, which the test listens to.
  await page.route(/\/assets\/[^/]*worker-/, async (route) => {
    const response = await route.fetch()
    const before = `self.addEventListener('securitypolicyviolation', (event) => console.error('violation', event.violatedDirective));`
    await route.fulfill({ response, body: before + (await response.text()) })
  })
  await openPage(page)
  const titles = await page.locator('.rail__title').allTextContents()
  for (const title of titles) await openPart(page, title)
  for (const tab of ['QEMU', 'YAML', 'cloud-init', 'Files', 'XML'] as const) await showOutput(page, tab)
  await dropFile(
    page,
    'fine.xml',
    "<domain type='kvm'><name>fine</name><memory>1048576</memory><os><type>hvm</type></os></domain>",
  )
  await expect(page.getByRole('status').filter({ hasText: 'Opened fine' })).toBeVisible()
  await page.getByRole('button', { name: 'any Linux host' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  expect(violations).toEqual([])
})

test('no other page may frame this one', async ({ page, baseURL, troubles }) => {
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html')
    response.end(`<iframe src="${baseURL}" width="900" height="700"></iframe>`)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (!isAddress(address)) throw new Error('the server has no port')
  await page.goto(`http://127.0.0.1:${address.port}/`)
  await expect
    .poll(() => troubles.some((trouble) => /frame-ancestors|X-Frame-Options/.test(trouble)))
    .toBe(true)
  expect(await page.frameLocator('iframe').locator('.shell').count()).toBe(0)
  troubles.length = 0
  await new Promise((resolve) => server.close(resolve))
})

function isAddress(address: string | AddressInfo | null): address is AddressInfo {
  return typeof address === 'object' && address !== null
}
