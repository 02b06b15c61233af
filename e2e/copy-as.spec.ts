import { clipboardText, expect, openPage, showOutput, test } from './page.ts'

test('the whole design is copied as what is wanted elsewhere, and it is said what was copied', async ({
  page,
}) => {
  await openPage(page)
  const copy = async (label: string) => {
    await page.getByRole('button', { name: 'Copy as' }).click()
    await page.getByRole('menuitem', { name: label }).click()
  }
  const said = page.locator('.live-region')

  await copy('virsh define, in one paste')
  await expect(said).toContainText('Copied the command that defines the VM')
  expect(await clipboardText(page)).toMatch(
    /^virsh -c qemu:\/\/\/session define \/dev\/stdin <<'XML'\n<domain type='kvm'>\n[\s\S]*<\/domain>\nXML\n$/,
  )

  await copy('Markdown for a forum or an issue')
  await expect(said).toContainText('Copied the post in Markdown')
  const post = await clipboardText(page)
  expect(post).toMatch(/^## my-vm\n/)
  expect(post).toContain('```xml\n<domain')
  const [, link = ''] = /The design: <([^>]+)>/.exec(post) ?? []
  await page.goto(link)
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('textbox', { name: 'Name of the VM' })).toHaveValue('my-vm')
})

test('the scripts are read before they are downloaded', async ({ page }) => {
  await openPage(page)
  await showOutput(page, 'Files')
  await page.getByRole('button', { name: /^In the zip/ }).click()
  await page.getByRole('button', { name: /^create\.sh/ }).click()
  await expect(page.getByRole('region', { name: 'create.sh' })).toContainText('#!/bin/sh')
})
