import { expect, openPage, openPageAndEditor, test } from './page.ts'

const there = `<domain type='kvm' id='3'>
  <name>other</name>
  <uuid>00a041a2-31a9-43f5-a324-381854937209</uuid>
  <memory unit='KiB'>1048576</memory>
  <vcpu placement='static'>1</vcpu>
  <os><type arch='x86_64' machine='pc-q35-10.0'>hvm</type></os>
  <devices>
    <emulator>/usr/bin/qemu-system-x86_64</emulator>
    <watchdog model='i6300esb' action='reset'/>
  </devices>
</domain>`

test('a pasted virsh dumpxml is compared by part, with commands and both texts', async ({ page }) => {
  await openPageAndEditor(page)
  await page.getByRole('button', { name: 'New, open, host' }).click()
  await page.getByRole('menuitem', { name: 'Compare with …' }).click()
  const dialog = page.getByRole('dialog', { name: 'Compare with another VM' })
  await dialog.getByRole('textbox').first().fill(there)
  await expect(dialog.getByRole('status')).toContainText('of them live and')
  await expect(dialog.getByRole('definition').getByText('remove watchdog i6300esb')).toBeVisible()
  const commands = dialog.getByRole('region', { name: 'Commands' })
  await expect(commands).toContainText('detach-device other /dev/stdin --live --config')
  await expect(dialog.locator('.monaco-diff-editor')).toBeVisible()
  await expect(dialog.locator('.monaco-diff-editor .line-insert').first()).toBeVisible()

  await dialog
    .getByRole('button', { name: /memory/i })
    .first()
    .click()
  await expect(dialog).toHaveCount(0)
  await expect(page.locator('main h2')).toHaveText('Memory')
  await expect(page.locator('[data-path="ram"] input')).toBeFocused()
})

test('what is no VM is not compared, and that is said', async ({ page }) => {
  await openPage(page)
  await page.getByRole('button', { name: 'New, open, host' }).click()
  await page.getByRole('menuitem', { name: 'Compare with …' }).click()
  const dialog = page.getByRole('dialog', { name: 'Compare with another VM' })
  await dialog.getByRole('textbox').first().fill('<network/>')
  await expect(dialog.getByRole('status')).toContainText('This is a network')
})
