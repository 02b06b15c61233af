import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import type { Locator, Page } from '@playwright/test'
import { largeDesign } from '../src/core/picture/large-design.test-helper.ts'
import { axeViolations, axeViolationsInThemes } from './axe-violations.ts'
import { dropFile, expect, openPage, openPageAndEditor, partButton, test } from './page.ts'

const host = readFileSync(new URL('fixtures/host/lab.json', import.meta.url), 'utf8')

/** Names that would be markup, if anything took them for it. */
const small = `
vms:
  small:
    ram: 4G
    libvirt:
      devices:
        disks:
          - {type: file, device: disk, driver: {type: qcow2}, source: {file: "/srv/</text><script>alert(1)</script>.qcow2"}, target: {dev: vdb, bus: virtio}, serial: "A&B"}
        interfaces: [{type: bridge, source: {bridge: br0}}]
        filesystems: [{driver: virtiofs, source: /srv/data, target: data}]
`

/** Two cards with a group each, and the first of them with its sound. */
const gpus = JSON.stringify({
  ...JSON.parse(host),
  iommu: true,
  pci: [
    gpu('0000:01:00.0', '0300', 'NVIDIA Corporation GK106 [GeForce GTX 660]', '11c0', 13),
    gpu('0000:01:00.1', '0403', 'NVIDIA Corporation GK106 HDMI Audio Controller', '0e0b', 13),
    gpu('0000:04:00.0', '0300', 'NVIDIA Corporation GP107 [GeForce GTX 1050]', '1c81', 14),
  ],
})

function gpu(address: string, class_code: string, name: string, device_id: string, iommu_group: number) {
  return { address, class_code, class_name: '', name, vendor_id: '10de', device_id, iommu_group }
}

function tree(page: Page): Locator {
  return page.getByRole('tree', { name: /^Picture of / })
}

async function openPicture(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Picture', exact: true }).click()
  await expect(tree(page)).toBeVisible()
}

test('a click and the keyboard go to the part, and nothing is drawn before it is looked at', async ({
  page,
}) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await openPage(page)
  await dropFile(page, 'small.yml', small)
  await expect(page.getByRole('textbox', { name: 'Name of the VM' })).toHaveValue('small')
  expect(asked.filter((address) => /PictureView/.test(address))).toEqual([])
  await openPicture(page)

  await tree(page)
    .getByRole('treeitem', { name: /^Share data/ })
    .click()
  await expect(page.locator('main').getByRole('heading', { level: 2, name: 'Shares' })).toBeVisible()

  await tree(page).getByRole('treeitem').first().focus()
  await page.keyboard.press('End')
  await page.keyboard.press('Home')
  await expect(tree(page).getByRole('treeitem').first()).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.locator('main').getByRole('heading', { level: 2, name: 'CPU' })).toBeVisible()

  await page.getByRole('radio', { name: 'List' }).click()
  await page.getByRole('button', { name: /^Network card.*leads to bridge br0/ }).click()
  await expect(
    page.locator('main').getByRole('heading', { level: 2, name: 'Network and ports' }),
  ).toBeVisible()
})

test('a GPU is dragged in from the host, and taken back and given by its button', async ({ page }) => {
  await openPage(page)
  await dropFile(page, 'small.yml', small)
  await dropFile(page, 'host.json', gpus)
  await openPicture(page)
  const onHost = page.getByRole('region', { name: 'On the host' })
  await onHost
    .getByRole('listitem')
    .filter({ hasText: 'GeForce GTX 660' })
    .last()
    .dragTo(tree(page), { targetPosition: { x: 60, y: 60 } })
  // Its sound goes along.
  await expect(tree(page).getByRole('treeitem', { name: /^PCI host device/ })).toHaveCount(2)
  await expect(tree(page).getByRole('treeitem', { name: /IOMMU group 13/ })).toHaveCount(2)
  await onHost.getByRole('button', { name: 'Take GeForce GTX 660 back' }).press('Enter')
  await expect(tree(page).getByRole('treeitem', { name: /^PCI host device/ })).toHaveCount(0)
  await onHost.getByRole('button', { name: 'Give GeForce GTX 1050 to the guest' }).press('Enter')
  await expect(tree(page).getByRole('treeitem', { name: /IOMMU group 14/ })).toHaveCount(1)
  await page.getByRole('button', { name: /^Undo: add GeForce GTX 1050/ }).click()
  await expect(tree(page).getByRole('treeitem', { name: /^PCI host device/ })).toHaveCount(0)
})

test('the picture is downloaded as SVG that any parser of XML reads', async ({ page }, { outputDir }) => {
  await openPageAndEditor(page)
  await dropFile(page, 'small.yml', small)
  await openPicture(page)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download the picture as SVG' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('small.svg')
  const file = `${outputDir}/small.svg`
  await download.saveAs(file)
  execFileSync('xmllint', ['--noout', '--nonet', file])
  const found = await page.evaluate(
    (text) => {
      const svg = new DOMParser().parseFromString(text, 'image/svg+xml')
      return {
        root: svg.documentElement.localName,
        scripts: svg.querySelectorAll('script').length,
        texts: [...svg.querySelectorAll('title')].map((title) => title.textContent ?? ''),
      }
    },
    readFileSync(file, 'utf8'),
  )
  expect(found.root).toBe('svg')
  expect(found.scripts).toBe(0)
  expect(found.texts.some((text) => text.includes('/srv/</text><script>alert(1)</script>.qcow2'))).toBe(true)
})

test('axe finds nothing, and each width of the page shows it', async ({ page }) => {
  test.slow()
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await openPage(page)
  await dropFile(page, 'small.yml', small)
  await dropFile(page, 'host.json', gpus)
  await openPicture(page)
  expect.soft(await axeViolationsInThemes(page, '.output')).toEqual([])
  await page.getByRole('radio', { name: 'List' }).click()
  expect.soft(await axeViolations(page, '.output'), 'the list').toEqual([])
  await page.getByRole('radio', { name: 'Drawing' }).click()
  await page.emulateMedia({ forcedColors: 'active' })
  await expect(tree(page)).toBeVisible()
  await page.emulateMedia({ forcedColors: 'none' })
  await page.setViewportSize({ width: 390, height: 844 })
  await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Output' }).click()
  await expect(tree(page)).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
})

test('200 devices are drawn at once, each once', async ({ page }) => {
  await openPage(page)
  const { name, spec } = largeDesign()
  await dropFile(page, 'large.yml', JSON.stringify({ vms: { [name]: spec } }))
  await openPicture(page)
  await expect(tree(page).getByRole('treeitem', { name: /^Disk vd/ })).toHaveCount(91)
  await expect(tree(page).getByRole('treeitem', { name: /^Share share/ })).toHaveCount(30)
  await tree(page)
    .getByRole('treeitem', { name: /^Share share20,/ })
    .click()
  await expect(partButton(page, 'Shares')).toHaveAttribute('aria-current', 'page')
})
