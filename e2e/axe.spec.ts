import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { axeViolationsInThemes } from './axe-violations.ts'
import {
  dropFile,
  expect,
  openPage,
  openPageAndEditor,
  partButton,
  partTitles,
  showEditor,
  showOutput,
  test,
} from './page.ts'

/** One of everything that has a form, so that no panel is empty. */
const everything = `
vms:
  everything:
    source: {kind: cloud_image, url: https://images.example/debian.qcow2, base_user: debian, distro: debian}
    disk_size: 30G
    ram: 8G
    cpus: 4
    firmware: uefi-secure
    network: {mode: user, port_forwards: ["8080:80", "2222:443"]}
    ssh: {port: 2222}
    snapshot: [{name: clean}]
    cloud_init:
      packages: [git]
      runcmd: ["touch /run/done"]
      users: [{name: anna}]
      write_files: [{path: /etc/motd, content: hello}]
    libvirt:
      cputune: {vcpupin: [{vcpu: 0, cpuset: "2"}, {vcpu: 9, cpuset: "3"}]}
      cpu: {mode: custom, features: [{policy: require, name: vmx}]}
      features: {hyperv: {relaxed: on}}
      clock: {offset: utc, timers: [{name: hpet, present: no}]}
      snippets: ["<hub type='usb'/>"]
      devices:
        disks:
          - {type: file, device: disk, driver: {type: qcow2}, source: {file: /srv/a.qcow2}, target: {dev: vdb, bus: virtio}}
          - {type: file, device: disk, driver: {type: qcow2}, source: {file: /srv/b.qcow2}, target: {dev: vdb, bus: virtio}}
        interfaces: [{type: network, source: {network: default}}]
        filesystems: [{driver: virtiofs, source: /srv/data, target: data}]
        video: [{model: qxl}]
        graphics: [{type: spice, autoport: "yes"}]
        hostdevs: [{type: usb, source: {vendor: "0x046d", product: "0xc52b"}}]
        channels: [{type: unix, name: org.qemu.guest_agent.0}]
        inputs: [{type: tablet, bus: usb}]
        sound: [{model: ich9}]
        rng: [{model: virtio, backend: /dev/urandom}]
        tpm: [{model: tpm-crb, backend: {type: emulator, version: "2.0"}}]
`

const host = readFileSync(new URL('fixtures/host/lab.json', import.meta.url), 'utf8')

/** Opens the page with one of everything, the form of the first device of each list open. */
async function openEverything(page: Page): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await openPageAndEditor(page)
  await dropFile(page, 'everything.yml', everything)
  await expect(page.getByRole('textbox', { name: 'Name of the VM' })).toHaveValue('everything')
  await dropFile(page, 'host.json', host)
  // What is read again after the reload.
  await expect.poll(() => page.evaluate(() => localStorage.getItem('vmwright.host'))).toContain('debian')
  await expect
    .poll(() => page.evaluate(() => JSON.stringify(Object.values(localStorage))))
    .toContain('images.example/debian.qcow2')
  await page.evaluate(() => {
    const key = `vmwright.design.${sessionStorage.getItem('vmwright.open')?.replace(' new', '') ?? ''}`
    const work = JSON.parse(localStorage.getItem(key) ?? '{}')
    const lists = Object.entries(work.design.spec.libvirt.devices).filter(([, list]) => Array.isArray(list))
    work.selection.devices = {
      snapshot: 0,
      'cloud_init.users': 0,
      'cloud_init.write_files': 0,
      'libvirt.cpu.features': 0,
      'libvirt.clock.timers': 0,
      'libvirt.snippets': 0,
      ...Object.fromEntries(lists.map(([key]) => [`libvirt.devices.${key}`, 0])),
    }
    addEventListener('pagehide', () => localStorage.setItem(key, JSON.stringify(work)))
  })
  await page.reload()
  await expect(page.locator('main h2')).toBeVisible()
}

