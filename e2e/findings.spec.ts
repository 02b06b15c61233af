import {
  copyOutput,
  expect,
  openPage,
  openPageAndEditor,
  openPart,
  partButton,
  showOutput,
  test,
} from './page.ts'

test('an error is at its field, in the rail and in the list; its fix is one step', async ({ page }) => {
  await openPage(page)
  const list = page.getByRole('region', { name: 'Findings' })
  await openPart(page, 'Disks')
  for (const kind of [/^Disk image/, /^Disk image/]) {
    await page.getByRole('button', { name: 'Add disk' }).click()
    await page.getByRole('menuitem', { name: kind }).click()
    await page.locator('main').getByRole('textbox', { name: 'File', exact: true }).fill('/srv/data.qcow2')
  }
  await expect(list).not.toContainText('error')
  await expect(partButton(page, 'Disks')).not.toHaveAccessibleName(/error/)

  const target = page.locator('[data-path="libvirt.devices.disks[1].target.dev"]')
  await target.getByRole('textbox').fill('vdb')
  await expect(target.getByRole('textbox')).toHaveAttribute('aria-invalid', 'true')
  await expect(target).toContainText(/vdb/)
  await expect(partButton(page, 'Disks')).toHaveAccessibleName(/1 error/)
  await expect(page.getByRole('banner')).toContainText(/1 error/)
  const finding = list.getByRole('listitem').filter({ has: page.getByRole('img', { name: 'Error' }) })
  await expect(finding).toHaveCount(1)

  // The path of the finding leads to the field, from anywhere.
  await openPart(page, 'Shares')
  await finding.getByRole('button', { name: /^libvirt\.devices\.disks/ }).click()
  await expect(target.getByRole('textbox')).toBeFocused()

  await showOutput(page, 'YAML')
  const wrong = await copyOutput(page)
  const fix = finding.getByRole('button', { name: /vdc/ })
  await fix.click()
  await expect(target.getByRole('textbox')).toHaveValue('vdc')
  await expect(target.getByRole('textbox')).not.toHaveAttribute('aria-invalid', 'true')
  await expect(list).not.toContainText('error')
  await expect(partButton(page, 'Disks')).not.toHaveAccessibleName(/error/)

  await page.getByRole('button', { name: /^Undo/ }).click()
  await expect(target.getByRole('textbox')).toHaveValue('vdb')
  expect(await copyOutput(page)).toBe(wrong)
})

test('Secure Boot says what it needs, and all of it is one click', async ({ page }) => {
  await openPage(page)
  const list = page.getByRole('region', { name: 'Findings' })
  await openPart(page, 'Firmware and boot')
  await page.getByRole('radio', { name: 'UEFI, Secure Boot' }).click()
  await expect(list.getByRole('img', { name: 'Error' }).first()).toBeVisible()
  // The switch that is missing is one of Tuning.
  await expect(partButton(page, 'Tuning')).toHaveAccessibleName(/error/)
  const fix = page.locator('main').getByRole('button', { name: /smm/ })
  await fix.click()
  await expect(list.getByRole('img', { name: 'Error' })).toHaveCount(0)
  await expect(partButton(page, 'Tuning')).not.toHaveAccessibleName(/error/)
  await showOutput(page, 'XML')
  expect(await copyOutput(page)).toContain("<smm state='on'/>")
  await page.getByRole('button', { name: /^Undo/ }).click()
  await expect(list.getByRole('img', { name: 'Error' }).first()).toBeVisible()
})

test('the clash of two forwards is seen while typing', async ({ page }) => {
  await openPage(page)
  await openPart(page, 'Network and ports')
  const host = page.getByRole('textbox', { name: 'Host port of forward 1' })
  await page.getByRole('button', { name: 'Add port' }).click()
  await host.fill('2222')
  await page.getByRole('textbox', { name: 'Guest port of forward 1' }).fill('80')
  await expect(host).toHaveAttribute('aria-invalid', 'true')
  await expect(page.locator('.ports__problem')).toContainText('2222')
  await expect(partButton(page, 'Network and ports')).toHaveAccessibleName(/error/)
  await host.fill('2223')
  await expect(page.locator('.ports__problem')).toHaveCount(0)
  await expect(partButton(page, 'Network and ports')).not.toHaveAccessibleName(/error/)
})

test('a fix is applied from the editor’s marker, and undone in one step', async ({ page }) => {
  await openPageAndEditor(page)
  await openPart(page, 'Firmware and boot')
  await page.getByRole('radio', { name: 'UEFI, Secure Boot' }).click()
  await showOutput(page, 'XML')
  const mark = page.locator('.text-view .squiggly-error').first()
  await expect(mark).toBeVisible()
  await mark.click({ force: true })
  await page.keyboard.press('Control+.')
  const action = page.locator('.action-widget').getByText(/smm/i).first()
  await expect(action).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.locator('.text-view .squiggly-error')).toHaveCount(0)
  expect(await copyOutput(page)).toContain("<smm state='on'/>")
  await page.getByRole('button', { name: /^Undo/ }).click()
  await expect(mark).toBeVisible()
})

