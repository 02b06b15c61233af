/** Whatever the palette offers is done from it; and the ways between form, output and findings by key. */
import type { Locator, Page } from '@playwright/test'
import {
  clipboardText,
  dropFile,
  expect,
  openPage,
  openPageAndEditor,
  openPart,
  pastePage,
  showOutput,
  soon,
  test,
} from './page.ts'
import { type Outcome, type PaletteCase, paletteCases, type Setup } from './palette-cases.ts'

const nameOf = (page: Page) => page.getByRole('textbox', { name: 'Name of the VM' })
const palette = (page: Page) => page.getByRole('dialog', { name: /^(Find anything|Alles finden)/ })

async function openPalette(page: Page): Promise<void> {
  await page.keyboard.press('Control+k')
  await expect(palette(page).getByRole('combobox')).toBeFocused()
}

/** Opens the palette and types, until the row of an action is the chosen one. */
async function choose(page: Page, id: string, words: string): Promise<Locator> {
  await openPalette(page)
  await page.keyboard.type(words)
  // What is listed follows what is typed.
  await expect(palette(page).getByRole('listbox')).toHaveAttribute('aria-busy', 'false')
  const row = palette(page).locator(`[data-found="${id}"]`)
  await expect(row).toBeVisible()
  for (let pressed = 0; pressed < 12; pressed += 1) {
    if ((await row.getAttribute('aria-selected')) === 'true') break
    await page.keyboard.press('ArrowDown')
  }
  await expect(row).toHaveAttribute('aria-selected', 'true')
  return row
}

const setups: Readonly<Record<Setup, (page: Page) => Promise<void>>> = {
  renamed: async (page) => await nameOf(page).fill('other'),
  undone: async (page) => {
    await nameOf(page).fill('other')
    await page.getByRole('button', { name: /^Undo/ }).click()
  },
  kept: async (page) => {
    await pastePage(
      page,
      '<domain type="kvm"><name>kept</name><memory>1</memory><os><type>hvm</type></os><!-- mine --></domain>',
    )
    await expect(page.getByText('1 thing is kept that the form does not show.')).toBeVisible()
  },
  fixable: async (page) => {
    const disk = (file: string) => `{source: {file: ${file}}, target: {dev: vdb, bus: virtio}}`
    const disks = `[${['a', 'b', 'c'].map((name) => disk(`/srv/${name}.qcow2`)).join(', ')}]`
    await dropFile(page, 'fixable.yml', `vms: {fixable: {libvirt: {devices: {disks: ${disks}}}}}`)
    await expect(page.getByRole('button', { name: /^Fix all safe ones/ })).toBeVisible()
  },
}

/** What there is before the action is done, then doing it, then what is seen. */
async function perform(page: Page, outcome: Outcome): Promise<void> {
  const enter = () => page.keyboard.press('Enter')
  if ('downloads' in outcome) {
    const [file] = await Promise.all([page.waitForEvent('download'), enter()])
    expect(file.suggestedFilename()).toBe(outcome.downloads)
  } else if ('asksForFile' in outcome) await Promise.all([page.waitForEvent('filechooser'), enter()])
  else {
    if ('copies' in outcome) await page.evaluate(() => navigator.clipboard.writeText('nothing'))
    await enter()
    await see(page, outcome)
  }
  await expect(palette(page)).toHaveCount(0)
}

