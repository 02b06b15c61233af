import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import {
  copyOutput,
  dropFile,
  expect,
  openPage,
  openPageAndEditor,
  openPart,
  showOutput,
  test,
} from './page.ts'

const fixture = (name: string) => new URL(`fixtures/opened/${name}`, import.meta.url)
const textOf = (name: string) => readFileSync(fixture(name), 'utf8')
const nameOf = (page: Page) => page.getByRole('textbox', { name: 'Name of the VM' })

async function chooseFile(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'New, open, host' }).click()
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('menuitem', { name: /^Open a file/ }).click(),
  ])
  await chooser.setFiles({ name, mimeType: 'text/yaml', buffer: Buffer.from(textOf(name)) })
}

test('a vm.yml is opened, and written back with its comments', async ({ page }) => {
  await openPageAndEditor(page)
  await chooseFile(page, 'lab.yml')
  await expect(nameOf(page)).toHaveValue('lab')
  await openPart(page, 'Disks')
  await expect(page.getByRole('list', { name: 'Disks' }).getByRole('listitem')).toHaveCount(2)

  await openPart(page, 'Memory')
  await page.locator('main').getByRole('textbox', { name: 'Memory', exact: true }).fill('8G')
  await showOutput(page, 'YAML')
  await expect(page.locator('.view-line', { hasText: 'ram: 8G' })).toBeVisible()
  const yaml = await copyOutput(page)
  expect(yaml).toContain('# The lab machine: what stands here in comments has to survive.')
  expect(yaml).toContain('disk_size: 30G # a third of the pool')
  expect(yaml).toContain('# Two disks, the second one for scratch.')
  expect(yaml).toContain('ram: 8G')
  expect(yaml).not.toContain('ram: 6G')
})

test('a dropped file asks before it takes the place of work, and undo brings that back', async ({ page }) => {
  await openPage(page)
  await nameOf(page).fill('mine')
  await showOutput(page, 'YAML')
  const mine = await copyOutput(page)

  await dropFile(page, 'lab.yml', textOf('lab.yml'))
  const dialog = page.getByRole('dialog', { name: 'Open lab?' })
  await expect(dialog).toContainText('4 vCPU')
  await dialog.getByRole('button', { name: 'Keep mine' }).click()
  await expect(dialog).toBeHidden()
  await expect(nameOf(page)).toHaveValue('mine')
  expect(await copyOutput(page)).toBe(mine)

  await dropFile(page, 'lab.yml', textOf('lab.yml'))
  await dialog.getByRole('button', { name: 'Open', exact: true }).click()
  await expect(nameOf(page)).toHaveValue('lab')
  await page.getByRole('button', { name: 'Undo: open lab' }).click()
  await expect(nameOf(page)).toHaveValue('mine')
  await expect.poll(() => copyOutput(page)).toBe(mine)
  await page.getByRole('button', { name: 'Redo: open lab' }).click()
  await expect(nameOf(page)).toHaveValue('lab')
  await expect.poll(() => copyOutput(page)).toContain('# The lab machine')
})

test('what is wrong in a file is said with its line, and the rest can be opened', async ({ page }) => {
  await openPage(page)
  await chooseFile(page, 'broken.yml')
  const dialog = page.getByRole('dialog', { name: 'Open broken?' })
  const problems = dialog.getByRole('listitem')
  await expect(problems.filter({ hasText: 'Line 5:' })).toContainText(/memroy/)
  await expect(problems.filter({ hasText: 'Line 6:' })).toContainText(/cpu/)
  await expect(problems.filter({ hasText: 'Line 7:' })).toContainText(/uefi-insecure/)
  await expect(problems.filter({ hasText: 'Line 11:' })).toContainText(/bus/)
  await dialog.getByRole('button', { name: 'Keep my-vm' }).click()
  await expect(nameOf(page)).toHaveValue('my-vm')

  await chooseFile(page, 'broken.yml')
  await dialog.getByRole('button', { name: 'Open', exact: true }).click()
  await expect(nameOf(page)).toHaveValue('broken')
  await openPart(page, 'Memory')
  await expect(page.locator('main').getByRole('textbox', { name: 'Memory', exact: true })).toHaveValue('6G')
})

test('what holds no VM is refused, and the page stays as it is', async ({ page }) => {
  await openPage(page)
  for (const [name, text] of [
    ['list.yml', '- one\n- two\n'],
    ['empty.yml', ''],
    ['picture.png', '\u0000\u0001\u0002'],
  ] as const) {
    await dropFile(page, name, text)
    const dialog = page.getByRole('dialog', { name: `No VM in ${name}` })
    await expect(dialog.getByRole('listitem').first()).not.toBeEmpty()
    await dialog.getByRole('button', { name: 'Close' }).click()
    await expect(nameOf(page)).toHaveValue('my-vm')
  }
})

test('of a file that is torn, what is left can be opened', async ({ page }) => {
  await openPage(page)
  await dropFile(page, 'torn.yml', 'vms: {lab: {ram: 6G')
  const dialog = page.getByRole('dialog', { name: 'Open lab?' })
  await expect(dialog.getByRole('listitem').first()).toContainText('Line 1')
  await dialog.getByRole('button', { name: 'Open', exact: true }).click()
  await expect(nameOf(page)).toHaveValue('lab')
})

test('several VMs in one file: one is chosen', async ({ page }) => {
  await openPage(page)
  await dropFile(page, 'two.yml', 'vms:\n  web: {ram: 2G}\n  db: {ram: 9G}\n')
  const dialog = page.getByRole('dialog', { name: 'Which VM of two.yml?' })
  await dialog.getByRole('radio', { name: 'db' }).click()
  await dialog.getByRole('button', { name: 'Open' }).click()
  await expect(nameOf(page)).toHaveValue('db')
})

test('facts about a host become the host', async ({ page }) => {
  await openPage(page)
  await dropFile(page, 'host.json', textOf('../host.json'))
  await expect(page.getByRole('button', { name: /libvirt 11\.3 · session · fedora host/ })).toBeVisible()
  await expect(nameOf(page)).toHaveValue('my-vm')
  await showOutput(page, 'XML')
  await expect.poll(() => copyOutput(page)).toContain('/home/anna/vms/my-vm/disk.qcow2')
})
