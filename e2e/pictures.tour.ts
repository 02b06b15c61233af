/** The pictures of the README and of docs/tour.md, taken of the page as somebody uses it: `npm run tour` takes them anew. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { expect, openPageAndEditor, partButton, showOutput, test } from './page.ts'
import { chooseSystem, personAt } from './person.ts'

const listing = readFileSync(new URL('fixtures/workstation.iommu.txt', import.meta.url), 'utf8')
const runs = `<domain type='kvm' id='3'>
  <name>gaming</name>
  <memory unit='GiB'>4</memory>
  <vcpu>2</vcpu>
  <os firmware='efi'><type arch='x86_64' machine='q35'>hvm</type></os>
  <devices>
    <disk type='file' device='disk'>
      <driver name='qemu' type='qcow2'/>
      <source file='/var/lib/libvirt/images/gaming/disk.qcow2'/>
      <target dev='sda' bus='sata'/>
    </disk>
    <interface type='network'><source network='default'/><model type='e1000e'/></interface>
    <graphics type='spice'/>
    <video><model type='qxl'/></video>
  </devices>
</domain>`
const folder = path.join(import.meta.dirname, '../docs/tour')

test.use({ viewport: { width: 1280, height: 800 }, contextOptions: { reducedMotion: 'reduce' } })

/** Takes a picture once nothing moves any more. */
async function picture(page: Page, name: string): Promise<void> {
  await page.mouse.move(0, 0)
  await expect(page.locator('.live-region')).toBeEmpty()
  await expect(page.getByRole('button', { name: /Will it start\?/ })).toContainText(/Yes|No|Likely|Not/)
  await page.screenshot({ path: path.join(folder, `${name}.png`), animations: 'disabled', caret: 'hide' })
}

test('Windows with the second graphics card, from an empty page to a link', async ({ page }) => {
  test.slow()
  await openPageAndEditor(page)
  const person = personAt(page)
  const main = page.locator('main')

  await test.step('the wish', async () => {
    await page.getByRole('textbox', { name: 'Name of the VM' }).fill('gaming')
    await chooseSystem(page, person, 'windows 11', 'Windows 11')
    await expect(main).toContainText('Windows 11')
    await picture(page, '1-the-wish')
  })

  await test.step('the second graphics card', async () => {
    await person.paste(listing)
    await partButton(page, 'Host devices').click()
    const devices = page.getByRole('grid', { name: 'PCI devices by IOMMU group' })
    await devices.getByRole('row', { name: /^Group 21/ }).click()
    await expect(devices.getByRole('row', { selected: true })).toHaveCount(5)
    await picture(page, '2-the-second-card')
  })

  await test.step('will it start', async () => {
    await page.getByRole('button', { name: /Will it start\?/ }).click()
    await expect(page.getByRole('region', { name: 'Will it start?' }).getByRole('list').first()).toBeVisible()
    await picture(page, '3-will-it-start')
    await page.getByRole('button', { name: /Will it start\?/ }).click()
  })

  await test.step('the command', async () => {
    await showOutput(page, 'QEMU')
    await expect(page.locator('.text-view__editor')).toContainText('vfio-pci,host=0000:0b:00.0')
    await picture(page, '4-the-command')
  })

  await test.step('the machine drawn', async () => {
    await page.getByRole('tab', { name: 'Picture', exact: true }).click()
    await expect(page.getByRole('tree', { name: /^Picture of / })).toBeVisible()
    await picture(page, '5-the-machine')
  })

  await test.step('what runs already', async () => {
    await page.getByRole('button', { name: 'New, open, host' }).click()
    await page.getByRole('menuitem', { name: 'Compare with …' }).click()
    const dialog = page.getByRole('dialog', { name: 'Compare with another VM' })
    await dialog.getByRole('textbox').first().fill(runs)
    await expect(dialog.locator('.monaco-diff-editor .line-insert').first()).toBeVisible()
    await picture(page, '6-what-runs-already')
    await page.keyboard.press('Escape')
  })

  await test.step('a link', async () => {
    await page.getByRole('button', { name: 'Share', exact: true }).click()
    await expect(page.getByRole('dialog', { name: 'Share gaming' })).toBeVisible()
    await picture(page, '7-a-link')
  })
})
