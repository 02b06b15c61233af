import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { utf8Decode } from '../text/index.ts'
import { isSeedFileName, type SeedFile, seedImage, seedImageFat } from './index.ts'

const name = fc
  .oneof(
    fc.string({ maxLength: 64 }),
    fc.string({ unit: 'binary', maxLength: 64 }),
    fc.string({ unit: fc.constantFrom(...'aAbB~1.- ü'), maxLength: 20 }),
    fc.integer({ min: 1, max: 300 }).map((index) => `user-data-${index}`),
    fc.integer({ min: 1, max: 9 }).map((index) => `USER-D~${index}`),
  )
  .filter(isSeedFileName)
const files: fc.Arbitrary<SeedFile[]> = fc.uniqueArray(
  fc.record({ name, bytes: fc.uint8Array({ size: 'large', maxLength: 5000 }) }),
  { selector: (file) => file.name.toUpperCase(), maxLength: 60 },
)

const byName = (all: readonly SeedFile[]) => all.toSorted((one, other) => (one.name < other.name ? -1 : 1))

describe('seedImage', () => {
  it('gives every file back from both trees, in whole sectors', () => {
    fc.assert(
      fc.property(files, (given) => {
        const image = seedImage(given)
        expect(image.length % 2048).toBe(0)
        for (const tree of ['primary', 'joliet'] as const)
          expect(byName(readIso(image, tree))).toEqual(byName(given))
      }),
      { numRuns: 60 },
    )
  })

  it('is the same for the same files, as FAT too', () => {
    for (const make of [seedImage, seedImageFat])
      fc.assert(
        fc.property(files, (given) => {
          expect(make(given)).toEqual(make(structuredClone(given)))
        }),
        { numRuns: 10 },
      )
  })

  it('says the same in both byte orders', () => {
    const image = seedImage([{ name: 'user-data', bytes: new Uint8Array(3) }])
    const view = new DataView(image.buffer)
    for (const descriptor of [16, 17]) {
      const at = descriptor * 2048
      expect(view.getUint32(at + 80, true)).toBe(image.length / 2048)
      expect(view.getUint32(at + 84)).toBe(image.length / 2048)
      const root = view.getUint32(at + 158, true)
      const little = view.getUint32(at + 140, true) * 2048
      const big = view.getUint32(at + 148) * 2048
      expect([...image.slice(little, little + 10)]).toEqual([1, 0, root, 0, 0, 0, 1, 0, 0, 0])
      expect([...image.slice(big, big + 10)]).toEqual([1, 0, 0, 0, 0, root, 0, 1, 0, 0])
    }
  })
})

describe('seedImageFat', () => {
  it('gives every file back, in whole sectors', () => {
    fc.assert(
      fc.property(files, (given) => {
        const image = seedImageFat(given)
        expect(image.length % 512).toBe(0)
        expect(byName(readFat(image))).toEqual(byName(given))
      }),
      { numRuns: 60 },
    )
  })

  it.each([
    ['the last FAT12', 4068 * 512, 'FAT12   ', 1],
    ['the first FAT16', 4068 * 512 + 1, 'FAT16   ', 1],
    ['larger clusters', 65508 * 512 + 1, 'FAT16   ', 2],
  ])('takes %s', (_name, length, type, sectorsPerCluster) => {
    const bytes = new Uint8Array(length)
    bytes[length - 1] = 7
    const image = seedImageFat([{ name: 'big', bytes }])
    expect(utf8Decode(image.slice(54, 62))).toBe(type)
    expect(image[13]).toBe(sectorsPerCluster)
    const [back] = readFat(image)
    expect(back?.bytes.length).toBe(length)
    expect(back?.bytes[length - 1]).toBe(7)
  })
})

describe('the names', () => {
  it.each([
    ['user-data', true],
    ["a b'$(x)", true],
    ['.hidden', true],
    ['x'.repeat(64), true],
    ['x'.repeat(65), false],
    ['€'.repeat(43), false],
    ['', false],
    ['.', false],
    ['..', false],
    ['a/b', false],
    ['a\\b', false],
    ['a:b', false],
    ['a\0b', false],
    ['end ', false],
    ['end.', false],
    ['\ud800', false],
  ])('%j: %s', (given, expected) => {
    expect(isSeedFileName(given)).toBe(expected)
    const files = [{ name: given, bytes: new Uint8Array(1) }]
    for (const make of [seedImage, seedImageFat])
      if (expected) expect(make(files).length).toBeGreaterThan(0)
      else expect(() => make(files)).toThrow(RangeError)
  })

  it('refuses the same name twice, in whatever case', () => {
    const files = ['user-data', 'User-Data'].map((each) => ({ name: each, bytes: new Uint8Array() }))
    for (const make of [seedImage, seedImageFat]) expect(() => make(files)).toThrow('is there twice')
  })
})

