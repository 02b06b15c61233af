/** Whatever a text is: no exception, a design that resolves, and time as the text is long. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { busyMilliseconds } from '../../busy-time.test-helper.ts'
import { resolve } from '../../resolve/index.ts'
import { targetIds, targets } from '../index.ts'

const root = path.join(import.meta.dirname, '..')
const readOnly = targetIds.filter((id) => targets[id].writer === undefined)

function textsOf(id: string): string[] {
  const folder = path.join(root, id, 'fixtures')
  return readdirSync(folder).map((name) => readFileSync(path.join(folder, name), 'utf8'))
}

const nasty = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.constantFrom(
    ...['"', "'", '(', ')', '$(reboot)', '`', '|22', '|', '\\', '\0', '\r', '\n', '__proto__', 'constructor'],
    ...[
      '-1',
      '99999999999',
      '1e9',
      '0x10',
      'true',
      '../../etc/passwd',
      'file:///etc',
      '{',
      '}',
      '<',
      '&amp;',
    ],
    ...['=', ' = ', '[', '\u202e', '\ud800', 'a'.repeat(300), '%s', '"><x/>', 'NaN', '2^99', 'byte * 2^99'],
  ),
)

/** A good text with some of its words replaced, lines twice, and others cut. */
function changed(texts: readonly string[]): fc.Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom(...texts), fc.array(fc.tuple(fc.nat(), nasty, fc.nat(6)), { maxLength: 12 }))
    .map(([text, changes]) =>
      changes.reduce((now, [at, put, length]) => {
        const start = at % (now.length + 1)
        return now.slice(0, start) + put + now.slice(start + length)
      }, text),
    )
}

/** A good text with the values of its keys or attributes replaced, so that it stays one of the format. */
function otherValues(texts: readonly string[]): fc.Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom(...texts), fc.array(nasty, { minLength: 4, maxLength: 4 }), fc.nat(30))
    .map(([text, values, start]) => {
      let count = 0
      return text.replace(/"[^"\n]*"/g, (said) => {
        count += 1
        const value = values[(count + start) % 7] ?? ''
        return (count + start) % 7 < 4 ? `"${value.replace(/["<&\0\r\n\ud800]/g, '')}"` : said
      })
    })
}

describe.each(readOnly)('%s', (id) => {
  const reader = targets[id].reader
  const texts = textsOf(id)
  const read = (text: string) => {
    for (const design of reader?.read(text, 'vm', undefined).designs ?? []) resolve(design, undefined)
  }

  test('no text ends in an exception, and what comes of it is a design', () => {
    fc.assert(fc.property(fc.oneof(changed(texts), otherValues(texts), fc.string()), read), { numRuns: 250 })
    fc.assert(
      fc.property(fc.oneof(changed(texts), fc.string()), (text) => {
        reader?.fits(text)
      }),
    )
  })

  test.each([
    ['one letter', 'a'.repeat(500_000)],
    ['lines', '\n'.repeat(500_000)],
    ['blanks', `guest_os=${' '.repeat(500_000)}x`],
    ['signs', '='.repeat(500_000)],
    ['quotes', `disk_img=${'"'.repeat(500_000)}`],
    ['open lists', 'port_forwards=(\n'.repeat(30_000)],
    ['open blocks', 'if a {\n'.repeat(70_000)],
    ['keys', Array.from({ length: 30_000 }, (_, n) => `key${n}.present = "TRUE"\n`).join('')],
    [
      'drives',
      Array.from({ length: 60_000 }, (_, n) => `scsi${n % 900}:${n >> 8}.present = "${n % 2}"\n`).join(''),
    ],
    ['VMs', `<VirtualBox><Machine name="a"><Hardware/></Machine>${'<Machine/>'.repeat(20_000)}</VirtualBox>`],
    ['brackets', '<'.repeat(500_000)],
    ['a tar', `${'x.ovf\0'.padEnd(257, '\0')}ustar${'<Envelope>'.repeat(50_000)}`],
    ['elements', `<VirtualBox><Machine>${'<a>'.repeat(100)}${'</a>'.repeat(100)}</Machine></VirtualBox>`],
  ])('takes linear time for %s', (_, text) => {
    expect(busyMilliseconds(() => read(text))).toBeLessThan(5000)
    expect(busyMilliseconds(() => reader?.fits(text))).toBeLessThan(1000)
  })

  test('a text of nothing, and one that is too long, say so', () => {
    const codes = (text: string) => reader?.read(text, 'vm', undefined).findings.map(({ code }) => code)
    expect(codes('a'.repeat(2 * 1024 * 1024 + 1))).toEqual([`${id}.too-long`])
    expect(codes(id === 'vbox' || id === 'ovf' ? '<a/>' : '# nothing\n')).toEqual([`${id}.nothing`])
  })
})

test('many drives and cards are as quick as many lines are', () => {
  const drives = Array.from(
    { length: 60 },
    (_, n) => `scsi${n >> 4}:${n % 16}.present = "TRUE"\nscsi${n >> 4}:${n % 16}.fileName = "${n}.vmdk"\n`,
  )
  const text = `config.version = "8"\nguestOS = "debian12-64"\nmemsize = "1024"\n${drives.join('')}`
  expect(busyMilliseconds(() => targets.vmx.reader?.read(text, 'vm', undefined))).toBeLessThan(5000)
})
