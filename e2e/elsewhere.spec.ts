/** The design in the formats of others, and theirs as a design. */
import { copyOutput, expect, openPage, openPart, pastePage, showEditor, showOutput, test } from './page.ts'

const proxmox = `boot: order=scsi0;net0
cores: 2
memory: 2048
name: web
net0: virtio=BC:24:11:2C:69:EC,bridge=vmbr0
ostype: l26
scsi0: local-lvm:vm-100-disk-0,size=32G
scsihw: virtio-scsi-single
`

test('a configuration of Proxmox VE is pasted, one field changed, and Terraform copied out', async ({
  page,
}) => {
  await openPage(page)
  await pastePage(page, proxmox)
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('a configuration of Proxmox VE')
  await dialog.getByRole('button', { name: 'Open', exact: true }).click()
  await expect(page.getByRole('textbox', { name: 'Name of the VM' })).toHaveValue('web')
  await openPart(page, 'Memory')
  await page.locator('main').getByRole('textbox', { name: 'Memory', exact: true }).fill('6G')
  await page.getByRole('tab', { name: 'Elsewhere' }).click()
  await expect(page.locator('.text-view')).toContainText('resource "libvirt_domain" "web"')
  await expect.poll(() => copyOutput(page)).toMatch(/memory += 6144/)
  const text = await copyOutput(page)
  expect(text).toContain('bridge = "vmbr0"')
  expect(text.toLowerCase()).toContain('bc:24:11:2c:69:ec')
})

test('another format is chosen and remembered, with its files, its findings and its way to the field', async ({
  page,
}) => {
  await openPage(page)
  await page.setViewportSize({ width: 1440, height: 4000 })
  await page.getByRole('tab', { name: 'Elsewhere' }).click()
  await expect(page.locator('.text-view')).toContainText('libvirt_domain')
  await showEditor(page)
  await page
    .locator('.view-line', { hasText: /memory\s+=/ })
    .first()
    .click()
  await expect(page.locator('main h2')).toHaveText('Memory')
  const format = page.locator('.elsewhere__choice').getByRole('button', { name: 'Terraform and OpenTofu' })
  await format.click()
  await page.getByRole('option', { name: 'Proxmox VE' }).click()
  await expect(page.locator('.text-view')).toContainText('qm create')
  await expect(page.locator('.output-pane__about')).toHaveText('Proxmox VE:')
  const [zip] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'All as zip' }).click(),
  ])
  expect(zip.suggestedFilename()).toBe('my-vm-proxmox.zip')
  await page.reload()
  await expect(page.locator('.text-view')).toContainText('qm create')
  await showOutput(page, 'XML')
  await expect(page.locator('.elsewhere__choice')).toHaveCount(0)
})

test('what is left to choose is chosen, and changes the files', async ({ page }) => {
  await openPage(page)
  const tab = page.getByRole('tab', { name: 'Elsewhere' })
  await tab.click()
  await expect(tab).toBeInViewport({ ratio: 1 })
  await expect(page.getByRole('radio', { name: 'seed.iso' })).toBeVisible()
  await page
    .locator('.elsewhere__choice')
    .getByRole('button', { name: /seed: own/ })
    .click()
  await page.getByRole('option', { name: /provider/ }).click()
  await expect(page.getByRole('radio', { name: 'seed.iso' })).toHaveCount(0)
  await expect.poll(() => copyOutput(page)).toContain('libvirt_cloudinit_disk')
})