test('all safe fixes are one step', async ({ page }) => {
  await openPage(page)
  const list = page.getByRole('region', { name: 'Findings' })
  await openPart(page, 'Disks')
  for (const file of ['/srv/a.qcow2', '/srv/b.qcow2', '/srv/c.qcow2']) {
    await page.getByRole('button', { name: 'Add disk' }).click()
    await page.getByRole('menuitem', { name: /^Disk image/ }).click()
    await page.locator('main').getByRole('textbox', { name: 'File', exact: true }).fill(file)
  }
  for (const disk of [1, 2]) {
    await page
      .locator('main')
      .getByRole('button', { name: new RegExp(`/srv/${'abc'[disk]}`) })
      .first()
      .click()
    await page
      .locator(`[data-path="libvirt.devices.disks[${disk}].target.dev"]`)
      .getByRole('textbox')
      .fill('vdb')
  }
  await showOutput(page, 'YAML')
  const wrong = await copyOutput(page)
  const all = list.getByRole('button', { name: /^Fix all safe ones/ })
  await expect(all).toBeVisible()
  await all.click()
  await expect(all).toHaveCount(0)
  await page.getByRole('button', { name: /^Undo/ }).click()
  expect(await copyOutput(page)).toBe(wrong)
})

/** `2 errors, 1 warning, 3 advice` as three numbers. */
function numbersIn(words: string): readonly number[] {
  return ['error', 'warning', 'advice'].map((one) =>
    Number(new RegExp(`(\\d+) ${one}`).exec(words)?.[1] ?? 0),
  )
}

const sumOf = (all: readonly (readonly number[])[]) =>
  [0, 1, 2].map((kind) => all.reduce((sum, one) => sum + (one[kind] ?? 0), 0))

test('rail, header and list count the same errors, warnings and advice, for every preset', async ({
  page,
}) => {
  // Ten designs, one after the other.
  test.slow()
  await openPage(page)
  const list = page.getByRole('region', { name: 'Findings' })
  const cards = page.getByRole('list', { name: 'Presets' }).getByRole('button')
  await expect(cards).toHaveCount(10)
  for (const card of await cards.all()) {
    await openPart(page, 'Source')
    await card.click()
    await expect(card).toHaveAttribute('aria-pressed', 'true')
    const name = (await page.getByRole('textbox', { name: 'Name of the VM' }).inputValue()).trim()
    await expect(page.locator('.text-view', { hasText: `<name>${name}</name>` })).toBeVisible()

    const icons = await list.locator('.finding-list__row .severity').all()
    const rows = await Promise.all(icons.map((icon) => icon.getByRole('img').getAttribute('aria-label')))
    const counted = ['Error', 'Warning', 'Advice'].map((word) => rows.filter((row) => row === word).length)
    const header = await page.locator('.shell__findings').first().innerText()
    const marks = await page
      .getByRole('navigation', { name: 'Parts of the VM' })
      .locator('.finding-marks')
      .evaluateAll((all) => all.map((mark) => mark.getAttribute('aria-label') ?? ''))
    expect(numbersIn(header), `header of ${name}`).toEqual(counted)
    expect(sumOf(marks.map(numbersIn)), `rail of ${name}`).toEqual(counted)
    expect(numbersIn(await list.innerText()), `list of ${name}`).toEqual(counted)
  }
})

test('what only a hand-run QEMU lacks is at the QEMU output, not at the design for libvirt', async ({
  page,
}) => {
  await openPageAndEditor(page)
  const list = page.getByRole('region', { name: 'Findings' })
  await page
    .getByRole('list', { name: 'Presets' })
    .getByRole('button', { name: 'Windows gaming', exact: false })
    .first()
    .click()
  await expect(page.locator('.text-view', { hasText: '<name>windows-gaming</name>' })).toBeVisible()
  // The one warning is the design's own: it is made for a card that nobody has picked yet.
  await expect(list.getByRole('img', { name: 'Warning' })).toHaveCount(1)
  await expect(list).toContainText('No GPU of the host is passed through')
  await expect(partButton(page, 'Host devices')).toHaveAccessibleName(/1 warning/)
  await expect(partButton(page, 'CPU')).not.toHaveAccessibleName(/warning/)

  await list.getByRole('button', { name: /^\d+ more concern only a hand-run QEMU$/ }).click()
  await expect(page.getByRole('tab', { name: 'QEMU', exact: true })).toHaveAttribute('aria-selected', 'true')
  await expect(list).toContainText('A hand-run QEMU')
  await expect(list.getByRole('img', { name: 'Warning' })).toHaveCount(5)
  // The card without an address of its own is a line of the script, and marked there; Monaco draws what is in sight.
  const fold = list.getByRole('button', { name: /^A hand-run QEMU/ })
  await page.setViewportSize({ width: 1440, height: 3000 })
  await fold.click()
  await expect(page.locator('.text-view .squiggly-warning').first()).toBeVisible()
  await fold.click()
  // Header and rail stay with who runs the design.
  await expect(page.getByRole('banner')).toContainText('1 warning')

  await list.getByRole('button', { name: /^\d+ more concern only the bundle$/ }).click()
  await expect(list).toContainText('create.sh stops unless /var/lib/libvirt/images/windows-11.iso')

  // A design for QEMU has them in all places.
  await openPart(page, 'Firmware and boot')
  await page
    .locator('[data-path="backend"]')
    .getByRole('button', { name: /Backend/ })
    .click()
  await page.getByRole('option', { name: 'qemu', exact: true }).click()
  await showOutput(page, 'YAML')
  await expect(list.getByRole('img', { name: 'Warning' })).toHaveCount(5)
  await expect(page.getByRole('banner')).toContainText('5 warnings')
  await expect(partButton(page, 'CPU')).toHaveAccessibleName(/3 warnings/)
})