async function see(page: Page, outcome: Outcome): Promise<void> {
  if ('part' in outcome)
    await expect(
      page.locator('main').getByRole('heading', { level: 2, name: outcome.part, exact: true }),
    ).toBeVisible()
  if ('tab' in outcome) {
    const tab = page.getByRole('tab', { name: outcome.tab, exact: true })
    await expect(tab).toHaveAttribute('aria-selected', 'true')
    await expect(tab).toBeFocused()
  }
  if ('dialog' in outcome) {
    await expect(page.getByRole('dialog', { name: outcome.dialog })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  if ('says' in outcome) await expect(page.locator('.live-region')).toContainText(outcome.says)
  if ('copies' in outcome)
    await expect
      .poll(async () => (await clipboardText(page)).slice(0, outcome.copies.length), soon)
      .toBe(outcome.copies)
  if ('focuses' in outcome) await expect(page.locator(outcome.focuses).first()).toBeFocused()
  if ('name' in outcome) await expect(nameOf(page)).toHaveValue(outcome.name)
  if ('language' in outcome) {
    await expect(page.locator('html')).toHaveAttribute('lang', outcome.language)
    await expect(page.locator('.vm-name input')).toBeVisible()
  }
  if ('theme' in outcome) {
    const html = page.locator('html')
    expect((await html.getAttribute('data-theme')) ?? '').toBe(outcome.theme)
    expect((await html.getAttribute('data-contrast')) !== null).toBe(outcome.contrast)
  }
}

async function performAll(page: Page, cases: readonly PaletteCase[]): Promise<void> {
  for (const { id, types, outcome } of cases)
    await test.step(id, async () => {
      await choose(page, id, types)
      await perform(page, outcome)
    })
}

/** Those that follow each other on one page without disturbing. */
const families = ['part-', 'tab-', 'copy-', 'download-', 'preset-', 'theme-', 'language-']
const alone = paletteCases.filter(({ id }) => !families.some((family) => id.startsWith(family)))

for (const family of families)
  test(`the palette does every ${family}`, async ({ page }) => {
    test.slow()
    await openPage(page)
    await performAll(
      page,
      paletteCases.filter(({ id }) => id.startsWith(family)),
    )
  })

test('the palette does every other action that can be done at once', async ({ page }) => {
  test.slow()
  // The browser is told in time that its own dialog is not wanted.
  page.on('filechooser', () => undefined)
  await openPage(page)
  await performAll(
    page,
    alone.filter(({ setup }) => setup === undefined),
  )
})

for (const { id, types, setup, refused, outcome } of alone) {
  if (setup === undefined) continue
  test(`the palette does ${id} when it can, and says why while it can’t`, async ({ page }) => {
    await openPage(page)
    if (refused !== undefined) {
      const row = await choose(page, id, types)
      await expect(row).toHaveAttribute('aria-disabled', 'true')
      await expect(row).toContainText(refused)
      await page.keyboard.press('Enter')
      await expect(page.locator('.live-region')).toContainText(refused)
      await page.keyboard.press('Escape')
      await expect(palette(page)).toHaveCount(0)
    }
    await setups[setup](page)
    await choose(page, id, types)
    await perform(page, outcome)
  })
}

test('the palette leads to a field by what people call it, and to what the design says', async ({ page }) => {
  await openPage(page)
  await openPalette(page)
  await page.keyboard.type('how much memory')
  await page.keyboard.press('Enter')
  await expect(page.locator('main').getByRole('textbox', { name: 'Memory', exact: true })).toBeFocused()
  await openPalette(page)
  await page.keyboard.type('2222')
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-path="ssh.port"] input')).toBeFocused()
  await openPalette(page)
  await page.keyboard.type('no such thing')
  await expect(palette(page)).toContainText('Nothing is called “no such thing”')
  await page.keyboard.press('Escape')
  await expect(page.locator('[data-path="ssh.port"] input')).toBeFocused()
})

test('F6 leads from a field to the text of the output and back, Ctrl+K works in the text, and `?` is written', async ({
  page,
}) => {
  await openPageAndEditor(page)
  await openPart(page, 'Memory')
  const memory = page.locator('main').getByRole('textbox', { name: 'Memory', exact: true })
  await memory.focus()
  const text = page.locator('.monaco-editor [role="textbox"]')
  await page.keyboard.press('F6')
  await expect(text).toBeFocused()
  await page.keyboard.press('F6')
  await expect(memory).toBeFocused()
  await showOutput(page, 'YAML')
  await page.keyboard.press('F6')
  await page.keyboard.press('F6')
  await expect(text).toBeFocused()
  await page.keyboard.press('Control+k')
  await expect(palette(page)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(text).toBeFocused()
  await page.keyboard.press('Control+Home')
  await page.keyboard.type('# why?')
  await expect(page.locator('.view-line').first()).toContainText('# why?')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('the count of findings leads to the first of them, folded or not', async ({ page }) => {
  await openPage(page)
  const first = page.locator('.output-pane__list button').first()
  await page
    .getByRole('banner')
    .getByRole('button', { name: /advice/ })
    .click()
  await expect(first).toBeFocused()
  await page.locator('.output-pane__summary').click()
  await expect(first).toBeHidden()
  await page
    .getByRole('banner')
    .getByRole('button', { name: /advice/ })
    .click()
  await expect(first).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('main [data-path="ssh.key_source"]').locator(':focus')).toHaveCount(1)
})

test('why? answers when the caret rests on its line, to F1 and to a click', async ({ page }) => {
  await openPageAndEditor(page)
  const hover = page.locator('.monaco-hover:visible')
  const why = page.locator('.output-why')
  await expect(why.first()).toBeVisible()
  await why.first().click()
  await expect(hover).toContainText('Otherwise:')
  await page.keyboard.press('Escape')
  await expect(hover).toHaveCount(0)
  // From the line before it.
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowDown')
  await expect(hover).toContainText('Otherwise:')
  await page.keyboard.press('Escape')
  await expect(hover).toHaveCount(0)
  await page.keyboard.press('F1')
  await expect(hover).toContainText('Otherwise:')
  await page.keyboard.press('Escape')
  await expect(hover).toHaveCount(0)
  await expect(page.locator('.monaco-editor [role="textbox"]')).toBeFocused()
})

/** The palette comes no earlier than it is let through. */
async function holdPalette(page: Page): Promise<() => void> {
  let letThrough = () => {}
  const isLet = new Promise<void>((resolve) => {
    letThrough = resolve
  })
  await page.route(/\/assets\/Palette-[^/]*\.js/, async (route) => {
    await isLet
    await route.continue()
  })
  await page.goto('./')
  await expect(nameOf(page)).toBeVisible()
  return letThrough
}

test('what is typed before the palette is there is its query', async ({ page }) => {
  const letThrough = await holdPalette(page)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('undp')
  await page.keyboard.press('Backspace')
  await page.keyboard.type('o')
  letThrough()
  await expect(palette(page).getByRole('combobox')).toHaveValue('undo')
  await page.keyboard.type('x')
  await expect(palette(page).getByRole('combobox')).toHaveValue('undox')
})

test('Enter before the palette is there takes what it finds', async ({ page }) => {
  const letThrough = await holdPalette(page)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('keys')
  await page.keyboard.press('Enter')
  letThrough()
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
})

test('Escape before the palette is there leaves it', async ({ page }) => {
  const letThrough = await holdPalette(page)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('undo')
  await page.keyboard.press('Escape')
  letThrough()
  await openPalette(page)
  await expect(palette(page).getByRole('combobox')).toHaveValue('')
})
