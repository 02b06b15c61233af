import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { doubleCommas, options } from './options.ts'

/** QEMU's get_opt_value and qemu_opts_do_parse: a comma ends a value unless a second one follows. */
function parse(text: string): [key: string, value: string][] {
  const parts: string[] = []
  let part = ''
  for (let at = 0; at < text.length; at += 1) {
    const doubled = text[at] === ',' && text[at + 1] === ','
    if (doubled) at += 1
    else if (text[at] === ',') {
      parts.push(part)
      part = ''
      continue
    }
    part += text[at]
  }
  parts.push(part)
  return parts.map((pair) => {
    const equals = pair.indexOf('=')
    return equals < 0 ? ['', pair] : [pair.slice(0, equals), pair.slice(equals + 1)]
  })
}

describe('options', () => {
  it('writes the first word, then keys in their order', () => {
    expect(options('user', { id: 'net0', mtu: 1500, restrict: false, ipv6: undefined })).toBe(
      'user,id=net0,mtu=1500,restrict=off',
    )
  })

  it('leaves the first word out, and says a list key once for each value', () => {
    expect(options('', { type: 11, value: ['a,b', 'c'] })).toBe('type=11,value=a,,b,value=c')
  })

  it('loses no text on the way through QEMU’s parser', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (one, two) => {
        expect(parse(options('', { one, two }))).toEqual([
          ['one', one],
          ['two', two],
        ])
      }),
    )
  })

  it('doubles commas wherever they stand', () => {
    expect(doubleCommas(',a,,b')).toBe(',,a,,,,b')
  })
})
