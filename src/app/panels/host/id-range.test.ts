import { expect, test } from 'vitest'
import { formatIdRange, readIdRange } from './id-range.ts'

test('reads a line of /etc/subuid, with and without the name', () => {
  expect(readIdRange('me:100000:65536')).toEqual({ start: 100000, count: 65536 })
  expect(readIdRange(' 100000:65536 ')).toEqual({ start: 100000, count: 65536 })
})

test.each(['', '100000', 'me:100000', '100000:0', '100000-165535', 'a:b:c'])('refuses %j', (text) => {
  expect(readIdRange(text)).toBeUndefined()
})

test('what is shown can be read again', () => {
  expect(formatIdRange(readIdRange('me:100000:65536'))).toBe('100000:65536')
  expect(formatIdRange(undefined)).toBeUndefined()
})
