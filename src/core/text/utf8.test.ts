import fc from 'fast-check'
import { expect, it } from 'vitest'
import { utf8Decode, utf8Encode } from './utf8.ts'

it('writes the bytes that Node writes and reads them back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const bytes = utf8Encode(text)
      expect([...bytes]).toEqual([...Buffer.from(text, 'utf8')])
      expect(utf8Decode(bytes)).toBe(text.toWellFormed())
    }),
  )
})

it('refuses what the strict decoder of Node refuses', () => {
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  const byte = fc.oneof(
    fc.integer({ min: 0, max: 255 }),
    fc.constantFrom(0x80, 0xbf, 0xc0, 0xc2, 0xe0, 0xed, 0xf0, 0xf4),
  )
  fc.assert(
    fc.property(fc.array(byte, { maxLength: 12 }), (list) => {
      const bytes = Uint8Array.from(list)
      let expected: string | undefined
      try {
        expected = strict.decode(bytes)
      } catch {
        expected = undefined
      }
      expect(utf8Decode(bytes)).toBe(expected)
    }),
    { numRuns: 3000 },
  )
})
