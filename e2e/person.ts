/** A person at the page, who uses what is visible, with each thing that they do counted. */
import type { Locator, Page } from '@playwright/test'
import { expect, pastePage } from './page.ts'

export type Person = ReturnType<typeof personAt>

/** A click, a text that is typed and a paste are one interaction each. */
export function personAt(page: Page) {
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

/** Chooses the system that will run in the VM, by words of its name. */
export async function chooseSystem(page: Page, person: Person, words: string, name: string): Promise<void> {
  const field = page.getByRole('combobox', { name: 'What will run in it?' })
  await person.type(field, words)
  await person.click(page.getByRole('option', { name, exact: true }))
}

/** The wish for an Ubuntu server with SSH, up to its download. */
export async function wishForUbuntuServer(page: Page, person: Person): Promise<void> {
  await chooseSystem(page, person, 'ubuntu 24', 'Ubuntu 24.04 LTS')
  await expect(page.locator('main')).toContainText('It starts from the official image')
}

/**
 * Downloads the bundle; a question before the download is one interaction more.
 *
 * @returns where the zip is
 */
export async function downloadBundle(page: Page, person: Person): Promise<string> {
  await person.click(page.getByRole('button', { name: 'Download', exact: true }))
  const download = page.waitForEvent('download')
  await person.click(page.getByRole('menuitem', { name: /^Everything as zip/ }))
  return await (await download).path()
}
