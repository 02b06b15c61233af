import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { securityHeaders } from '../vite/security-headers.ts'

test('the headers that docs/hosting.md names are those that the page is tested with', () => {
  const text = readFileSync(new URL('../docs/hosting.md', import.meta.url), 'utf8')
  const named = [...text.matchAll(/^ {4}([A-Z][\w-]*): (.*)$/gm)].map(([, name, value]) => [name, value])
  expect(Object.fromEntries(named)).toEqual(securityHeaders)
})
