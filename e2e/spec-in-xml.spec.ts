import { readFileSync } from 'node:fs'
import { clipboardText, dropFile, expect, openPage, openPageAndEditor, showOutput, test } from './page.ts'

const yaml = `vms:
  # Mine.
  web:
    source: {kind: cloud_image, url: https://example.org/a.qcow2, base_user: debian}
    ram: 2G
    cloud_init: {package: [nginx]}
`

test('XML takes the design along, and alone brings it back with what the XML says since', async ({
  page,
}) => {
  await openPage(page)
  await dropFile(page, 'web.yml', yaml)
  await showOutput(page, 'XML')
  await page.getByRole('button', { name: 'Copy web.xml' }).click()
  await expect(page.locator('.live-region')).toContainText('Copied')
  const copied = await clipboardText(page)
  expect(copied).toContain("<vmwright:spec xmlns:vmwright='urn:vmwright:spec' version='1'>")
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download web.xml' }).click(),
  ])
  expect(readFileSync(await download.path(), 'utf8')).toBe(copied)
  await expect(page.locator('.output')).not.toContainText('vmwright:spec')

  await dropFile(page, 'web.xml', copied.replaceAll('>2048<', '>3072<').replaceAll('>web<', '>den<'))
  await page.getByRole('dialog').getByRole('button', { name: 'Open', exact: true }).click()
  await expect(page.getByRole('textbox', { name: 'Name of the VM' })).toHaveValue('den')
  await showOutput(page, 'YAML')
  const text = page.locator('.output')
  await expect(text).toContainText('# Mine.')
  await expect(text).toContainText('ram: 3G')
  await expect(text).toContainText('nginx')
  await showOutput(page, 'XML')
  await expect(text).not.toContainText('vmwright:spec')

  const goesAlong = page.getByRole('switch', { name: 'Carry the design along' })
  await goesAlong.click()
  await page.getByRole('button', { name: 'Copy den.xml' }).click()
  await expect.poll(() => clipboardText(page)).not.toContain('vmwright:spec')
  await page.reload()
  await expect(goesAlong).not.toBeChecked()
})

test('XML that is pasted into its tab brings the design along, and undo takes it back', async ({ page }) => {
  await openPageAndEditor(page)
  await dropFile(page, 'web.yml', yaml)
  await showOutput(page, 'XML')
  await page.getByRole('button', { name: 'Copy web.xml' }).click()
  await expect(page.locator('.live-region')).toContainText('Copied')
  const copied = (await clipboardText(page)).replaceAll('>2048<', '>3072<')
  await page.evaluate((text) => navigator.clipboard.writeText(text), copied)
  await page.getByRole('button', { name: 'New, open, host' }).click()
  await page.getByRole('menuitem', { name: /^New VM/ }).click()

  await page.locator('.view-line', { hasText: "<memory unit='MiB'>" }).click()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+v')
  await expect(page.getByRole('textbox', { name: 'Name of the VM' })).toHaveValue('web')
  await expect(page.locator('.live-region')).toContainText('The XML holds the design web')
  await expect(page.locator('.view-line', { hasText: 'vmwright:spec' })).toHaveCount(0)
  await showOutput(page, 'YAML')
  const text = page.locator('.output')
  await expect(text).toContainText('# Mine.')
  await expect(text).toContainText('ram: 3G')
  await expect(text).toContainText('nginx')
  await page.getByRole('button', { name: /^Undo/ }).click()
  await expect(text).not.toContainText('nginx')
})
