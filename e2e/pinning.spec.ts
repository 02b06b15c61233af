import { readFileSync } from 'node:fs'
import type { Locator, Page } from '@playwright/test'
import { axeViolationsInThemes } from './axe-violations.ts'
import { copyOutput, dropFile, expect, openPage, openPart, showOutput, test } from './page.ts'

/** `lscpu -e` of a host with eight cores of two threads, all behind one L3 cache: 0 and 8 are one core. */
const lscpu = readFileSync(new URL('fixtures/eight-cores.lscpu.txt', import.meta.url), 'utf8')

/** What the probe says of a host with two sockets, and with huge pages of 2 MiB alone. */
const twoSockets = JSON.stringify({
  arch: 'x86_64',
  cpu: {
    threads: Array.from({ length: 256 }, (_, cpu) => {
      const index = cpu % 128
      const socket = Math.floor(index / 64)
      return { cpu, socket, die: 0, core: index % 64, node: socket, l3: Math.floor(index / 8) }
    }),
  },
  numa: [0, 1].map((node) => ({
    node,
    cpus: node === 0 ? '0-63,128-191' : '64-127,192-255',
    memory_kib: 128 * 1024 * 1024,
    huge_pages: [{ size_kib: 2048, total: 512, free: 512 }],
  })),
  emulators: [{ arch: 'x86_64', cpu_models: ['EPYC', 'qemu64'], max_vcpus: 200 }],
})

async function openWith(page: Page, host: string, cpus = 4): Promise<void> {
  await openPage(page)
  await openPart(page, 'CPU')
  await page.getByRole('textbox', { name: 'What it printed' }).fill(host)
  await page.getByRole('button', { name: 'Read it' }).click()
  await expect(picture(page)).toBeVisible()
  await page.getByRole('textbox', { name: 'vCPUs', exact: true }).fill(String(cpus))
  await expect(tray(page).locator('[data-chip]').first()).toBeVisible()
}

function picture(page: Page): Locator {
  return page.getByRole('group', { name: 'Guest threads on the host' })
}

function tray(page: Page): Locator {
  return page.getByRole('group', { name: /^Not pinned/ })
}

function hostCpu(page: Page, cpu: number): Locator {
  return picture(page).locator(`[data-cpu="${cpu}"]`)
}

function chip(within: Locator, name: string): Locator {
  return within.getByRole('button', { name: new RegExp(`^${name}(?: on|\\.|$)`) })
}

async function dragTo(page: Page, what: Locator, where: Locator): Promise<void> {
  await what.scrollIntoViewIfNeeded()
  const from = await what.boundingBox()
  const to = await where.boundingBox()
  if (from === null || to === null) throw new Error('nothing to drag, or nowhere to')
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2)
  await page.mouse.down()
  await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 5 })
  await page.mouse.up()
}

async function pinsInXml(page: Page): Promise<readonly string[]> {
  return (await copyOutput(page)).match(/<(?:vcpu|emulator|iothread)pin[^>]*>/g) ?? []
}

test('the best 8 are whole cores, with the reason, in one step that undo takes back', async ({ page }) => {
  await openWith(page, lscpu)
  await expect(page.locator('main')).toContainText(/8 cores.*16 threads/)
  await showOutput(page, 'XML')
  const before = await copyOutput(page)
  await page.getByRole('textbox', { name: 'Best' }).fill('8')
  await expect(page.locator('.best-pins__reason')).toContainText(/core/)
  await page.getByRole('button', { name: 'Pin the best 8' }).click()

  const pins = (await pinsInXml(page)).filter((pin) => pin.startsWith('<vcpupin'))
  expect(pins).toHaveLength(8)
  const cpus = pins.map((pin) => Number(/cpuset='(\d+)'/.exec(pin)?.[1]))
  // Two vCPUs in a row are the threads of one core, and none is on the core of host CPU 0.
  for (let vcpu = 0; vcpu < 8; vcpu += 2) expect(Number(cpus[vcpu + 1]) - Number(cpus[vcpu])).toBe(8)
  expect(cpus).not.toContain(0)
  await expect(page.getByRole('textbox', { name: 'vCPUs', exact: true })).toHaveValue('8')
  await expect(page.getByRole('textbox', { name: 'Threads', exact: true })).toHaveValue('2')
  await expect(picture(page).locator('[role="row"][data-use="whole"]')).toHaveCount(4)
  await expect(picture(page).locator('[data-wrong]')).toHaveCount(0)
  await expect(tray(page).locator('[data-chip^="vcpu"]')).toHaveCount(0)

  await page.getByRole('button', { name: 'Undo: pin the best 8' }).click()
  await expect(picture(page).locator('[role="row"][data-use="whole"]')).toHaveCount(0)
  expect(await copyOutput(page)).toBe(before)
})

