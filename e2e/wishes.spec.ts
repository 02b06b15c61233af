/** From an empty page to a bundle, by what a person sees, with each thing that they do counted. */
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { unzipSync } from 'fflate'
import { expect, openPage, openPageAndEditor, test } from './page.ts'
import { chooseSystem, downloadBundle, type Person, personAt, wishForUbuntuServer } from './person.ts'

const listing = readFileSync(new URL('fixtures/workstation.iommu.txt', import.meta.url), 'utf8')

/** The files of the bundle that is downloaded. */
async function takeBundle(page: Page, person: Person): Promise<Readonly<Record<string, string>>> {
  const zip = await downloadBundle(page, person)
  const decoder = new TextDecoder()
  return Object.fromEntries(
    Object.entries(unzipSync(readFileSync(zip))).map(([name, bytes]) => [
      name.slice(name.indexOf('/') + 1),
      decoder.decode(bytes),
    ]),
  )
}

const findings = (page: Page) => page.getByRole('region', { name: 'Findings' })

test('an Ubuntu server with SSH takes fewer than 6 interactions', async ({ page }) => {
  await openPage(page)
  const person = personAt(page)
  await wishForUbuntuServer(page, person)
  const files = await takeBundle(page, person)
  expect(files['create.sh']).toContain('https://cloud-images.ubuntu.com/noble/')
  expect(files['ssh.config']).toContain('User "ubuntu"')
  expect(person.interactions()).toBeLessThan(6)
})

test('a Debian desktop from an installer ISO takes fewer than 8 interactions', async ({ page }) => {
  await openPage(page)
  const person = personAt(page)
  await chooseSystem(page, person, 'debian 13', 'Debian 13')
  await person.click(page.getByRole('radio', { name: /^New empty disk/ }))
  await person.type(page.getByRole('textbox', { name: 'ISO file' }), '/srv/isos/debian-13.iso')
  const files = await takeBundle(page, person)
  expect(files['domain.xml']).toContain("<source file='/srv/isos/debian-13.iso'/>")
  expect(files['domain.xml']).toContain("<graphics type='vnc'")
  await expect(findings(page)).not.toContainText('error')
  expect(person.interactions()).toBeLessThan(8)
})

test('Windows with a graphics card of a pasted listing takes fewer than 20 interactions', async ({
  page,
}) => {
  await openPageAndEditor(page)
  const person = personAt(page)
  await person.paste(listing)
  await chooseSystem(page, person, 'windows 11', 'Windows 11')
  await person.click(page.getByRole('radio', { name: /^New empty disk/ }))
  await person.type(page.getByRole('textbox', { name: 'ISO file' }), '/srv/isos/windows-11.iso')
  const answers = page.getByRole('radiogroup', { name: 'Answer its questions' })
  await person.click(answers.getByRole('radio', { name: 'on', exact: true }))
  await person.click(
    page.getByRole('navigation', { name: 'Parts of the VM' }).getByRole('button', { name: /^Host devices/ }),
  )
  const devices = page.getByRole('grid', { name: 'PCI devices by IOMMU group' })
  // The GeForce with its sound and USB; the Radeon stays with the host.
  await person.click(devices.getByRole('row', { name: /^Group 21/ }))
  await expect(devices.getByRole('row', { selected: true })).toHaveCount(5)
  // Ticking shows the lines that it made.
  await expect(page.locator('.view-line', { hasText: "<hostdev mode='subsystem'" }).first()).toBeInViewport()
  const files = await takeBundle(page, person)
  expect(Object.keys(files)).toEqual(
    expect.arrayContaining(['create.sh', 'host-setup.sh', 'domain.xml', 'answers.iso']),
  )
  expect(files['domain.xml']).toContain("<hostdev mode='subsystem' type='pci'")
  expect(files['create.sh']).toContain('virtio-win')
  await expect(findings(page)).not.toContainText('error')
  expect(person.interactions()).toBeLessThan(20)
})
