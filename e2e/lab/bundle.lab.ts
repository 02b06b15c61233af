/** A design made by clicking becomes a running VM: downloaded as a zip, made by its create.sh, under a real libvirt. */
import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  chownSync,
  copyFileSync,
  createReadStream,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
} from 'node:fs'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { expect, openPage, openPart, test } from '../page.ts'
import { guestImage, inLab, labIsMissing, labScript } from './lab.ts'

const missing = labIsMissing()
test.skip(missing !== undefined, missing ?? '')

/** The person of the lab, as the probe would say it. */
const host = {
  arch: 'x86_64',
  distro: 'debian',
  libvirt: '11.3.0',
  qemu: '10.0.2',
  connection: 'session',
  user: {
    name: 'dev',
    uid: 1000,
    gid: 1000,
    subuid: { start: 100_000, count: 65_536 },
    subgid: { start: 100_000, count: 65_536 },
  },
  paths: { state_dir: '/home/dev/vms/{name}' },
}

let place = ''
let images: Server
let address = ''

test.beforeAll(async () => {
  // A name that a careless script breaks at.
  place = path.join(mkdtempSync(path.join(tmpdir(), 'vmwright-lab-')), `a b'"$(x)`)
  for (const folder of ['', 'one', 'two', 'bundle', 'scripts']) {
    mkdirSync(path.join(place, folder))
    chownSync(path.join(place, folder), 1000, 1000)
  }
  chmodSync(path.dirname(place), 0o755)
  for (const name of ['prove-libvirt.sh', 'prove-qemu.sh']) {
    copyFileSync(labScript(name), path.join(place, 'scripts', name))
    chmodSync(path.join(place, 'scripts', name), 0o755)
  }
  images = createServer((_, response) => {
    response.setHeader('content-length', statSync(guestImage).size)
    createReadStream(guestImage).pipe(response)
  }).listen(0, '127.0.0.1')
  await once(images, 'listening')
  const bound = images.address()
  address = typeof bound === 'object' && bound ? `http://127.0.0.1:${bound.port}/guest.qcow2` : ''
})

test.afterAll(() => {
  images.close()
  rmSync(path.dirname(place), { recursive: true, force: true })
})

test('a design made by clicking runs under libvirt, and without it', async ({ page }) => {
  await designByClicking(page)
  await download(page)
  const bundle = path.join(place, 'bundle', 'devbox')
  const shares = [path.join(place, 'one'), path.join(place, 'two')]
  for (const script of ['prove-libvirt.sh', 'prove-qemu.sh']) {
    const proof = path.join(place, 'scripts', script)
    const { printed, status } = await inLab(place, 'dev', [
      'sh',
      '-c',
      'cd "$1" && shift && exec "$@"',
      'sh',
      bundle,
      proof,
      'devbox',
      ...shares,
    ])
    console.log(printed)
    expect(status, printed).toBe(0)
    expect(printed).toContain('== done')
  }
})

async function designByClicking(page: Page): Promise<void> {
  await openPage(page)
  const form = page.locator('main')
  await page.evaluate((text) => navigator.clipboard.writeText(text), JSON.stringify(host))
  await page.locator('body').press('Control+V')
  await page.getByRole('textbox', { name: 'Name of the VM' }).fill('devbox')

  await openPart(page, 'Source')
  await form.getByRole('radio', { name: 'Cloud image', exact: true }).click()
  await form.getByRole('combobox', { name: 'Image address' }).fill(address)
  await form.getByRole('textbox', { name: 'User of the image' }).fill('debian')
  await form.getByRole('textbox', { name: 'Disk size' }).fill('4G')
  // KVM on top of KVM is not for every machine: the lab emulates.
  await openPart(page, 'Firmware and boot')
  await form.getByRole('radio', { name: 'BIOS', exact: true }).click()
  await form.getByRole('button', { name: /Hypervisor/ }).click()
  await page.getByRole('option', { name: 'qemu', exact: true }).click()
  await openPart(page, 'CPU')
  await form.getByRole('radio', { name: 'The most there is', exact: true }).click()
  await form.getByRole('textbox', { name: 'vCPUs', exact: true }).fill('2')
  await openPart(page, 'Memory')
  await form.getByRole('textbox', { name: 'Memory', exact: true }).fill('768M')
  await openPart(page, 'Shares')
  for (const [index, name] of ['one', 'two'].entries()) {
    await form.getByRole('button', { name: 'Add share' }).click()
    await page.getByRole('menuitem', { name: /^virtiofs/ }).click()
    await form.getByRole('textbox', { name: 'Directory', exact: true }).last().fill(path.join(place, name))
    await form
      .getByRole('textbox', { name: 'Tag', exact: true })
      .last()
      .fill(index === 0 ? 'workspace' : 'data')
  }
  await openPart(page, 'Channels')
  await form.getByRole('button', { name: 'Add channel' }).click()
  await page.getByRole('menuitem', { name: /^QEMU guest agent/ }).click()
  await openPart(page, 'Network and ports')
  await form.getByRole('textbox', { name: 'Host port for SSH' }).fill('2231')
}

async function download(page: Page): Promise<void> {
  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download', exact: true }).click()
  await page.getByRole('menuitem', { name: /^Everything as zip/ }).click()
  const zip = path.join(place, 'bundle.zip')
  await (await waiting).saveAs(zip)
  const bundle = path.join(place, 'bundle')
  execFileSync('unzip', ['-q', zip, '-d', bundle])
  for (const name of ['.', ...readdirSync(bundle, { recursive: true, encoding: 'utf8' })])
    chownSync(path.join(bundle, name), 1000, 1000)
}