test('a vCPU is dragged onto a host CPU, to another, and back to the tray', async ({ page }) => {
  await openWith(page, lscpu)
  await showOutput(page, 'XML')
  await dragTo(page, chip(tray(page), 'vCPU 1'), hostCpu(page, 3))
  await expect(chip(hostCpu(page, 3), 'vCPU 1')).toBeVisible()
  await expect(picture(page).getByRole('status')).toHaveText('vCPU 1 is pinned to host CPU 3.')
  expect(await pinsInXml(page)).toEqual(["<vcpupin vcpu='1' cpuset='3'/>"])

  await dragTo(page, chip(hostCpu(page, 3), 'vCPU 1'), hostCpu(page, 11))
  await dragTo(page, chip(tray(page), 'Emulator'), hostCpu(page, 0))
  expect(await pinsInXml(page)).toEqual(["<vcpupin vcpu='1' cpuset='11'/>", "<emulatorpin cpuset='0'/>"])

  // Beside everything is nowhere: it stays.
  await dragTo(page, chip(hostCpu(page, 11), 'vCPU 1'), page.getByRole('heading', { name: 'Pinning' }))
  await expect(chip(hostCpu(page, 11), 'vCPU 1')).toBeVisible()
  await expect(page.locator('.pin-ghost')).toHaveCount(0)

  await dragTo(page, chip(hostCpu(page, 11), 'vCPU 1'), tray(page))
  expect(await pinsInXml(page)).toEqual(["<emulatorpin cpuset='0'/>"])
  await page.getByRole('button', { name: 'Undo: unpin vCPU 1' }).click()
  await expect(chip(hostCpu(page, 11), 'vCPU 1')).toBeVisible()
})

test('the same by keyboard, and Escape gives up', async ({ page }) => {
  await openWith(page, lscpu)
  await showOutput(page, 'XML')
  const said = picture(page).getByRole('status')
  await chip(tray(page), 'vCPU 0').focus()
  await page.keyboard.press('ArrowRight')
  await expect(chip(tray(page), 'vCPU 1')).toBeFocused()
  await page.keyboard.press('Space')
  await expect(said).toContainText('vCPU 1 is in your hand')
  await expect(hostCpu(page, 0)).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(hostCpu(page, 1)).toBeFocused()
  await expect(hostCpu(page, 1)).toHaveAccessibleName('Host CPU 1, core 1, node 0: free')
  await page.keyboard.press('Enter')
  await expect(said).toHaveText('vCPU 1 is pinned to host CPU 1.')
  await expect(chip(hostCpu(page, 1), 'vCPU 1')).toBeFocused()

  await page.keyboard.press('Enter')
  await page.keyboard.press('End')
  await expect(hostCpu(page, 15)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(said).toHaveText('vCPU 1 stays where it was.')
  await expect(chip(hostCpu(page, 1), 'vCPU 1')).toBeFocused()
  expect(await pinsInXml(page)).toEqual(["<vcpupin vcpu='1' cpuset='1'/>"])

  await chip(hostCpu(page, 1), 'vCPU 1').focus()
  await page.keyboard.press('ArrowUp')
  await expect(tray(page).locator(':focus')).toHaveCount(1)
  await page.keyboard.press('ArrowDown')
  await chip(hostCpu(page, 1), 'vCPU 1').focus()
  await page.keyboard.press('Delete')
  await expect(chip(tray(page), 'vCPU 1')).toBeFocused()
  expect(await pinsInXml(page)).toEqual([])
})

test('a finger drags as well, and two taps do', async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    ...(baseURL === undefined ? {} : { baseURL }),
  })
  const page = await context.newPage()
  await openPage(page)
  const bar = page.getByRole('navigation', { name: 'Views' })
  await bar.locator('button[aria-expanded]').first().click()
  await openPart(page, 'CPU')
  await page.getByRole('textbox', { name: 'What it printed' }).fill(lscpu)
  await page.getByRole('button', { name: 'Read it' }).click()
  await chip(tray(page), 'vCPU 0').tap()
  await hostCpu(page, 2).tap()
  await expect(chip(hostCpu(page, 2), 'vCPU 0')).toBeVisible()

  const client = await context.newCDPSession(page)
  await tray(page).scrollIntoViewIfNeeded()
  const from = await chip(tray(page), 'vCPU 1').boundingBox()
  const to = await hostCpu(page, 10).boundingBox()
  if (from === null || to === null) throw new Error('nothing to drag')
  const start = { x: from.x + from.width / 2, y: from.y + from.height / 2 }
  const end = { x: to.x + to.width / 2, y: to.y + to.height / 2 }
  await client.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [start] })
  for (const part of [0.1, 0.5, 1])
    await client.send('Input.dispatchTouchEvent', {
      type: 'touchMove',
      touchPoints: [{ x: start.x + (end.x - start.x) * part, y: start.y + (end.y - start.y) * part }],
    })
  await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  await expect(chip(hostCpu(page, 10), 'vCPU 1')).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await context.close()
})

