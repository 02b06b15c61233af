import fc from 'fast-check'
import { deflateSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { busyMilliseconds } from '../busy-time.test-helper.ts'
import { base64urlEncode, utf8Encode } from '../text/index.ts'
import { checksum } from './checksum.ts'
import { decodeLink } from './decode-link.ts'
import { dictionaryV1 } from './dictionary-v1.ts'
import { encodeLink } from './encode-link.ts'
import { linkLimits } from './limits.ts'

/** A link with the right check around any bytes. */
function linkOf(bytes: Uint8Array): string {
  return `v1.${checksum(bytes)}.${base64urlEncode(bytes)}`
}

/** A link around any text, as a stranger may make it. */
function linkOfText(text: string | Uint8Array): string {
  return linkOf(deflateSync(typeof text === 'string' ? utf8Encode(text) : text, { dictionary: dictionaryV1 }))
}

/** The only finding's code. */
function refusal(fragment: string): string {
  const { value, findings } = decodeLink(fragment)
  expect(value).toBeUndefined()
  expect(findings).toHaveLength(1)
  return findings[0]?.code ?? ''
}

function nested(depth: number): string {
  return `${'[{"a":'.repeat(depth / 2)}1${'}]'.repeat(depth / 2)}`
}

/**
 * FROZEN: links that people have. What they hold must be read for ever; a change here breaks every shared link.
 */
const frozen: readonly (readonly [string, string, unknown])[] = [
  ['nothing', 'v1.7fbefb94.yyvNyQEA', null],
  [
    'a small design',
    'v1.4741f159.g-ccaH6BZgdo6oSnQ2A5jivca2sB',
    { name: 'web', spec: { ram: '3G', cpu: 6, network: { mode: 'user' } } },
  ],
  [
    'texts of the world',
    'v1.b710de9f.i1ZyLzq85_B8kP-eTV_6bM4aIOPD_BkNQCqmFFR9x-TFKMXEKMUCAA',
    ['Grüße', '日本', '😀', '\u0000\n"\\'],
  ],
  [
    'a whole design',
    'v1.9095a330.g-ccyPgWqD4hM1Pgn7MBTgVkA6MtF33Wxgg2a4M2YYOcvaAxiZbBLJCykRE428B7TTiTOzHJtCw3qQjUbYMlJ1jysQS2RnHHXnoyqFxMhtTVKFGJZagXHNbgxIxjHAk-1gMZaiCuDwrqIaJ25wjXjIbgNXTYV_yZAbNcKrhJDV_1B18ZDbQJCAA',
    {
      name: 'build-box',
      spec: {
        source: {
          kind: 'cloud_image',
          url: 'https://cloud.debian.org/images/cloud/bookworm/latest/debian-12-generic-amd64.qcow2',
          base_user: 'debian',
        },
        disk_size: '80G',
        ram: '24G',
        cpu: 10,
        firmware: 'uefi-secure',
        network: { mode: 'bridge', bridge: 'vmbr3' },
        ssh: { port: 2290 },
        cloud_init: { package: ['gcc', 'ccache'], runcmd: ['usermod -aG docker build'] },
        libvirt: {
          features: { smm: true },
          cputune: { vcpupin: [{ vcpu: 0, cpuset: '4' }] },
          devices: {
            graphics: [{ type: 'vnc', port: 5911 }],
            watchdog: [{ model: 'i6300esb', action: 'poweroff' }],
          },
        },
      },
    },
  ],
]

describe('the wire format', () => {
  it.each(frozen)('reads the link of %s for ever', (_, link, value) => {
    expect(decodeLink(link)).toEqual({ value, findings: [] })
  })

  it.each(frozen)('writes the link of %s with the same bytes', (_, link, value) => {
    expect(encodeLink(value)).toBe(link)
  })

  it('starts from a dictionary that never changes', () => {
    expect(dictionaryV1).toHaveLength(12314)
    expect(checksum(dictionaryV1)).toBe('4b62546b')
  })

  it('checks with the CRC-32 that everyone knows', () => {
    expect(checksum(utf8Encode('123456789'))).toBe('cbf43926')
  })
})

describe('round trip', () => {
  const json = fc
    .json({ depthSize: 'medium', stringUnit: 'binary' })
    .filter((text) => !text.includes('__proto__'))
    .map((text): unknown => JSON.parse(text))

  it('brings any JSON value back, with the same bytes for the same value', () => {
    fc.assert(
      fc.property(json, (value) => {
        const link = encodeLink(value)
        expect(link).toMatch(/^v1\.[0-9a-f]{8}\.[\w-]+$/)
        expect(encodeLink(value)).toBe(link)
        expect(JSON.stringify(decodeLink(link).value)).toBe(JSON.stringify(value))
      }),
      { numRuns: 500 },
    )
  })

  it('brings long and random text back, whatever the chunks cut', () => {
    const random = fc.array(fc.string({ unit: 'grapheme', maxLength: 60 }), { maxLength: 300, size: 'max' })
    fc.assert(
      fc.property(random, (value) => {
        expect(decodeLink(encodeLink(value)).value).toEqual(value)
      }),
      { numRuns: 60 },
    )
  })

  it('keeps the order of keys', () => {
    const value = { zebra: 1, ape: { y: 2, x: 3 } }
    expect(JSON.stringify(decodeLink(encodeLink(value)).value)).toBe(JSON.stringify(value))
  })

  it('reads what people paste', () => {
    const link = encodeLink({ name: 'web' })
    for (const text of [`#${link}`, `  #${link}\n`, `https://example.org/vmwright/?a=1#${link}`]) {
      expect(decodeLink(text).value, text).toEqual({ name: 'web' })
    }
  })
})

describe('hostile links', () => {
  const refused: readonly (readonly [string, string, string])[] = [
    ['nothing', '', 'link.shape'],
    ['an empty fragment', '#', 'link.shape'],
    ['an address without a fragment', 'https://example.org/', 'link.shape'],
    ['a version alone', 'v1', 'link.shape'],
    ['empty parts', 'v1..', 'link.shape'],
    ['no data', 'v1.00000000.', 'link.shape'],
    ['a short check', 'v1.0000000.AAAA', 'link.shape'],
    ['plain base64', 'v1.00000000.AA+A', 'link.shape'],
    ['a part too many', 'v1.00000000.AAAA.AAAA', 'link.shape'],
    ['percent signs', 'v1.00000000.A%41A', 'link.shape'],
    ['a later version', 'v2.00000000.AAAA', 'link.version'],
    ['a version with a zero', 'v01.00000000.AAAA', 'link.version'],
    ['a wrong check', 'v1.00000000.AAAA', 'link.check'],
    ['an unknown kind of block', linkOf(Uint8Array.of(0xff, 0xff, 0xff)), 'link.inflate'],
    ['JSON that is not deflated', linkOf(utf8Encode('{"a":1}')), 'link.inflate'],
    ['a stray byte', linkOfText(Uint8Array.of(0x22, 0xff, 0x22)), 'link.text'],
    ['a surrogate in UTF-8', linkOfText(Uint8Array.of(0x22, 0xed, 0xa0, 0x80, 0x22)), 'link.text'],
    ['empty text', linkOfText(''), 'link.json'],
    ['cut JSON', linkOfText('{"a":1'), 'link.json'],
    ['a byte order mark', linkOfText('\ufeff{}'), 'link.json'],
    ['__proto__', linkOfText('{"__proto__":{"polluted":true}}'), 'link.json'],
    ['__proto__ in disguise', linkOfText('[{"a":{"\\u005f_proto__":1}}]'), 'link.json'],
    ['66 levels', linkOfText(nested(66)), 'link.depth'],
    ['200,000 levels', linkOfText('['.repeat(200_000)), 'link.depth'],
    ['40,000 characters', `v1.00000000.${'A'.repeat(40_000)}`, 'link.too-long'],
    ['two bytes too much', linkOfText(`"${'a'.repeat(linkLimits.bytes)}"`), 'link.too-large'],
  ]

  it.each(refused)('refuses %s', (_, fragment, code) => {
    expect(refusal(fragment)).toBe(code)
  })

  it('reads up to the limits', () => {
    expect(decodeLink(linkOfText(nested(64))).findings).toEqual([])
    expect(decodeLink(linkOfText(JSON.stringify('[{'.repeat(1000)))).findings).toEqual([])
    expect(decodeLink(linkOfText(`"${'a'.repeat(linkLimits.bytes - 2)}"`)).findings).toEqual([])
  })

  it('never changes what objects inherit', () => {
    const { value } = decodeLink(linkOfText('{"constructor":{"prototype":{"polluted":1}},"toString":2}'))
    expect(Object.keys(value ?? {})).toEqual(['constructor', 'toString'])
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
  })

  it('stops a bomb early', () => {
    const bomb = linkOf(deflateSync(new Uint8Array(20_000_000), { level: 9 }))
    expect(bomb.length).toBeLessThan(linkLimits.characters)
    const before = process.memoryUsage().arrayBuffers
    expect(busyMilliseconds(() => expect(refusal(bomb)).toBe('link.too-large'))).toBeLessThan(500)
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(8_000_000)
    expect(refusal(linkOf(deflateSync(new Uint8Array(100_000_000), { level: 9 })))).toBe('link.too-long')
  })

  it('notices every cut and every changed character', () => {
    const link = encodeLink({
      name: 'web',
      spec: { source: { kind: 'cloud_image', url: 'https://a/b' }, ram: '3G' },
    })
    for (let index = 0; index < link.length; index++) {
      expect(decodeLink(link.slice(0, index)).findings, `cut at ${index}`).toHaveLength(1)
      const other = link.charAt(index) === 'a' ? 'b' : 'a'
      const changed = `${link.slice(0, index)}${other}${link.slice(index + 1)}`
      expect(decodeLink(changed).findings, `changed at ${index}`).toHaveLength(1)
    }
  })

  it('never throws and never hangs, whatever the bytes, even with the right check', () => {
    const honest = deflateSync(utf8Encode(nested(40).repeat(30)), { level: 9 })
    const mutated = fc
      .array(fc.tuple(fc.nat(honest.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 })
      .map((changes) => {
        const bytes = honest.slice()
        for (const [index, byte] of changes) bytes[index] = byte
        return bytes
      })
    fc.assert(
      fc.property(fc.oneof(mutated, fc.uint8Array({ maxLength: 400, size: 'max' })), (bytes) => {
        const { value, findings } = decodeLink(linkOf(bytes))
        expect(findings.length).toBe(value === undefined ? 1 : 0)
      }),
      { numRuns: 1500, interruptAfterTimeLimit: 5000 },
    )
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(decodeLink(text).findings).toHaveLength(1)
      }),
    )
  })
})
