/** From an empty page to a bundle, by what a person sees, with each thing that they do counted. */
import { readFileSync } from 'node:fs'
import type { Locator, Page } from '@playwright/test'
import { unzipSync } from 'fflate'
import { expect, openPage, pastePage, test } from './page.ts'

const listing = readFileSync(new URL('fixtures/workstation.iommu.txt', import.meta.url), 'utf8')

/** A person at the page: a click, a text that is typed and a paste are one interaction each. */
function personAt(page: Page) {
  let count = 0
  return {
    interactions: () => count,
    click: async (what: Locator) => {
      count += 1
      await what.click()
    },
    type: async (where: Locator, text: string) => {
      count += 1
      await where.fill(text)
    },
    paste: async (text: string) => {
      count += 1
      await pastePage(page, text)
    },
  }
}

type Person = ReturnType<typeof personAt>

async function choose(page: Page, person: Person, words: string, name: string): Promise<void> {
  const field = page.getByRole('combobox', { name: 'What will run in it?' })
  await person.type(field, words)
  await person.click(page.getByRole('option', { name, exact: true }))
}

/** The files of the bundle; a question before the download is one interaction more. */
async function takeBundle(page: Page, person: Person): Promise<Readonly<Record<string, string>>> {
  await person.click(page.getByRole('button', { name: 'Download', exact: true }))
  const download = page.waitForEvent('download')
  await person.click(page.getByRole('menuitem', { name: /zip/ }))
  const path = await (await download).path()
  const decoder = new TextDecoder()
  return Object.fromEntries(
    Object.entries(unzipSync(readFileSync(path))).map(([name, bytes]) => [
      name.slice(name.indexOf('/') + 1),
      decoder.decode(bytes),
    ]),
  )
}

const findings = (page: Page) => page.getByRole('region', { name: 'Findings' })

test('an Ubuntu server with SSH takes fewer than 6 interactions', async ({ page }) => {
  await openPage(page)
  const person = personAt(page)
  await choose(page, person, 'ubuntu 24', 'Ubuntu 24.04 LTS')
  await expect(page.locator('main')).toContainText('It starts from the official image')
  const files = await takeBundle(page, person)
  expect(files['create.sh']).toContain('https://cloud-images.ubuntu.com/noble/')
  expect(files['ssh.config']).toContain('User "ubuntu"')
  expect(person.interactions()).toBeLessThan(6)
})

test('a Debian desktop from an installer ISO takes fewer than 8 interactions', async ({ page }) => {
  await openPage(page)
  const person = personAt(page)
  await choose(page, person, 'debian 13', 'Debian 13')
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
  await openPage(page)
  const person = personAt(page)
  await person.paste(listing)
  await choose(page, person, 'windows 11', 'Windows 11')
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