test('conflicts are at the chip and below the host', async ({ page }) => {
  await openWith(page, lscpu)
  await dropFile(
    page,
    'pins.yml',
    `
vms:
  pins:
    cpus: 4
    libvirt:
      cpu: {topology: {sockets: 1, cores: 2, threads: 2}}
      cputune: {vcpupin: [{vcpu: 0, cpuset: "1"}, {vcpu: 1, cpuset: "2"}, {vcpu: 2, cpuset: "1"}, {vcpu: 3, cpuset: "40"}]}
`,
  )
  await page.getByRole('dialog').getByRole('button', { name: 'Open', exact: true }).click()
  await expect(page.getByRole('textbox', { name: 'Name of the VM' })).toHaveValue('pins')
  await expect(chip(hostCpu(page, 1), 'vCPU 0')).toHaveAccessibleName(/both on host CPU 1/)
  await expect(chip(hostCpu(page, 2), 'vCPU 1')).toHaveAccessibleName(/threads of one guest core/)
  await expect(chip(tray(page), 'vCPU 3')).toHaveAccessibleName(/host CPU 40, which the host has not/)
  await expect(picture(page).getByRole('listitem').filter({ hasText: 'host CPU 40' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Findings' })).toContainText('40')
  expect(await axeViolationsInThemes(page, 'main')).toEqual([])
})

test('a host of 256 threads is quick, by node, and axe finds nothing', async ({ page }) => {
  test.slow()
  await openWith(page, twoSockets, 64)
  await page.getByRole('button', { name: /Near$/ }).click()
  await page.getByRole('option', { name: /^Node 1/ }).click()
  await page.getByRole('button', { name: 'Pin the best 64' }).click()
  await expect(picture(page).locator('[role="row"][data-use="whole"]')).toHaveCount(32)
  // All of them on node 1.
  await expect(
    picture(page)
      .getByRole('rowgroup', { name: /Socket 0/ })
      .locator('[data-chip^="vcpu"]'),
  ).toHaveCount(0)
  expect(await axeViolationsInThemes(page, 'main')).toEqual([])

  // An arrow draws nothing anew.
  await chip(hostCpu(page, 70), 'vCPU \\d+').focus()
  const drawn = await page.evaluate(async () => {
    let changes = 0
    const root = document.querySelector('.host-picture')
    if (root === null) throw new Error('no picture')
    const observer = new MutationObserver((records) => {
      changes += records.filter(({ attributeName }) => attributeName !== 'tabindex').length
    })
    observer.observe(root, { subtree: true, childList: true, attributes: true, characterData: true })
    for (let press = 0; press < 10; press++)
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true, cancelable: true }),
      )
    await new Promise((resolve) => setTimeout(resolve, 50))
    return changes
  })
  expect(drawn).toBe(0)
})

test('what the host can’t do is there, disabled, with the reason', async ({ page }) => {
  await openWith(page, twoSockets)
  await page.getByRole('radio', { name: 'A named model' }).click()
  await page.getByRole('button', { name: 'Suggestions for Model' }).click()
  const model = page.getByRole('option', { name: /^Skylake-Client/ })
  await expect(model).toBeDisabled()
  await expect(model).toContainText('Does not run on this host')
  await expect(page.getByRole('option', { name: 'qemu64' })).toBeEnabled()
  await page.keyboard.press('Escape')
  await page.getByRole('textbox', { name: 'vCPUs', exact: true }).fill('240')
  await expect(page.locator('[data-path="cpu"]')).toContainText('200 at most')

  await openPart(page, 'Memory')
  await expect(page.getByRole('radio', { name: 'Huge pages of 1 GiB' })).toBeDisabled()
  await expect(page.locator('main')).toContainText('its huge pages are of 2 MiB')
  await page.getByRole('radio', { name: 'Huge pages of 2 MiB' }).click()
  const pools = page.getByRole('table', { name: 'Huge pages of the host' })
  await expect(pools).toContainText('2 MiB')
  await expect(pools).toContainText('512')
  await expect(page.locator('.page-pools')).toContainText(/too few/)
  expect(await axeViolationsInThemes(page, 'main')).toEqual([])
})
