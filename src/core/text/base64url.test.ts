import fc from 'fast-check'
import { expect, it } from 'vitest'
import { base64urlDecode, base64urlEncode } from './base64url.ts'

it('writes what Node writes and reads it back', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      const text = base64urlEncode(bytes)
      expect(text).toBe(Buffer.from(bytes).toString('base64url'))
      expect(base64urlDecode(text)).toEqual(bytes)
    }),
  )
})

it('refuses foreign characters, impossible lengths and left-over bits', () => {
  for (const text of ['A', 'AAAAA', 'AA==', 'A+A/', 'AAAé', 'AB', 'AAB', 'AA A']) {
    expect(base64urlDecode(text), text).toBeUndefined()
  }
  expect(base64urlDecode('')).toEqual(new Uint8Array(0))
})
