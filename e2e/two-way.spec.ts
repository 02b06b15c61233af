import type { Page } from '@playwright/test'
import {
  copyOutput,
  dropFile,
  expect,
  openPage,
  openPageAndEditor,
  openPart,
  pastePage,
  shownText,
  showOutput,
  test,
} from './page.ts'

const field = (page: Page, name: string) => page.locator('main').getByRole('textbox', { name, exact: true })
const undo = (page: Page) => page.getByRole('button', { name: /^Undo/ })
/** What is said of a text that is not read. */
const status = (page: Page) => page.locator('.output-pane__status[data-tone="warning"]')
const keptLine = (page: Page) =>
  page.locator('.output-pane__status[data-tone="quiet"]').filter({ hasText: 'kept' })
const vmName = (page: Page) => page.getByRole('textbox', { name: 'Name of the VM' })

/** A domain as people have them: comments, both quotes, odd indentation, things that no table knows. */
function largeDomain(): string {
  const disks = Array.from({ length: 60 }, (_, index) => {
    const letters = String.fromCharCode(97 + Math.floor(index / 26), 97 + (index % 26))
    return `    <!-- shelf ${index}: keep
         this order -->
    <disk type="file"   device='disk'>
      <driver name="qemu" type='qcow2' cache='none'/>
      <source file='/srv/shelf/${index}.qcow2'/>
      <target bus='virtio' dev='vd${letters}'/>
      <boot order='${index + 1}'/>
      <serial>SHELF${index}</serial>
    </disk>`
  })
  const interfaces = Array.from(
    { length: 60 },
    (_, index) => `    <interface type='network'>
      <mac address='52:54:00:00:00:${index.toString(16).padStart(2, '0')}'/>
      <source network="lan${index}"/>
      <model type='virtio'/>
      <!-- port ${index} -->
    </interface>`,
  )
  return `<?xml version='1.0'?>
<!-- made by hand; do not sort -->
<domain type="kvm">
  <name>warehouse</name>
  <memory unit='GiB'>8</memory> <!-- was 4 -->
  <vcpu placement='static'>4</vcpu>
  <os>
    <type arch='x86_64' machine='pc-q35-9.2'>hvm</type>
  </os>
  <cpu mode='host-passthrough'/>
  <on_crash>preserve</on_crash>
  <devices>
    <emulator>/usr/bin/qemu-system-x86_64</emulator>
${disks.join('\n')}
${interfaces.join('\n')}
    <future-device kind='unknown'/>
  </devices>
</domain>
`
}

async function openXml(page: Page, text: string, name: string): Promise<void> {
  await openPageAndEditor(page)
  await pastePage(page, text)
  await expect(vmName(page)).toHaveValue(name)
  await showOutput(page, 'XML')
}

/** Puts the caret behind a text that the editor shows. */
async function caretAfter(page: Page, text: string): Promise<void> {
  const line = page.locator('.view-line', { hasText: text }).first()
  await line.click()
  await page.keyboard.press('End')
}

function changedLines(before: string, after: string): readonly string[] {
  const [old, now] = [before.split('\n'), after.split('\n')]
  expect(now.length).toBe(old.length)
  return now.flatMap((line, index) => (line === old[index] ? [] : [`${old[index]} -> ${line}`]))
}

const small = `<!-- mine -->
<domain type="kvm">
    <name>small</name>   <!-- its name -->
    <memory unit="GiB">3</memory>
    <vcpu>3</vcpu>
    <os><type arch="x86_64">hvm</type></os>
</domain>
`

test('a field of a pasted domain of 900 lines changes its own line and no other', async ({ page }) => {
  const text = largeDomain()
  expect(text.split('\n').length).toBeGreaterThan(890)
  await openXml(page, text, 'warehouse')
  expect(await copyOutput(page)).toBe(text)

  await openPart(page, 'Memory')
  await field(page, 'Memory').fill('12G')
  await expect
    .poll(async () => changedLines(text, await copyOutput(page)))
    .toEqual([
      "  <memory unit='GiB'>8</memory> <!-- was 4 --> ->   <memory unit='GiB'>12</memory> <!-- was 4 -->",
    ])
  await undo(page).click()
  await expect.poll(() => copyOutput(page)).toBe(text)
})

