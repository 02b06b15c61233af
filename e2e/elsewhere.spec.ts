/** The design in the formats of others, and theirs as a design. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import {
  copyOutput,
  dropFile,
  expect,
  openPage,
  openPageAndEditor,
  openPart,
  pastePage,
  showEditor,
  showOutput,
  test,
} from './page.ts'

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
  await openPageAndEditor(page)
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

test('a command of virt-install is pasted, and becomes a playbook', async ({ page }) => {
  await openPage(page)
  await pastePage(page, 'sudo virt-install --name web --memory 3072 --vcpus 4 --disk size=20 --graphics vnc')
  await expect(page.getByRole('textbox', { name: 'Name of the VM' })).toHaveValue('web')
  await page.getByRole('tab', { name: 'Elsewhere' }).click()
  await page.locator('.elsewhere__choice').getByRole('button').first().click()
  await page.getByRole('option', { name: 'Ansible' }).click()
  await expect(page.locator('.text-view')).toContainText('community.libvirt.virt')
  await page.getByRole('radio', { name: 'domain.xml' }).click({ force: true })
  await expect(page.locator('.text-view')).toContainText('/var/lib/libvirt/images/web.qcow2')
})

const left = [
  ['vmx/fixtures/ubuntu-esxi.vmx', 'a VM of VMware', 'web-01'],
  ['vbox/fixtures/debian.vbox', 'a VM of VirtualBox', 'debian'],
  ['ovf/fixtures/appliance-vmware.ovf', 'an appliance (OVF)', 'appliance'],
  ['quickemu/fixtures/debian.conf', 'a configuration of quickemu', 'debian'],
] as const

test('a file of what people leave is dropped, told by its look, and opened with what does not come along', async ({
  page,
}) => {
  await openPage(page)
  for (const [file, what, name] of left) {
    const url = new URL(`../src/core/targets/${file}`, import.meta.url)
    await dropFile(page, path.basename(file), readFileSync(url, 'utf8'))
    const dialog = page.getByRole('dialog')
    await expect(dialog).toContainText(what)
    await expect(dialog).toContainText('qcow2')
    await dialog.getByRole('button', { name: 'Open', exact: true }).click()
    await expect(page.getByRole('textbox', { name: 'Name of the VM' })).toHaveValue(name)
  }
  await page.getByRole('tab', { name: 'Elsewhere' }).click()
  await page.locator('.elsewhere__choice').getByRole('button', { name: 'Terraform and OpenTofu' }).click()
  await expect(page.getByRole('option', { name: 'Proxmox VE' })).toBeVisible()
  await expect(page.getByRole('option', { name: 'VMware' })).toHaveCount(0)
})
