import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { securityHeaders } from '../vite/security-headers.ts'

test('the headers that docs/hosting.md names are those that the page is tested with', () => {
  const text = readFileSync(new URL('../docs/hosting.md', import.meta.url), 'utf8')
  const named = [...text.matchAll(/^ {4}([A-Z][\w-]*): (.*)$/gm)].map(([, name, value]) => [name, value])
  expect(Object.fromEntries(named)).toEqual(securityHeaders)
})

test('the server of the container sends them too', () => {
  const text = readFileSync(new URL('../hosting/nginx.conf', import.meta.url), 'utf8')
  const sent = [...text.matchAll(/^ {2}add_header ([\w-]+) "(.*)" always;$/gm)]
  expect(Object.fromEntries(sent.map(([, name, value]) => [name, value]))).toEqual(securityHeaders)
  // A location with a header of its own sends none of the server's.
  expect(text).not.toMatch(/^ {4}add_header/m)
})
