/** A design made by clicking becomes a running VM: downloaded as a zip, made by its create.sh, under a real libvirt. */
import { once } from 'node:events'
import { createReadStream, rmSync, statSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { expect, openPageAndEditor, openPart, test } from '../page.ts'
import { downloadBundle, personAt } from '../person.ts'
import { directoryOfDev, hostOfLab, inBundle, placeOfDev, unpackForDev } from './dev.ts'
import { guestImage, labIsMissing } from './lab.ts'

const missing = labIsMissing()
test.skip(missing !== undefined, missing ?? '')

let place = ''
let images: Server
let address = ''

test.beforeAll(async () => {
  place = placeOfDev(['prove-libvirt.sh', 'prove-qemu.sh'])
  for (const share of ['one', 'two']) directoryOfDev(path.join(place, share))
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
  const shares = [path.join(place, 'one'), path.join(place, 'two')]
  for (const script of ['prove-libvirt.sh', 'prove-qemu.sh']) {
    const { printed, status } = await inBundle(place, 'devbox', script, ['devbox', ...shares])
    console.log(printed)
    expect(status, printed).toBe(0)
    expect(printed).toContain('== done')
  }
})

async function designByClicking(page: Page): Promise<void> {
  await openPageAndEditor(page)
  const form = page.locator('main')
  await page.evaluate((text) => navigator.clipboard.writeText(text), JSON.stringify(hostOfLab))
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
  unpackForDev(place, await downloadBundle(page, personAt(page)))
}
