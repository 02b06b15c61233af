/** What a small screen, or a large one at 200 %, has to keep in sight. */
import type { Locator, Page } from '@playwright/test'
import {
  dropFile,
  expect,
  openPage,
  openPageAndEditor,
  openPart,
  partButton,
  partTitles,
  showEditor,
  test,
} from './page.ts'
import { smallTargets } from './touch-targets.ts'

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
  await openPageAndEditor(page)
  await page.getByRole('button', { name: 'Output' }).click()
  await expect(page.locator('.text-view__plain, .view-line').first()).toBeVisible()
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

/** With one of most things, so that their lists and forms are there. */
const filled = `
vms:
  filled:
    source: {kind: cloud_image, url: https://images.example/debian.qcow2}
    network: {mode: user, port_forwards: ["8080:80"]}
    snapshot: [{name: clean}]
    cloud_init: {packages: [git], users: [{name: anna}]}
    libvirt:
      snippets: ["<hub type='usb'/>"]
      devices:
        disks: [{source: {file: /srv/a.qcow2}}]
        filesystems: [{driver: virtiofs, source: /srv/data, target: data}]
        video: [{model: qxl}]
        graphics: [{type: spice, autoport: "yes"}]
        sound: [{model: ich9}]
`

const openFilled = async (page: Page) => {
  await openPageAndEditor(page)
  await dropFile(page, 'filled.yml', filled)
  await expect(nameOf(page)).toHaveValue('filled')
}

test.describe('under a finger', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  test('all that is pressed is 44 px large, in every part, both sheets and the palette', async ({ page }) => {
    test.slow()
    await openFilled(page)
    expect(await page.evaluate(() => matchMedia('(pointer: coarse)').matches)).toBe(true)
    const bar = page.getByRole('navigation', { name: 'Views' })
    const parted = bar.locator('button[aria-expanded]').first()
    for (const part of partTitles)
      await test.step(part, async () => {
        await parted.tap()
        if (part === 'CPU') expect.soft(await smallTargets(page, 44), 'the list of parts').toEqual([])
        await partButton(page, part).tap()
        await expect(page.locator('main').getByRole('heading', { level: 2, name: part })).toBeVisible()
        expect.soft(await smallTargets(page, 44), part).toEqual([])
      })
    await bar.getByRole('button', { name: 'Output', exact: true }).tap()
    await showEditor(page)
    await expect(page.locator('.will-it-start__answer')).toBeVisible()
    expect.soft(await smallTargets(page, 44), 'the output').toEqual([])
    await page.locator('.will-it-start__answer').tap()
    expect.soft(await smallTargets(page, 44), 'the verdict').toEqual([])
  })

  test('why? answers to a tap', async ({ page }) => {
    await openPageAndEditor(page)
    await page.getByRole('button', { name: 'Output', exact: true }).tap()
    await showEditor(page)
    await expect(page.locator('.output-why').first()).toBeVisible()
    await page.locator('.output-why').first().tap()
    await expect(page.locator('.monaco-hover:visible')).toContainText('Otherwise:')
  })

  test('a tap on a line names its field and leads there, in each text', async ({ page }) => {
    await openPage(page)
    for (const [tab, line] of [
      ['XML', "<memory unit='MiB'>"],
      ['YAML', 'ram: 4G'],
    ] as const)
      await test.step(tab, async () => {
        await page.getByRole('button', { name: 'Output', exact: true }).tap()
        await page.getByRole('tab', { name: tab, exact: true }).tap()
        await showEditor(page)
        await page.locator('.view-line', { hasText: line }).tap({ position: { x: 60, y: 8 } })
        await expect(page.locator('.tapped-line')).toContainText('Memory: Memory')
        const way = page.locator('.tapped-line').getByRole('button', { name: 'Go to field' })
        expect((await boxOf(way)).height).toBeGreaterThanOrEqual(44)
        await way.tap()
        await expect(page.getByRole('region', { name: 'Output' })).toHaveCount(0)
        await expect(page.locator('main').getByRole('textbox', { name: 'Memory', exact: true })).toBeFocused()
      })
  })

  test('a tap on a line names its field before the editor is there, too', async ({ page }) => {
    await page.route(/assets\/monaco/, () => {})
    await openPageAndEditor(page)
    await page.getByRole('button', { name: 'Output', exact: true }).tap()
    await page.locator('.text-view__plain').getByText('memory').first().tap()
    await expect(page.locator('.tapped-line')).toContainText('Memory: Memory')
  })

  test('a finding in the header leads to the list, and from there to its field, which is in sight', async ({
    page,
  }) => {
    await openPage(page)
    await page
      .getByRole('banner')
      .getByRole('button', { name: /advice/ })
      .tap()
    const finding = page.locator('.output-pane__list').getByRole('button', { name: 'ssh.key_source' })
    await expect(finding).toBeInViewport()
    await finding.tap()
    await expect(page.getByRole('region', { name: 'Output' })).toHaveCount(0)
    const field = page.locator('main [data-path="ssh.key_source"]')
    await expect(field).toBeInViewport()
    const bar = await boxOf(page.locator('.shell__bar'))
    const box = await boxOf(field)
    expect(box.y + box.height).toBeLessThanOrEqual(bar.y)
  })
})

for (const [name, width, height] of [
  ['390 px', 390, 844],
  ['320 px', 320, 640],
  ['200 %', 720, 450],
] as const)
  test(`at ${name} the outputs keep their place while the verdict comes, and the summary of what was found is whole`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height })
    await openPage(page)
    await gaming(page).click()
    await expect(nameOf(page)).toHaveValue('windows-gaming')
    await page.getByRole('button', { name: 'Output', exact: true }).click()
    const tabs = page.getByRole('tablist', { name: 'Outputs' })
    const before = await boxOf(tabs)
    await expect(page.locator('.will-it-start__answer')).toBeVisible()
    expect(await boxOf(tabs)).toEqual(before)
    const findings = page.getByRole('region', { name: 'Findings' })
    const outer = await boxOf(findings)
    for (const piece of await findings.locator('.output-pane__summary .severity').all()) {
      const box = await boxOf(piece)
      expect(box.y).toBeGreaterThanOrEqual(outer.y)
      expect(box.y + box.height).toBeLessThanOrEqual(outer.y + outer.height)
      expect(box.x + box.width).toBeLessThanOrEqual(width)
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  })

test('with a mouse all that is pressed is at least 24 px large', async ({ page }) => {
  test.slow()
  await openFilled(page)
  for (const part of partTitles)
    await test.step(part, async () => {
      await openPart(page, part)
      expect.soft(await smallTargets(page, 24), part).toEqual([])
    })
})