test('axe finds nothing on any part in a wide window, in either theme', async ({ page }) => {
  test.slow()
  await openEverything(page)
  await showEditor(page)
  expect.soft(await axeViolationsInThemes(page), 'the whole page').toEqual([])
  for (const part of partTitles)
    await test.step(part, async () => {
      await partButton(page, part).click()
      await expect(page.locator('main').getByRole('heading', { level: 2, name: part })).toBeVisible()
      expect.soft(await axeViolationsInThemes(page, 'main'), part).toEqual([])
    })
})

test('axe finds nothing on any part in a narrow window, in either theme', async ({ page }) => {
  test.slow()
  await page.setViewportSize({ width: 390, height: 844 })
  await openEverything(page)
  expect.soft(await axeViolationsInThemes(page), 'the whole page').toEqual([])
  const bar = page.getByRole('navigation', { name: 'Views' })
  for (const part of partTitles)
    await test.step(part, async () => {
      await bar.locator('button[aria-expanded]').first().click()
      if (part === 'CPU') expect.soft(await axeViolationsInThemes(page), 'the sheet of the parts').toEqual([])
      await partButton(page, part).click()
      await expect(page.locator('main').getByRole('heading', { level: 2, name: part })).toBeVisible()
      expect.soft(await axeViolationsInThemes(page, 'main'), part).toEqual([])
      // Nothing is wider than the window.
      expect
        .soft(await page.evaluate(() => document.documentElement.scrollWidth), part)
        .toBeLessThanOrEqual(390)
    })
  await bar.getByRole('button', { name: 'Output', exact: true }).click()
  await showEditor(page)
  expect.soft(await axeViolationsInThemes(page), 'the sheet of the output').toEqual([])
})

test('axe finds nothing on the outputs, the dialogs and the rail of icons', async ({ page }) => {
  test.slow()
  await openEverything(page)
  for (const tab of ['QEMU', 'YAML', 'cloud-init', 'Files'] as const)
    await test.step(tab, async () => {
      await showOutput(page, tab)
      expect.soft(await axeViolationsInThemes(page, '.output'), tab).toEqual([])
    })
  await test.step('search', async () => {
    await page.getByRole('searchbox', { name: 'Find a setting' }).fill('port')
    expect.soft(await axeViolationsInThemes(page, '.rail'), 'search').toEqual([])
    await page.keyboard.press('Escape')
  })
  await test.step('dialogs', async () => {
    await dropFile(page, 'broken.yml', 'vms: {broken: {ram: 6G, memroy: 1}}')
    await expect(page.getByRole('dialog')).toBeVisible()
    expect.soft(await axeViolationsInThemes(page, '[role="dialog"]'), 'replace').toEqual([])
    await page.keyboard.press('Escape')
    await page
      .getByRole('banner')
      .getByRole('button', { name: /debian host/ })
      .click()
    await expect(page.getByRole('dialog')).toBeVisible()
    expect.soft(await axeViolationsInThemes(page, '[role="dialog"]'), 'host').toEqual([])
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  })
  await test.step('1024', async () => {
    await page.setViewportSize({ width: 1024, height: 768 })
    await expect(page.locator('.rail--icons')).toBeVisible()
    expect.soft(await axeViolationsInThemes(page), '1024').toEqual([])
  })
})

test('axe finds nothing on the table of VMs', async ({ page }) => {
  test.slow()
  await openPage(page)
  await page.getByRole('button', { name: 'New, open, host' }).click()
  await page.getByRole('menuitem', { name: 'Many from one …' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toBeVisible()
  expect.soft(await axeViolationsInThemes(page, '[role="dialog"]'), 'no table yet').toEqual([])
  // A clash, so that cells and rows are marked.
  const table = 'name,mac\nweb-1,52:54:00:00:00:01\nweb-2,52:54:00:00:00:01\nweb-{3..5},\n'
  await dialog.getByRole('textbox', { name: 'Paste from a spreadsheet, or CSV' }).fill(table)
  await expect(dialog.getByRole('textbox', { name: 'mac, row 2' })).toHaveAttribute('aria-invalid')
  await expect(dialog.getByRole('region', { name: 'web-1.xml' })).toBeVisible()
  expect.soft(await axeViolationsInThemes(page, '[role="dialog"]'), 'a table').toEqual([])
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
})
