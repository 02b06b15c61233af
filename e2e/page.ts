/** What the browser tests share: the page as a person finds it, and a test that fails on any trouble behind it. */
import { type BrowserContext, test as base, expect, type Locator, type Page } from '@playwright/test'

export { expect }

/** Like Playwright's own; the clipboard may be used, and an error on the console or a foreign request is a failure. */
export const test = base.extend<{ readonly troubles: string[] }>({
  permissions: ['clipboard-read', 'clipboard-write'],
  troubles: [
    async ({ context, baseURL, browserName }, use) => {
      if (browserName === 'firefox') await typeAsPeople(context)
      const troubles: string[] = []
      context.on('console', (message) => {
        if (message.text() === 'Service Worker registration blocked by Playwright') return
        if (message.type() === 'error' || message.type() === 'warning') troubles.push(message.text())
      })
      context.on('weberror', (error) => troubles.push(error.error().message))
      context.on('request', (request) => {
        const address = request.url()
        if (!address.startsWith(String(baseURL)) && !/^(?:data|blob):/.test(address))
          troubles.push(`asks ${address}`)
      })
      await use(troubles)
      expect(troubles).toEqual([])
    },
    { auto: true },
  ],
})

/**
 * In Firefox Playwright sets the value of a field itself, which React takes for its own doing: it is typed by the browser
 * instead, as it is in Chromium.
 */
async function typeAsPeople(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const insertText = (text: string) => {
      document.execCommand('insertText', false, text)
    }
    Object.defineProperty(globalThis, '__pw_bidiInsertText', { get: () => insertText, set: () => {} })
  })
}

/**
 * Opens the page and waits until the outputs are written, in plain text. Where there is room for them beside the form the
 * browser is one that saves data: the editor is half of what opening costs, and is fetched when a test comes to the output.
 */
export async function openPage(page: Page, fragment = ''): Promise<void> {
  const isWideWindow = (page.viewportSize()?.width ?? 0) >= 900
  if (isWideWindow)
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'connection', { value: { saveData: true }, configurable: true })
    })
  await page.goto(`./${fragment}`)
  await expect(page.locator('main h2')).toBeVisible()
  if (await isWide(page)) await expect(page.locator('.text-view__plain')).toBeVisible()
}

/** Opens the page and waits until the editor shows the output. */
export async function openPageAndEditor(page: Page, fragment = ''): Promise<void> {
  await page.goto(`./${fragment}`)
  await expect(page.locator('main h2')).toBeVisible()
  if (await isWide(page)) await showEditor(page)
}

/** Has the editor take the place of the plain text, as somebody who comes to the output. */
export async function showEditor(page: Page): Promise<void> {
  const editor = page.locator('.text-view__editor[data-ready]')
  // What is drawn anew in between has not seen the pointer.
  await expect(async () => {
    await page
      .locator('.text-view__plain, .text-view__editor[data-ready]')
      .first()
      .dispatchEvent('pointerover')
    await expect(editor).toBeVisible({ timeout: 5000 })
  }).toPass({ timeout: 20_000 })
}

/** Opens a page of the same origin, and so of the same storage, on which nothing runs. */
export async function openBare(page: Page): Promise<void> {
  await page.route('**/bare', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><link rel="icon" href="data:,">' }),
  )
  await page.goto('./bare')
}

async function isWide(page: Page): Promise<boolean> {
  return (await page.locator('.shell[data-screen="narrow"]').count()) === 0
}

/** The parts of the rail, in its order. */
export const partTitles = [
  'Source',
  'CPU',
  'Memory',
  'Firmware and boot',
  'Network and ports',
  'Disks',
  'Displays',
  'Shares',
  'Host devices',
  'Channels',
  'Other devices',
  'Security',
  'Tuning',
  'Access and cloud-init',
  'Raw XML',
]

/** The button of a part in the rail. */
export function partButton(page: Page, title: string): Locator {
  return page
    .getByRole('navigation', { name: 'Parts of the VM' })
    .getByRole('button')
    .filter({ has: page.locator('.rail__title', { hasText: new RegExp(`^${title}$`) }) })
}

/** Goes to a part by the rail. */
export async function openPart(page: Page, title: string): Promise<void> {
  await partButton(page, title).click()
  await expect(page.locator('main').getByRole('heading', { level: 2, name: title })).toBeVisible()
}

export type OutputTab = 'XML' | 'QEMU' | 'YAML' | 'cloud-init' | 'Files'

