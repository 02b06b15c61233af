import { readFileSync } from 'node:fs'
import { clipboardText, dropFile, expect, openPage, showOutput, test } from './page.ts'

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