/** The files of one tree of an ISO 9660 volume with a flat root. */
function readIso(image: Uint8Array, tree: 'primary' | 'joliet'): SeedFile[] {
  const view = new DataView(image.buffer)
  const descriptor = (tree === 'primary' ? 16 : 17) * 2048
  expect(utf8Decode(image.slice(descriptor + 1, descriptor + 6))).toBe('CD001')
  const start = view.getUint32(descriptor + 158, true) * 2048
  const end = start + view.getUint32(descriptor + 166, true)
  const found: SeedFile[] = []
  const identifiers: string[] = []
  for (let at = start; at < end; ) {
    const length = image[at] ?? 0
    // The rest of a sector is empty.
    if (length === 0) {
      at = (Math.floor(at / 2048) + 1) * 2048
      continue
    }
    expect(at % 2048).toBeLessThanOrEqual(2048 - length)
    const idLength = image[at + 32] ?? 0
    const id = image.slice(at + 33, at + 33 + idLength)
    const systemUse = image.slice(at + 33 + idLength + ((idLength + 1) % 2), at + length)
    const from = view.getUint32(at + 2, true) * 2048
    const bytes = image.slice(from, from + view.getUint32(at + 10, true))
    if (((image[at + 25] ?? 0) & 2) === 0) {
      const identifier = tree === 'primary' ? (utf8Decode(id) ?? '') : fromUcs2(id)
      identifiers.push(identifier)
      found.push({ name: tree === 'primary' ? nameOf(systemUse) : identifier.replace(/;1$/, ''), bytes })
    }
    at += length
  }
  expect(new Set(identifiers).size).toBe(identifiers.length)
  if (tree === 'primary')
    for (const identifier of identifiers) expect(identifier).toMatch(/^[A-Z0-9_]{0,8}\.[A-Z0-9_]{0,3};1$/)
  return found
}

/** The NM entry among those of SUSP. */
function nameOf(systemUse: Uint8Array): string {
  for (let at = 0; at < systemUse.length; at += systemUse[at + 2] ?? systemUse.length)
    if (systemUse[at] === 0x4e && systemUse[at + 1] === 0x4d)
      return utf8Decode(systemUse.slice(at + 5, at + (systemUse[at + 2] ?? 0))) ?? ''
  return ''
}

function fromUcs2(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 2)
    text += String.fromCharCode(((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0))
  return text
}

/** The files of a FAT12 or FAT16 volume, by their long names. */
function readFat(image: Uint8Array): SeedFile[] {
  const view = new DataView(image.buffer)
  const clusterBytes = (image[13] ?? 0) * 512
  const rootEntries = view.getUint16(17, true)
  const tableBytes = view.getUint16(22, true) * 512
  const root = 512 + 2 * tableBytes
  const data = root + rootEntries * 32
  const isFat16 = Math.floor((image.length - data) / clusterBytes) > 4084
  const next = (cluster: number) => {
    if (isFat16) return view.getUint16(512 + cluster * 2, true)
    const pair = view.getUint16(512 + Math.floor((cluster * 3) / 2), true)
    return cluster % 2 === 0 ? pair & 0xfff : pair >> 4
  }
  const end = isFat16 ? 0xfff8 : 0xff8
  const found: SeedFile[] = []
  const shortNames: string[] = []
  let long = ''
  for (let at = root; at < data && image[at] !== 0; at += 32) {
    const attribute = image[at + 11]
    if (attribute === 0x0f) {
      const part = [1, 3, 5, 7, 9, 14, 16, 18, 20, 22, 24, 28, 30].map((step) =>
        view.getUint16(at + step, true),
      )
      const length = part.indexOf(0)
      long = String.fromCharCode(...(length < 0 ? part : part.slice(0, length))) + long
    } else if (attribute === 0x20) {
      const bytes = new Uint8Array(view.getUint32(at + 28, true))
      let written = 0
      for (
        let cluster = view.getUint16(at + 26, true);
        cluster !== 0 && cluster < end;
        cluster = next(cluster)
      ) {
        const from = data + (cluster - 2) * clusterBytes
        const part = image.subarray(from, from + Math.min(clusterBytes, bytes.length - written))
        bytes.set(part, written)
        written += part.length
      }
      expect(written).toBe(bytes.length)
      shortNames.push(utf8Decode(image.slice(at, at + 11)) ?? '')
      found.push({ name: long, bytes })
      long = ''
    }
  }
  expect(new Set(shortNames).size).toBe(shortNames.length)
  return found
}
