/** Two tabs of one browser: they follow each other, and neither writes over what the other one made. */
import type { Page } from '@playwright/test'
import { dropFile, expect, openBare, openPage, openPageAndEditor, openPart, test } from './page.ts'

const nameOf = (page: Page) => page.getByRole('textbox', { name: 'Name of the VM' })
const undo = (page: Page) => page.getByRole('button', { name: /^Undo/ })
const notices = (page: Page) => page.getByRole('log', { name: 'Notices' })
const apart = (page: Page) => notices(page).getByText('Another tab has changed this design too')
const memory = (page: Page) => page.locator('main').getByRole('textbox', { name: 'Memory', exact: true })
/** The key of the design that both tabs have open. */
const keyOf = (page: Page) =>
  page.evaluate(() => `vmwright.design.${sessionStorage.getItem('vmwright.open')?.replace(' new', '') ?? ''}`)
const stored = async (page: Page) =>
  await page.evaluate((key) => localStorage.getItem(key) ?? '', await keyOf(page))

/** A tab whose timers are late, as those of a tab in the background are. */
async function openLateTab(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const timely = window.setTimeout.bind(window)
    Object.defineProperty(window, 'setTimeout', {
      value: (run: () => void, ms = 0) => timely(run, ms >= 300 ? ms + 5000 : ms),
    })
  })
  await openPageAndEditor(page)
}

/** Both at the same time, which takes as long as the two together. */
async function openBoth(one: Page, other: Page): Promise<void> {
  await Promise.all([one.goto('./'), other.goto('./')])
  for (const page of [one, other]) await expect(page.locator('main h2')).toBeVisible({ timeout: 30_000 })
}

/** Opens the list of designs from the header's menu. */
async function showDesigns(page: Page) {
  await page.getByRole('button', { name: 'New, open, host' }).click()
  await page.getByRole('menuitem', { name: /^Designs/ }).click()
  return page.getByRole('dialog', { name: 'Designs' })
}

test('a tab takes over what the other one changes, at once and as one step', async ({ page, context }) => {
  const other = await context.newPage()
  await openBoth(page, other)
  await openPart(page, 'Memory')
  await memory(page).fill('5G')
  await nameOf(page).fill('web')
  await expect(nameOf(other)).toHaveValue('web')
  await expect(undo(other)).toHaveAccessibleName('Undo: follow another tab')
  await openPart(other, 'Memory')
  await expect(memory(other)).toHaveValue('5G')

  // And back: what the other one changes builds on it.
  await memory(other).fill('6G')
  await expect(memory(page)).toHaveValue('6G')
  await undo(other).click()
  await expect(memory(page)).toHaveValue('5G')
  await undo(other).click()
  await expect(nameOf(other)).toHaveValue('my-vm')
  await expect(nameOf(page)).toHaveValue('my-vm')
  await expect(notices(page)).toBeEmpty()
  await expect(notices(other)).toBeEmpty()
  await page.reload()
  await expect(nameOf(page)).toHaveValue('my-vm')
})

for (const [answer, stays, goes] of [
  ['Take theirs', 'theirs', 'mine'],
  ['Keep mine', 'mine', 'theirs'],
] as const)
  test(`where both tabs changed, both states stay: ${answer}`, async ({ page, context }) => {
    const late = await context.newPage()
    await openPage(page)
    await openLateTab(late)
    await nameOf(late).fill('mine')
    await nameOf(page).fill('theirs')
    await expect(apart(late)).toBeVisible()
    await expect(nameOf(late)).toHaveValue('mine')
    await expect(nameOf(page)).toHaveValue('theirs')
    expect(await stored(page)).toContain('"name":"theirs"')
    await late.getByRole('button', { name: answer }).click()
    await expect(nameOf(late)).toHaveValue(stays)
    await expect(notices(late)).toBeEmpty()
    await expect(nameOf(page)).toHaveValue(stays)
    await page.reload()
    await expect(nameOf(page)).toHaveValue(stays)
    const dialog = await showDesigns(page)
    await dialog.getByRole('button', { name: `Open ${goes}` }).click()
    await expect(nameOf(page)).toHaveValue(goes)
    await expect(nameOf(late)).toHaveValue(stays)
  })

test('a tab that is reloaded before anything was decided has both states still', async ({
  page,
  context,
}) => {
  const late = await context.newPage()
  await openPage(page)
  await openLateTab(late)
  await nameOf(late).fill('mine')
  await nameOf(page).fill('theirs')
  await expect(apart(late)).toBeVisible()
  await late.reload()
  await expect(nameOf(late)).toHaveValue('mine')
  await expect(apart(late)).toBeVisible()
  // A third one opens what is stored, and finds the other among the designs.
  const third = await context.newPage()
  await openPage(third)
  await expect(nameOf(third)).toHaveValue('theirs')
  await expect((await showDesigns(third)).getByRole('button', { name: 'Open mine' })).toBeVisible()
})

