import { expect, openPage, openPageAndEditor, showEditor, showOutput, test } from './page.ts'

test('Monaco is loaded with the first output that is shown, not before', async ({ page }) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.setViewportSize({ width: 390, height: 844 })
  await openPageAndEditor(page)
  await page.waitForLoadState('networkidle')
  expect(asked.filter((address) => /monaco|editor\.worker/.test(address))).toEqual([])

  await page.getByRole('button', { name: 'Output', exact: true }).click()
  await showEditor(page)
  await expect(page.locator('.view-line', { hasText: '<domain' })).toBeVisible()
  expect(asked.some((address) => address.includes('monaco'))).toBe(true)
})

test('the output is read before Monaco is there, and without it', async ({ page, troubles }) => {
  await page.route(/monaco/, (route) => route.abort())
  await page.goto('./')
  await expect(page.locator('.text-view__plain')).toContainText("<domain type='kvm'>")
  await showOutput(page, 'YAML')
  await expect(page.locator('.text-view__plain')).toContainText('disk_size: 20G')
  // The browser says that it could not load what this test withheld.
  expect(troubles.every((trouble) => trouble.includes('ERR_FAILED'))).toBe(true)
  troubles.length = 0
})

test('the page is held to a content security policy', async ({ page, troubles }) => {
  await openPage(page)
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content')
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("script-src 'self'")
  expect(policy).not.toMatch(/script-src[^;]*unsafe/)
  const ran = await page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'window.ranInline = true'
    document.body.append(script)
    return Reflect.get(window, 'ranInline')
  })
  expect(ran).toBeUndefined()
  // Both the header and the page itself have the policy.
  await expect.poll(() => troubles.length).toBe(2)
  for (const trouble of troubles.splice(0)) expect(trouble).toMatch(/Content Security Policy/)
})

test('the page says its language and has a title', async ({ page }) => {
  await openPage(page)
  await expect(page).toHaveTitle(/vmwright/)
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
})
