import { expect, test } from 'vitest'
import { lookingGlassMemoryMiB } from './looking-glass.ts'

test.each([
  // The table of Looking Glass’s manual.
  [1920, 1080, 32, 64],
  [1920, 1200, 32, 64],
  [2560, 1440, 64, 128],
  [3840, 2160, 128, 256],
  // Ultrawide, and what is just above a power of two.
  [3440, 1440, 64, 128],
  [5120, 2160, 128, 256],
])('%i × %i takes %i MiB, and %i in HDR', (width, height, normal, hdr) => {
  expect(lookingGlassMemoryMiB({ width, height })).toBe(normal)
  expect(lookingGlassMemoryMiB({ width, height, hdr: true })).toBe(hdr)
})

test('no screen takes nothing', () => {
  for (const width of [0, -1, Number.NaN, Number.POSITIVE_INFINITY])
    expect(lookingGlassMemoryMiB({ width, height: 1080 })).toBeUndefined()
})
