/** What a small screen, or a large one at 200 %, has to keep in sight. */
import type { Locator, Page } from '@playwright/test'
import { expect, openPage, openPart, test } from './page.ts'

const nameOf = (page: Page) => page.getByRole('textbox', { name: 'Name of the VM' })
const gaming = (page: Page) =>
  page.getByRole('button', { name: 'Windows gaming with a graphics card', exact: true })

async function boxOf(locator: Locator) {
  const box = await locator.boundingBox()
  if (box === null) throw new Error('it is not drawn')
  return box
}

test('at 200 % the output stays above the bar at the bottom', async ({ page }) => {
  await page.setViewportSize({ width: 720, height: 450 })
  await openPage(page)
  await page.getByRole('button', { name: 'Output' }).click()
  await expect(page.locator('.view-line').first()).toBeVisible()
  const bar = await boxOf(page.locator('.shell__bar'))
  const text = await boxOf(page.locator('.text-view'))
  expect(text.y + text.height).toBeLessThanOrEqual(bar.y)
  expect(text.height).toBeGreaterThan(100)
  // What is seen at the bar is the bar.
  const owner = await page.evaluate(
    ({ x, y }) => document.elementFromPoint(x, y)?.closest('.shell__bar') !== null,
    { x: bar.x + 40, y: bar.y + 20 },
  )
  expect(owner).toBe(true)
})

test('at 320 px the name of the VM is there, whatever is found', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await openPage(page)
  await gaming(page).click()
  await expect(nameOf(page)).toHaveValue('windows-gaming')
  expect((await boxOf(nameOf(page))).width).toBeGreaterThanOrEqual(72)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
})

for (const width of [320, 1440]) {
  test(`a name that is wrong keeps its field at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 640 })
    await openPage(page)
    await expect(page.locator('.shell__findings .findings-summary')).toBeVisible()
    const before = await boxOf(nameOf(page))
    await nameOf(page).fill('a/b')
    const message = page.locator('.vm-name').getByText('A name has no slash')
    await expect(message).toBeVisible()
    expect(await boxOf(nameOf(page))).toEqual(before)
    const said = await boxOf(message)
    expect(said.y).toBeGreaterThanOrEqual(before.y + before.height)
    expect(said.x + said.width).toBeLessThanOrEqual(width)
  })
}

test('a size that is wrong echoes nothing', async ({ page }) => {
  await openPage(page)
  await openPart(page, 'Memory')
  const memory = page.locator('main').getByRole('textbox', { name: 'Memory', exact: true })
  const frame = memory.locator('..')
  await memory.fill('999T')
  await expect(frame).toContainText('999 TiB')
  await memory.fill('abc')
  await expect(frame).not.toContainText('TiB')
})

test('a design with a disk of its own has no empty list of made ones, and the rail counts as the XML', async ({
  page,
}) => {
  await openPage(page)
  await gaming(page).click()
  await openPart(page, 'Disks')
  await expect(page.locator('main').getByRole('heading', { name: 'Root disk and CDs' })).toHaveCount(0)
  await expect(page.locator('.rail__part[aria-current="page"] .rail__count')).toHaveText('3')
})