test('broken XML stays as typed and changes nothing else; undo brings the text back', async ({ page }) => {
  await openXml(page, small, 'small')
  await showOutput(page, 'YAML')
  const yaml = await copyOutput(page)
  await showOutput(page, 'QEMU', 'Argument list')
  const argv = await copyOutput(page)
  await openPart(page, 'Memory')
  await showOutput(page, 'XML')

  await caretAfter(page, '<vcpu>3</vcpu>')
  await page.keyboard.type('<broken')
  await expect(status(page)).toContainText(/Line \d+:\d+/)
  await expect(page.locator('.text-view', { hasText: '<vcpu>3</vcpu><broken' })).toBeVisible()
  await expect(page.locator('.text-view__editor .squiggly-error').first()).toBeVisible()
  await openPart(page, 'Memory')
  await expect(field(page, 'Memory')).toHaveValue('3G')
  await showOutput(page, 'YAML')
  expect(await copyOutput(page)).toBe(yaml)
  await showOutput(page, 'QEMU', 'Argument list')
  expect(await copyOutput(page)).toBe(argv)

  // Neither another tab nor another part nor a reload throws it away.
  await openPart(page, 'Disks')
  await page.reload()
  await showOutput(page, 'XML')
  await expect(page.locator('.text-view', { hasText: '<vcpu>3</vcpu><broken' })).toBeVisible()
  await expect(status(page)).toContainText(/Line \d+:\d+/)

  await page.getByRole('button', { name: 'Discard' }).click()
  await expect(status(page)).toHaveCount(0)
  expect(await copyOutput(page)).toBe(small)
  await undo(page).click()
  await expect(page.locator('.text-view', { hasText: '<vcpu>3</vcpu><broken' })).toBeVisible()
})

test('typing XML is one step, which undo takes back with the comments', async ({ page }) => {
  await openXml(page, small, 'small')
  await openPart(page, 'Memory')
  await caretAfter(page, '<memory unit="GiB">3')
  for (let back = 0; back < '3</memory>'.length; back += 1) await page.keyboard.press('ArrowLeft')
  await page.keyboard.type('4')
  await expect(field(page, 'Memory')).toHaveValue('43G')
  await expect(undo(page)).toHaveAccessibleName('Undo: memory 3 → 43 GiB')
  await expect(page.locator('.monaco-editor')).toHaveClass(/focused/)
  expect(await copyOutput(page)).toBe(small.replace('>3</memory>', '>43</memory>'))
  await undo(page).click()
  await expect(field(page, 'Memory')).toHaveValue('3G')
  expect(await copyOutput(page)).toBe(small)
})

test('undo right after the text was broken brings it back', async ({ page }) => {
  await openXml(page, small, 'small')
  await caretAfter(page, '<vcpu>3</vcpu>')
  await page.keyboard.type('<')
  await expect(status(page)).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+z')
  await expect(status(page)).toHaveCount(0)
  expect(await copyOutput(page)).toBe(small)
})

test('typing XML keeps what XML does not say', async ({ page }) => {
  await openPageAndEditor(page)
  await showOutput(page, 'YAML')
  const before = await copyOutput(page)
  await showOutput(page, 'XML')
  await caretAfter(page, '<on_crash>destroy')
  for (let back = 0; back < 'destroy</on_crash>'.length; back += 1) await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Control+Shift+ArrowRight')
  await page.keyboard.type('preserve')
  await showOutput(page, 'YAML')
  await expect.poll(() => copyOutput(page)).toContain('on_crash: preserve')
  const lines = (await copyOutput(page)).split('\n')
  for (const line of before.split('\n')) expect(lines).toContain(line)
})

test('typing YAML changes the form and the XML, and keeps its comments', async ({ page }) => {
  await openPageAndEditor(page)
  await pastePage(page, '# the lab\nvms:\n  lab:\n    ram: 2G # enough\n    cpu: 2\n')
  await expect(vmName(page)).toHaveValue('lab')
  await openPart(page, 'Memory')
  await showOutput(page, 'YAML')
  await caretAfter(page, 'cpu: 2')
  await page.keyboard.type('4')
  await showOutput(page, 'XML')
  await expect(page.locator('.view-line', { hasText: '>24</vcpu>' })).toBeVisible()
  await showOutput(page, 'YAML')
  await expect(undo(page)).toHaveAccessibleName('Undo: vCPUs 2 → 24')
  await openPart(page, 'Memory')
  await field(page, 'Memory').fill('3G')
  await expect
    .poll(() => copyOutput(page))
    .toBe('# the lab\nvms:\n  lab:\n    ram: 3G # enough\n    cpu: 24\n')

  await caretAfter(page, 'cpu: 24')
  await page.keyboard.type(' [')
  await expect(status(page)).toContainText(/Line 5/)
  await openPart(page, 'Memory')
  await expect(field(page, 'Memory')).toHaveValue('3G')
})

