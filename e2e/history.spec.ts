/** What was done: named, listed with times, gone back to, and there after a reload. */
import type { Page } from '@playwright/test'
import { expect, openPage, openPart, test } from './page.ts'

const nameOf = (page: Page) => page.getByRole('textbox', { name: 'Name of the VM' })
const field = (page: Page, name: string) => page.locator('main').getByRole('textbox', { name, exact: true })
const undo = (page: Page) => page.getByRole('button', { name: /^Undo/ })
const redo = (page: Page) => page.getByRole('button', { name: /^Redo/ })

async function showHistory(page: Page) {
  await page.getByRole('button', { name: 'New, open, host' }).click()
  await page.getByRole('menuitem', { name: /^History/ }).click()
  return page.getByRole('dialog', { name: /^History of/ })
}

/** As the list has them, the newest first, without their times. */
const stepsOf = (page: Page) => page.locator('.history__name')

async function change(page: Page): Promise<void> {
  await openPart(page, 'Memory')
  await field(page, 'Memory').fill('8G')
  await expect(undo(page)).toHaveAccessibleName('Undo: memory 4G → 8G')
  await nameOf(page).fill('lab')
  await openPart(page, 'Source')
  await field(page, 'Title').fill('Build machine')
  await expect(undo(page)).toHaveAccessibleName('Undo: title Build machine')
}

test('undo says what it undoes, and the list goes to any step', async ({ page }) => {
  await openPage(page)
  await change(page)
  const dialog = await showHistory(page)
  await expect(stepsOf(page)).toHaveText([
    'title Build machine',
    'rename',
    'memory 4G → 8G',
    'as it was begun',
  ])
  await expect(dialog.getByRole('button', { name: /title Build machine.*now.*today/ })).toBeVisible()
  await dialog.getByRole('button', { name: /^as it was begun/ }).click()
  await expect(dialog.getByRole('button', { name: /as it was begun.*now/ })).toBeVisible()
  await expect(nameOf(page)).toHaveValue('my-vm')
  await dialog.getByRole('button', { name: /^rename/ }).click()
  await dialog.getByRole('button', { name: 'Close' }).click()
  await expect(nameOf(page)).toHaveValue('lab')
  await expect(undo(page)).toHaveAccessibleName('Undo: rename')
  await expect(redo(page)).toHaveAccessibleName('Redo: title Build machine')
})

test('the steps are there after a reload, those that were undone too', async ({ page }) => {
  await openPage(page)
  await change(page)
  await undo(page).click()
  await expect(redo(page)).toHaveAccessibleName('Redo: title Build machine')
  await page.waitForTimeout(2500)
  await page.reload()
  await expect(undo(page)).toHaveAccessibleName('Undo: rename')
  await expect(redo(page)).toHaveAccessibleName('Redo: title Build machine')
  await redo(page).click()
  await expect(field(page, 'Title')).toHaveValue('Build machine')
  for (let count = 0; count < 3; count += 1) await undo(page).click()
  await expect(undo(page)).toBeDisabled()
  await openPart(page, 'Memory')
  await expect(field(page, 'Memory')).toHaveValue('4G')
  await redo(page).click()
  await expect(field(page, 'Memory')).toHaveValue('8G')
})

test('each design has its own steps, and they come back with it', async ({ page }) => {
  await openPage(page)
  await change(page)
  await page.getByRole('button', { name: 'New, open, host' }).click()
  await page.getByRole('menuitem', { name: /^New VM/ }).click()
  await nameOf(page).fill('other')
  await page.getByRole('button', { name: 'New, open, host' }).click()
  await page.getByRole('menuitem', { name: /^Designs/ }).click()
  await page.getByRole('button', { name: 'Open lab' }).click()
  await expect(nameOf(page)).toHaveValue('lab')
  await expect(undo(page)).toHaveAccessibleName('Undo: title Build machine')
  await undo(page).click()
  await undo(page).click()
  await expect(nameOf(page)).toHaveValue('my-vm')
  await showHistory(page)
  await expect(stepsOf(page)).toHaveText([
    'title Build machine',
    'rename',
    'memory 4G → 8G',
    'as it was begun',
  ])
})

test('the design is compared with an earlier state of it, and with another design', async ({ page }) => {
  await openPage(page)
  await nameOf(page).fill('web')
  await page.getByRole('button', { name: 'New, open, host' }).click()
  await page.getByRole('menuitem', { name: /^New VM/ }).click()
  await openPart(page, 'Memory')
  await field(page, 'Memory').fill('8G')
  await page.getByRole('button', { name: 'New, open, host' }).click()
  await page.getByRole('menuitem', { name: /^Compare with/ }).click()
  const dialog = page.getByRole('dialog', { name: 'Compare with another VM' })
  const choice = dialog.getByRole('button', { name: /Or with an earlier state/ })
  await choice.click()
  await page.getByRole('option', { name: /^before: memory 4G → 8G/ }).click()
  await expect(dialog.getByRole('status')).toContainText(/between my-vm and this design/, { timeout: 30_000 })
  await choice.click()
  await page.getByRole('option', { name: /^web/ }).click()
  await expect(dialog.getByRole('status')).toContainText(/between web and this design/, { timeout: 30_000 })
})