test('a tab that is closed with unsaved changes beside another’s leaves them among the designs', async ({
  page,
  context,
}) => {
  const late = await context.newPage()
  await openPage(page)
  await openLateTab(late)
  await nameOf(late).fill('mine')
  await nameOf(page).fill('theirs')
  await expect(apart(late)).toBeVisible()
  await late.close({ runBeforeUnload: false })
  await expect((await showDesigns(page)).getByRole('button', { name: 'Open mine' })).toBeVisible()
})

test('tabs that are opened at the same time and changed in turns stay of one mind', async ({
  page,
  context,
}) => {
  const other = await context.newPage()
  await openBoth(page, other)
  for (const [index, tab] of [page, other, page, other].entries()) {
    await nameOf(tab).fill(`turn-${index}`)
    await expect(nameOf(tab === page ? other : page)).toHaveValue(`turn-${index}`)
  }
  await expect(notices(page)).toBeEmpty()
  await expect(notices(other)).toBeEmpty()
})

test('another design in one tab leaves the other one alone, and both are in the list', async ({
  page,
  context,
}) => {
  const other = await context.newPage()
  await openPage(page)
  await nameOf(page).fill('mine')
  await openPage(other)
  await expect(nameOf(other)).toHaveValue('mine')
  await dropFile(other, 'web.yml', '# theirs\nweb:\n  vm:\n    ram: 3G\n')
  await other.getByRole('dialog').getByRole('button', { name: 'Open', exact: true }).click()
  await expect(nameOf(other)).toHaveValue('web')
  await openPart(page, 'Memory')
  await memory(page).fill('7G')
  await expect(nameOf(page)).toHaveValue('mine')
  // The same design in both: each follows the other.
  await (await showDesigns(page)).getByRole('button', { name: 'Open web' }).click()
  await expect(memory(page)).toHaveValue('3G')
  await openPart(other, 'Memory')
  await memory(other).fill('4G')
  await expect(memory(page)).toHaveValue('4G')
  await memory(page).fill('5G')
  await expect(memory(other)).toHaveValue('5G')
  await expect(notices(page)).toBeEmpty()
  await expect(notices(other)).toBeEmpty()
})

test('what writes over a design without looking makes nothing lost', async ({ page, context }) => {
  await openPage(page)
  await nameOf(page).fill('mine')
  await expect.poll(() => stored(page)).toContain('mine')
  const key = await keyOf(page)
  const old = await context.newPage()
  await openBare(old)
  await old.evaluate(
    (key) =>
      localStorage.setItem(
        key,
        '{"version":1,"design":{"name":"old","spec":{"ram":"9G"}},"drafts":{},"selection":{"part":"source","devices":{}}}',
      ),
    key,
  )
  await expect(apart(page)).toBeVisible()
  await page.getByRole('button', { name: 'Take theirs' }).click()
  await expect(nameOf(page)).toHaveValue('old')
  await expect((await showDesigns(page)).getByRole('button', { name: 'Open mine' })).toBeVisible()
})

test('what a newer page wrote in another tab is not written over', async ({ page, context }) => {
  await openPageAndEditor(page)
  await nameOf(page).fill('mine')
  await expect.poll(() => stored(page)).toContain('mine')
  const key = await keyOf(page)
  const newer = await context.newPage()
  await openBare(newer)
  await newer.evaluate((key) => localStorage.setItem(key, '{"version":7,"library":["theirs"]}'), key)
  await expect(notices(page)).toContainText('another version of this page')
  await nameOf(page).fill('mine-too')
  await page.waitForTimeout(500)
  expect(await stored(page)).toBe('{"version":7,"library":["theirs"]}')
  await page.getByRole('button', { name: 'Keep mine' }).click()
  await expect.poll(() => stored(page)).toContain('mine-too')
  const dialog = await showDesigns(page)
  const download = page.waitForEvent('download')
  await dialog
    .getByRole('region', { name: 'Set aside' })
    .getByRole('button', { name: /^Download/ })
    .click()
  expect((await download).suggestedFilename()).toMatch(/\.json$/)
})

test('what one tab reads about the host, the other one knows', async ({ page, context }) => {
  const other = await context.newPage()
  await openBoth(page, other)
  await dropFile(page, 'host.json', '{"libvirt": "11.3.0", "arch": "x86_64"}')
  await expect(page.getByRole('banner')).toContainText('libvirt 11.3')
  await expect(other.getByRole('banner')).toContainText('libvirt 11.3')
})
