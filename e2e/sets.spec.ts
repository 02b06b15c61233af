import { readFileSync } from 'node:fs'
import type { Download, Page } from '@playwright/test'
import { unzipSync } from 'fflate'
import { dropFile, expect, openPage, test } from './page.ts'

const numbers = Array.from({ length: 12 }, (_, index) => index + 1)
const two = (number: number) => String(number).padStart(2, '0')
/** As a spreadsheet copies it; the last two have one MAC address. */
const tsv = [
  'name\tmac\tmemory',
  ...numbers.map((number) => `web-${two(number)}\t52:54:00:00:00:${two(Math.min(number, 11))}\t${number}G`),
].join('\n')

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Many from one' })

async function openSet(page: Page) {
  await page.getByRole('button', { name: 'New, open, host' }).click()
  await page.getByRole('menuitem', { name: 'Many from one …' }).click()
  await expect(dialogOf(page)).toBeVisible()
  return dialogOf(page)
}

/** Pastes into what has the focus, as Ctrl+V does. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((held) => navigator.clipboard.writeText(held), text)
  await page.keyboard.press('ControlOrMeta+V')
}

async function openTable(page: Page, text = tsv) {
  const dialog = await openSet(page)
  await dialog.getByRole('textbox', { name: 'Paste from a spreadsheet, or CSV' }).focus()
  await paste(page, text)
  await expect(dialog.getByRole('table')).toBeVisible()
  return dialog
}

function filesIn(download: string): string[] {
  return Object.keys(unzipSync(new Uint8Array(readFileSync(download))))
}

async function pathOf(download: Promise<Download>): Promise<string> {
  return await (await download).path()
}

const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText())

test('a table of twelve is pasted, a clash is mended, and all leave the page as one', async ({ page }) => {
  await openPage(page)
  const dialog = await openTable(page)
  await expect(dialog.getByRole('status').first()).toContainText('12 VMs of my-vm, 12 errors: web-01, web-02')
  // The design has one port for SSH, which all would have: a press gives each its own.
  await dialog.getByRole('button', { name: 'Give each VM a port of its own, from 2222 on' }).click()
  await expect(dialog.getByRole('textbox', { name: 'host port, row 12' })).toHaveValue('2233')
  await expect(dialog.getByRole('status').first()).toContainText('1 error')

  // The clash stands at both cells, and in the list, which leads to the later one.
  const later = dialog.getByRole('textbox', { name: 'mac, row 12' })
  await expect(later).toHaveAttribute('aria-invalid', 'true')
  await expect(dialog.getByRole('textbox', { name: 'mac, row 11' })).toHaveAttribute('aria-invalid', 'true')
  await expect(later).toHaveAccessibleDescription(/52:54:00:00:00:11/)
  await dialog.getByRole('button', { name: 'Row 12, mac' }).click()
  await expect(later).toBeFocused()
  await later.fill('52:54:00:00:00:zz')
  await expect(later).toHaveAccessibleDescription(/zz/)
  await expect(later).toHaveValue('52:54:00:00:00:zz')
  await later.fill('52:54:00:00:00:12')
  await expect(dialog.getByRole('status').first()).toContainText('no findings')
  await expect(later).not.toHaveAttribute('aria-invalid')

  const zip = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Download 12 VMs as zip' }).click()
  const files = filesIn(await pathOf(zip))
  expect(files.filter((name) => name.split('/').length === 2).sort()).toEqual(
    ['README.md', 'create.sh', 'destroy.sh', 'host-setup.sh', 'vm.yml'].map((name) => `my-vm/${name}`),
  )
  for (const number of numbers) expect(files).toContain(`my-vm/web-${two(number)}/create.sh`)

  for (const [title, file, begins] of [
    [/^Terraform/, 'main.tf', 'for_each'],
    [/^KubeVirt/, 'vms.yaml', 'kind: VirtualMachine'],
  ] as const) {
    await dialog.getByRole('button', { name: /As one text/ }).click()
    await page.getByRole('option', { name: title }).click()
    await dialog.getByRole('button', { name: `Copy ${file}` }).click()
    expect(await copied(page)).toContain(begins)
    expect(await copied(page)).toContain('web-12')
  }
})

test('the table is kept with the design, undone by its name, and seen beside its name', async ({ page }) => {
  await openPage(page)
  await openTable(page)
  await page.keyboard.press('Escape')
  const sign = page.getByRole('button', { name: '12 VMs of this design: many from one' })
  await expect(sign).toBeVisible()
  await page.waitForTimeout(400)
  await page.reload()
  await sign.click()
  const dialog = dialogOf(page)
  await expect(dialog.getByRole('textbox', { name: 'name, row 12' })).toHaveValue('web-12')
  await dialog.getByRole('textbox', { name: 'memory, row 3' }).fill('8G')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Undo: change the table' }).click()
  await sign.click()
  await expect(dialog.getByRole('textbox', { name: 'memory, row 3' })).toHaveValue('3G')
})

test('a link has the table, and says what it makes', async ({ page }) => {
  await openPage(page)
  await openTable(page)
  await page.keyboard.press('Escape')
  await page.getByRole('banner').getByRole('button', { name: 'Share' }).click()
  const share = page.getByRole('dialog', { name: 'Share my-vm' })
  await expect(share).toContainText('its table of 12 VMs')
  await share.getByRole('button', { name: 'Copy the link' }).click()
  const link = await copied(page)
  await page.getByRole('button', { name: 'New, open, host' }).click()
  await page.getByRole('menuitem', { name: 'New VM' }).click()
  await expect(page.getByRole('button', { name: /VMs of this design/ })).toHaveCount(0)
  await page.goto(`./${new URL(link).hash}`)
  const review = page.getByRole('dialog', { name: 'Open my-vm?' })
  await expect(review).toContainText(
    'A table makes 12 VMs of it: web-01, web-02, web-03, web-04, web-05 … web-12.',
  )
  await review.getByRole('button', { name: 'Open' }).click()
  await expect(page.getByRole('button', { name: '12 VMs of this design: many from one' })).toBeVisible()
})

test('a vm.yml of several VMs comes in as a design and a table, and goes out as it was', async ({ page }) => {
  await openPage(page)
  const text = 'vms:\n  web-1:\n    ram: 2G\n    cpu: 2\n  web-2:\n    ram: 4G\n    cpu: 2\n'
  await page.locator('main h2').click()
  await paste(page, text)
  const choose = page.getByRole('dialog', { name: /Which VM of/ })
  await expect(choose.getByRole('radio', { name: 'All 2 as one design and a table' })).toBeChecked()
  await choose.getByRole('button', { name: 'Open' }).click()
  await page.getByRole('button', { name: '2 VMs of this design: many from one' }).click()
  const dialog = dialogOf(page)
  await expect(dialog.getByRole('textbox', { name: 'memory, row 2' })).toHaveValue('4G')
  await dialog.getByRole('button', { name: 'Copy web.yml' }).first().click()
  expect(await copied(page)).toBe(text)
  // The same again, from what was written.
  await page.keyboard.press('Escape')
  await expect(page.locator('.vm-name input')).toHaveValue('web')
})

test('a table that is dropped on the page makes VMs of its design, and nothing beyond the limits is cut', async ({
  page,
}) => {
  await openPage(page)
  await dropFile(page, 'fleet.csv', 'name,mac\nweb-1,52:54:00:00:00:01,left over\nweb-2,\n')
  const dialog = dialogOf(page)
  await expect(dialog.getByRole('textbox', { name: 'name, row 2' })).toHaveValue('web-2')
  await expect(dialog.getByRole('textbox', { name: 'column 3, row 1' })).toHaveValue('left over')
  await expect(dialog.getByRole('button', { name: 'Heading column 3' })).toBeVisible()

  const cell = dialog.getByRole('textbox', { name: 'name, row 1' })
  await cell.focus()
  await paste(page, ['name\tmac', ...Array.from({ length: 1001 }, (_, index) => `web-${index}\t`)].join('\n'))
  await expect(page.getByText('Nothing was changed: A table has at most 1000 rows')).toBeVisible()
  await paste(page, 'a'.repeat(4097))
  await expect(page.getByText('Nothing was changed: A cell is longer than 4096 characters.')).toBeVisible()
  await expect(cell).toHaveValue('web-1')

  await dialog.getByRole('textbox', { name: 'Names by counting' }).fill('web-{1..5000}')
  await expect(dialog.getByText('makes 5000 rows; at most 1000 are read.')).toBeVisible()
  await dialog.getByRole('textbox', { name: 'Names by counting' }).fill('web-{1..999}')
  await dialog.getByRole('button', { name: 'Add 999 rows' }).click()
  await expect(page.getByText('Nothing was changed: A table has at most 1000 rows')).toBeVisible()
  await expect(dialog.getByRole('textbox', { name: 'name, row 3' })).toBeHidden()
})

test('the table is made and filled by keys alone', async ({ page }) => {
  await openPage(page)
  await page.keyboard.press('ControlOrMeta+K')
  await page.keyboard.type('many from one')
  await page.keyboard.press('Enter')
  const dialog = dialogOf(page)
  await dialog.getByRole('textbox', { name: 'Names by counting' }).focus()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type('db-{08..10}')
  await expect(dialog).toContainText('It gives: db-08, db-09, db-10')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('textbox', { name: 'name, row 3' })).toHaveValue('db-10')
  const column = dialog.getByRole('combobox', { name: 'Another column' })
  await column.focus()
  await page.keyboard.type('libvirt.vcpu.cpuset')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await dialog.getByRole('textbox', { name: 'libvirt.vcpu.cpuset, row 1' }).focus()
  await page.keyboard.type('0-3')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.type('4-7')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  const fourth = dialog.getByRole('textbox', { name: 'libvirt.vcpu.cpuset, row 4' })
  await expect(fourth).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.type('db-11')
  await expect(dialog.getByRole('status').first()).toContainText(
    /4 VMs of my-vm, .*: db-08, db-09, db-10, db-11/,
  )
})

test('one VM is read, and opened as a design of its own', async ({ page }) => {
  await openPage(page)
  const dialog = await openTable(page)
  const one = dialog.getByRole('region', { name: 'One of them' })
  await one.getByRole('button', { name: /^.*VM/ }).first().click()
  await page.getByRole('option', { name: 'web-07' }).click()
  await expect(one.getByRole('region', { name: 'web-07.xml' })).toContainText('<name>web-07</name>')
  await one.getByRole('button', { name: 'Open web-07 as a design of its own' }).click()
  await expect(page.locator('.vm-name input')).toHaveValue('web-07')
  await expect(page.getByRole('button', { name: /VMs of this design/ })).toHaveCount(0)
})

test('on a phone the table scrolls in its frame, and the page does not', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await openPage(page)
  const dialog = await openTable(page)
  await expect(dialog.getByRole('status').first()).toContainText('12 VMs')
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBeLessThanOrEqual(390)
  const inner = await dialog.evaluate((element) => element.parentElement?.scrollWidth ?? 0)
  expect(inner).toBeLessThanOrEqual(390)
})

test('typing in a table of two hundred stays quick', async ({ page }) => {
  await openPage(page)
  const rows = Array.from(
    { length: 200 },
    (_, index) => `n-${index}\t${index + 1024}M\t${index + 3000}\th-${index}`,
  )
  const dialog = await openTable(page, ['name\tmemory\thost port\thostname', ...rows].join('\n'))
  await expect(dialog.getByRole('status').first()).toContainText('200 VMs', { timeout: 30_000 })
  const cell = dialog.getByRole('textbox', { name: 'hostname, row 100' })
  await cell.focus()
  const times = page.evaluate(async () => {
    const times: number[] = []
    for (const sign of 'abcdefgh') {
      const start = performance.now()
      document.execCommand('insertText', false, sign)
      times.push(performance.now() - start)
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
    }
    return times.sort((one, other) => one - other)
  })
  // The middle one: what else the machine does may fall into any.
  expect((await times)[4]).toBeLessThan(200)
  await expect(cell).toHaveValue('h-99abcdefgh')
})
