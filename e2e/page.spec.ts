import { expect, test } from '@playwright/test'

test('the page opens without an error on the console', async ({ page }) => {
  const errors: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  page.on('pageerror', (error) => errors.push(error.message))

  await page.goto('./')
  await expect(page).toHaveTitle(/vmwright/)
  await expect(page.locator('#root > *').first()).toBeVisible()
  expect(errors).toEqual([])
})

test('the page asks no other host for anything', async ({ page, baseURL }) => {
  const strangers: string[] = []
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(String(baseURL)) && !/^(data|blob):/.test(url)) strangers.push(url)
  })

  await page.goto('./', { waitUntil: 'load' })
  await expect(page.locator('#root > *').first()).toBeVisible()
  expect(strangers).toEqual([])
})

test('the first load leaves Monaco out', async ({ request }) => {
  const html = await (await request.get('./')).text()
  expect(html).toContain('assets/index')
  expect(html).not.toContain('monaco')
})