test('the editors complete from the tables', async ({ page }) => {
  await openXml(page, small, 'small')
  await caretAfter(page, '<vcpu>3</vcpu>')
  await page.keyboard.type('\n<cp')
  const widget = page.locator('.suggest-widget')
  await expect(widget.locator('.monaco-list-row', { hasText: 'cpu' }).first()).toBeVisible()
  await page.keyboard.press('Escape')

  await page.keyboard.press('Control+z')
  await showOutput(page, 'YAML')
  await caretAfter(page, 'cpu: 3')
  await page.keyboard.type('\nfirm')
  await expect(widget.locator('.monaco-list-row', { hasText: 'firmware' }).first()).toBeVisible()
})

test('a suggestion is put into vm.yml with the indentation of the file', async ({ page }) => {
  await openPageAndEditor(page)
  const text =
    'vms:\n    web:\n        ram: 2G\n        libvirt:\n            devices:\n                sound: []\n'
  await dropFile(page, 'web.yml', text)
  await showOutput(page, 'YAML')
  await caretAfter(page, 'sound: []')
  await page.keyboard.type('\nrn')
  const widget = page.locator('.suggest-widget')
  await expect(widget.locator('.monaco-list-row', { hasText: 'rng' }).first()).toBeVisible()
  await page.keyboard.press('Enter')
  await page.keyboard.type('model: virtio')
  await expect
    .poll(() => shownText(page))
    .toContain(`${' '.repeat(16)}rng:\n${' '.repeat(20)}- model: virtio`)
})

test('a click on a line of XML or YAML shows its field, its number goes there', async ({ page }) => {
  await openXml(page, small, 'small')
  await openPart(page, 'Disks')
  await page.locator('.view-line', { hasText: '<memory unit' }).click()
  await expect(field(page, 'Memory')).toBeVisible()
  await expect(page.locator('[data-pointed]')).toHaveAttribute('data-path', /ram|memory/)
  await page.locator('.line-numbers', { hasText: /^5$/ }).click()
  await expect(page.locator('main').getByRole('heading', { level: 2, name: 'CPU' })).toBeVisible()
  await expect(page.locator('.monaco-editor')).not.toHaveClass(/focused/)

  await showOutput(page, 'YAML')
  await page.locator('.view-line', { hasText: 'ram: 3G' }).click()
  await expect(page.locator('[data-pointed]')).toHaveAttribute('data-path', 'ram')
  await field(page, 'Memory').click()
  const line = await page.locator('.view-line', { hasText: 'ram: 3G' }).boundingBox()
  const marked = await page.locator('.text-view__editor .output-line--focus').first().boundingBox()
  expect(Math.abs((line?.y ?? 0) - (marked?.y ?? Number.NaN))).toBeLessThan(2)
})

test('a file is named, asked about, and one undo brings the work back', async ({ page }) => {
  await openPage(page)
  await vmName(page).fill('mine')
  await pastePage(page, small)
  const dialog = page.getByRole('dialog', { name: 'Open small?' })
  await expect(dialog).toContainText('domain XML')
  await expect(dialog).toContainText('3 vCPU')
  await dialog.getByRole('button', { name: 'Open', exact: true }).click()
  await expect(vmName(page)).toHaveValue('small')
  await undo(page).click()
  await expect(vmName(page)).toHaveValue('mine')

  await pastePage(page, `${small}\n${small.replaceAll('small', 'other')}`)
  const choose = page.getByRole('dialog', { name: /^Which VM/ })
  await choose.getByRole('radio', { name: /other/ }).click()
  await choose.getByRole('button', { name: 'Open', exact: true }).click()
  await expect(vmName(page)).toHaveValue('other')
})

test('what is no VM is refused with its place', async ({ page }) => {
  await openPage(page)
  const dialog = page.getByRole('dialog')
  for (const [text, words] of [
    ['<network>\n  <name>default</name>\n</network>', 'a network'],
    ['<!DOCTYPE domain [<!ENTITY a "b">]>\n<domain/>', 'DOCTYPE'],
    ['<domain>\n  <name>x</nam>\n</domain>', 'Line 2'],
    ['<a>'.repeat(300), '256'],
  ] as const) {
    await pastePage(page, text)
    await expect(dialog).toContainText(words)
    await dialog.getByRole('button', { name: 'Close' }).last().click()
    await expect(dialog).toBeHidden()
  }
})

test('what is kept and not shown is counted and listed', async ({ page }) => {
  await openXml(page, small.replace('</domain>', "    <future mode='1'/>\n</domain>"), 'small')
  await expect(keptLine(page)).toContainText('kept that the form does not show')
  await keptLine(page).getByRole('button', { name: 'List' }).click()
  await expect(page.getByRole('dialog')).toContainText("<future mode='1'/>")
})
