import { expect, openPage, openPart, test } from './page.ts'

test('parts and devices have an address, Back goes to the part before, and the title is the name', async ({
  page,
}) => {
  await openPage(page)
  const heading = page.locator('main').getByRole('heading', { level: 2 })
  await page.getByRole('textbox', { name: 'Name of the VM' }).fill('web')
  await expect(page).toHaveTitle('web · vmwright')
  expect(new URL(page.url()).search).toBe('')

  await openPart(page, 'Disks')
  await expect(page).toHaveURL(/\?part=disks$/)
  await page.getByRole('button', { name: 'Add disk' }).click()
  await page.getByRole('menuitem', { name: /^Disk image/ }).click()
  await expect(page).toHaveURL(/\?part=disks&device=libvirt\.devices\.disks%5B0%5D$/)
  await openPart(page, 'Memory')
  await expect(page).toHaveURL(/\?part=memory$/)

  await page.goBack()
  await expect(heading).toHaveText('Disks')
  await page.goBack()
  await expect(heading).toHaveText('Source')
  await page.goForward()
  await expect(heading).toHaveText('Disks')
  await page.goForward()
  await expect(heading).toHaveText('Memory')
})

test('an address opens its part and its device; one that names nothing opens the page', async ({ page }) => {
  await openPage(page)
  const heading = page.locator('main').getByRole('heading', { level: 2 })
  await openPart(page, 'Disks')
  await page.getByRole('button', { name: 'Add disk' }).click()
  await page.getByRole('menuitem', { name: /^Disk image/ }).click()
  await page.locator('main').getByRole('textbox', { name: 'File', exact: true }).fill('/srv/data.qcow2')
  const disk = page.url()
  await openPart(page, 'Memory')
  await page.reload()
  await expect(heading).toHaveText('Memory')
  await page.goto(disk)
  await expect(heading).toHaveText('Disks')
  await expect(page.locator('main').getByRole('textbox', { name: 'File', exact: true })).toHaveValue(
    '/srv/data.qcow2',
  )
  for (const search of [
    '?part=__proto__',
    '?part=',
    '?part=disks&device=libvirt.devices.disks[99]',
    '?device=[',
  ]) {
    await page.goto(`./${search}`)
    await expect(heading).toBeVisible()
  }
})
