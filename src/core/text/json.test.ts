import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readJson } from './json.ts'

const first = (text: string) => {
  const finding = readJson(text).findings[0]
  return finding && `${finding.position?.line}:${finding.position?.column} ${finding.code} ${finding.message}`
}

describe('readJson', () => {
  it('reads what JSON.parse reads', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(0, 2), (text, indent) => {
        const written = JSON.stringify(JSON.parse(text), null, indent)
        const read = readJson(written)
        expect(read.findings).toEqual([])
        expect(JSON.stringify(read.value)).toBe(JSON.stringify(JSON.parse(written)))
      }),
    )
  })

  it('takes no text that JSON.parse refuses', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'{}[]",:\\u0-1e.tn \n') }), (text) => {
        const parses = (() => {
          try {
            JSON.parse(text)
            return true
          } catch {
            return false
          }
        })()
        const syntax = readJson(text).findings.filter((finding) => finding.code !== 'json.duplicate-key')
        expect(syntax.length === 0).toBe(parses)
      }),
      { numRuns: 2000 },
    )
  })

  it('says where and what', () => {
    expect(first('{\n  "a": 1,\n}')).toMatch(/^3:1 json.syntax The comma before }/)
    expect(first('[1, 2')).toMatch(/^1:6 json.syntax A comma or a closing ]/)
    expect(first('{"a" 1}')).toMatch(/^1:6 json.syntax A colon/)
    expect(first("{'a': 1}")).toMatch(/^1:2 json.syntax A key in double quotes/)
    expect(first('{"a": 0x10}')).toMatch(/^1:7 json.syntax This is no JSON number/)
    expect(first('{"a": "b\n')).toMatch(/^1:9 json.syntax The closing "/)
    expect(first('')).toMatch(/^1:1 json.syntax The JSON ends/)
    expect(first('// hi\n{}')).toMatch(/^1:1 json.syntax JSON knows no comments/)
    expect(first('{} x')).toMatch(/^1:4 json.syntax There is more/)
    expect(first('"\\x"')).toMatch(/^1:2 json.syntax This is no escape/)
  })

  it('refuses one key twice, at the second', () => {
    const read = readJson('{"a": 1,\n "a": 2}')
    expect(read.findings).toMatchObject([
      { code: 'json.duplicate-key', path: ['a'], position: { line: 2, column: 2 } },
    ])
  })

  it('gives the position of a value, of a key, and of the nearest parent', () => {
    const { positionOf } = readJson('{\r\n  "user": { "uid": 10 }\r\n}')
    expect(positionOf(['user', 'uid'])).toEqual({ line: 2, column: 20, endLine: 2, endColumn: 22 })
    expect(positionOf(['user', 'uid'], 'key')).toMatchObject({ line: 2, column: 13, endColumn: 18 })
    expect(positionOf(['user', 'gid'])).toMatchObject({ line: 2, column: 11 })
    expect(positionOf([])).toMatchObject({ line: 1, column: 1 })
  })

  it('keeps __proto__ a key like any other', () => {
    const { value } = readJson('{"__proto__": {"polluted": true}}')
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype)
    expect(Object.keys(value ?? {})).toEqual(['__proto__'])
  })

  it('stops at depth and size', () => {
    expect(readJson('['.repeat(1_000_000)).findings).toMatchObject([{ code: 'json.too-deep' }])
    expect(readJson(' '.repeat(9 * 1024 * 1024)).findings).toMatchObject([{ code: 'json.too-long' }])
  })
})
