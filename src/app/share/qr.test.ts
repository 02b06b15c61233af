import jsQR from 'jsqr'
import { expect, test } from 'vitest'
import { encodeDesignLink } from './link.ts'
import { mostQrBytes, qrOf } from './qr.ts'

/** Reads the code as a phone would: from pixels. */
function read({ side, path }: { readonly side: number; readonly path: string }): string | undefined {
  const scale = 4
  const width = side * scale
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255)
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)/g))
    for (let row = 0; row < scale; row += 1)
      for (let column = 0; column < Number(length) * scale; column += 1) {
        const at = ((Number(y) * scale + row) * width + Number(x) * scale + column) * 4
        pixels.fill(0, at, at + 3)
      }
  return jsQR(pixels, width, width)?.data
}

const address = 'https://example.org/vmwright/#'

test('a reader of QR codes reads the link', () => {
  const link = address + encodeDesignLink({ name: 'Zoë’s', spec: { ram: '4G', cpu: 2, disk_size: '20G' } })
  const code = qrOf(link)
  expect(code && read(code)).toBe(link)
})

test('the longest link that fits is read too, and one that is longer has no code', () => {
  const longest = address + 'aB3_-'.repeat(1000).slice(0, mostQrBytes - address.length)
  const code = qrOf(longest)
  expect(code && read(code)).toBe(longest)
  expect(qrOf(`${longest}a`)).toBeUndefined()
})