/** The tab of an output, and in it one of its files. */
export async function showOutput(page: Page, tab: OutputTab, file?: string): Promise<void> {
  await page.getByRole('tab', { name: tab, exact: true }).click()
  const choose = async (group: string, name: string) =>
    await page.getByRole('radiogroup', { name: group }).getByRole('radio', { name, exact: true }).click()
  if (tab === 'QEMU') await choose('Style', file === undefined ? 'By hand' : 'As libvirt runs it')
  if (file !== undefined) await choose('File', file)
}

/**
 * Presses the copy button of the output that is shown, and gives what is on the clipboard then. All of it is done in the
 * page: texts are copied by the thousand, and each step from outside waits for the page to be drawn.
 */
export async function copyOutput(page: Page): Promise<string> {
  const button = page.locator('.tabs__actions').getByRole('button', { name: /^Copy (?!as$)/ })
  return await button.evaluate(async (copy: HTMLButtonElement) => {
    // Stands on the clipboard until something is copied.
    const nothingCopied = 'nothing was copied'
    if (copy.disabled || !copy.checkVisibility()) throw new Error('there is nothing to press')
    await navigator.clipboard.writeText(nothingCopied)
    copy.click()
    for (let waited = 0; waited < 10_000; waited += 10) {
      // Firefox refuses it now and then, when two of its windows are at work.
      const text = await navigator.clipboard.readText().catch(() => nothingCopied)
      if (text !== nothingCopied) return text
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
    throw new Error(nothingCopied)
  })
}

/** For what is there in a moment, as `expect.poll` takes it: its own steps grow to a second. */
export const soon = { intervals: [20, 50, 100] }

/** Copies the link to the design by the dialog that says what is in it, and gives it. */
export async function copyLink(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Share', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Copy the link' }).click()
  await expect.poll(() => clipboardText(page)).toContain('#v1.')
  return await clipboardText(page)
}

export async function clipboardText(page: Page): Promise<string> {
  return await page.evaluate(() => navigator.clipboard.readText())
}

/** Every output as its copy button gives it. */
export async function copyAllOutputs(page: Page): Promise<Readonly<Record<string, string>>> {
  const texts: Record<string, string> = {}
  for (const [tab, file] of outputs) {
    await showOutput(page, tab, file)
    texts[file ?? tab] = await copyOutput(page)
  }
  return texts
}

const outputs: readonly (readonly [OutputTab, string?])[] = [
  ['XML'],
  ['QEMU', 'Shell script'],
  ['QEMU', 'Argument list'],
  ['YAML'],
  ['cloud-init', 'user-data'],
  ['cloud-init', 'meta-data'],
]

/**
 * The text that the editor shows, read from the lines on the screen: make the window tall enough for all of them.
 * What is injected, as `why?`, is not part of it.
 */
export async function shownText(page: Page): Promise<string> {
  return await page.locator('.text-view__editor').evaluate((host) => {
    const lines = [...host.querySelectorAll<HTMLElement>('.view-line')]
    const top = (line: HTMLElement) => Number.parseFloat(line.style.top)
    return lines
      .sort((one, other) => top(one) - top(other))
      .map((line) => {
        const copy = line.cloneNode(true)
        if (copy instanceof HTMLElement)
          for (const hint of copy.querySelectorAll('.output-why')) hint.remove()
        return (copy.textContent ?? '').replaceAll('\u00a0', ' ').trimEnd()
      })
      .join('\n')
  })
}

/** Pastes outside of any field. */
export async function pastePage(page: Page, text: string): Promise<void> {
  await page.evaluate((pasted) => {
    const data = new DataTransfer()
    data.setData('text/plain', pasted)
    const event = new ClipboardEvent('paste', { bubbles: true })
    // Firefox makes one of its own, empty, whatever it is given.
    Object.defineProperty(event, 'clipboardData', { value: data })
    document.body.dispatchEvent(event)
  }, text)
}

/** Drops a file on the head of the page: no field is there. */
export async function dropFile(page: Page, name: string, text: string): Promise<void> {
  const data = await page.evaluateHandle(
    ([name, text]) => {
      const data = new DataTransfer()
      data.items.add(new File([text], name, { type: 'text/yaml' }))
      return data
    },
    [name, text] as const,
  )
  const target = page.getByRole('heading', { level: 1 })
  await target.dispatchEvent('dragover', { dataTransfer: data })
  await target.dispatchEvent('drop', { dataTransfer: data })
}
