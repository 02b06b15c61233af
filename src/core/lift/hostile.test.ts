import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { busyMilliseconds } from '../busy-time.test-helper.ts'
import { renderXmlText } from '../domain/index.ts'
import { resolve } from '../resolve/index.ts'
import { lift, readDomainXml } from './index.ts'

const fixtures = path.join(import.meta.dirname, '../domain/fixtures')
const seeds = readdirSync(fixtures)
  .filter((name) => name.endsWith('.xml'))
  .map((name) => readFileSync(path.join(fixtures, name), 'utf8'))

/** All of them are tried with VMWRIGHT_LONG=1. */
const all = 100_000
const isLong = Boolean(process.env['VMWRIGHT_LONG'])
const runs = isLong ? all : 2_000
/** Milliseconds of processor time, since the machine may have other work; measured in the long mode alone. */
const longest = 200

const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })

/** A change to a text, told by two places in it between 0 and 1. */
type Mutation = (text: string, from: number, to: number) => string

const mutations: readonly Mutation[] = [
  // A byte is another one.
  (text, from, to) => splice(text, from, 1, String.fromCharCode(Math.floor(to * 256))),
  (text, from, to) => splice(text, from, 1, [...'<>&\'"/=- \n\u0000\ufffe😀'][Math.floor(to * 13)] ?? ''),
  // A piece is missing, or there twice.
  (text, from, to) => splice(text, from, Math.floor(to * to * 200), ''),
  (text, from, to) => splice(text, from, 0, text.slice(at(text, to), at(text, to) + 120)),
  (text, from) => text.slice(0, at(text, from)),
  // A tag or an attribute is cut.
  (text, from) => cutBehind(text, from, '<', /[^>]*>/),
  (text, from) => cutBehind(text, from, ' ', /[\w:]+='[^']*'/),
  (text, from) => cutBehind(text, from, "'", /[^']*'/),
  // Deep, long, many.
  (text, from, to) => insertInside(text, from, '<a>'.repeat(Math.floor(to * 400))),
  (text, from, to) => insertInside(text, from, nested(Math.floor(to * 300))),
  (text, from, to) => insertInside(text, from, `<${'n'.repeat(Math.floor(to * 100_000) + 1)}/>`),
  (text, from, to) => insertInside(text, from, `<vcpu>${'9'.repeat(Math.floor(to * 50_000))}</vcpu>`),
  (text, from, to) => insertInside(text, from, "<disk type='file'/>".repeat(Math.floor(to * 200))),
  (text, from, to) => insertInside(text, from, `<x ${attributes(Math.floor(to * 500))}/>`),
  (text, from) => insertInside(text, from, "<!DOCTYPE a [<!ENTITY b 'c'>]>&b;"),
  (text, from) => insertInside(text, from, '<![CDATA[ ]]><?a b?><!-- c --><__proto__ constructor="1"/>'),
]

function at(text: string, where: number): number {
  return Math.floor(where * text.length)
}

function splice(text: string, where: number, length: number, by: string): string {
  const start = at(text, where)
  return text.slice(0, start) + by + text.slice(start + length)
}

function cutBehind(text: string, where: number, mark: string, what: RegExp): string {
  const start = text.indexOf(mark, at(text, where))
  return start < 0 ? text : text.slice(0, start) + text.slice(start).replace(what, '')
}

function insertInside(text: string, where: number, by: string): string {
  const end = text.indexOf('>', at(text, where)) + 1
  return text.slice(0, end) + by + text.slice(end)
}

function nested(depth: number): string {
  return '<a>'.repeat(depth) + '</a>'.repeat(depth)
}

function attributes(count: number): string {
  return Array.from({ length: count }, (_, index) => `a${index}='b'`).join(' ')
}

const hostileText = fc
  .tuple(
    fc.constantFrom(...seeds),
    fc.array(fc.tuple(fc.constantFrom(...mutations), place, place), { minLength: 1, maxLength: 4 }),
  )
  .map(([seed, changes]) => changes.reduce((text, [mutate, from, to]) => mutate(text, from, to), seed))

test(
  `${runs} of ${all} damaged texts (${isLong ? 'all' : 'the rest with VMWRIGHT_LONG=1'}): no exception, and findings when refused`,
  () => {
    let slowest = 0
    let read = 0
    fc.assert(
      fc.property(hostileText, (text) => {
        const took = busyMilliseconds(() => {
          const { domains, findings } = readDomainXml(text)
          for (const { domain } of domains) {
            const design = lift(domain, undefined)
            const written = renderXmlText(resolve(design, undefined).domain)
            if (written === '') throw new Error('nothing was written')
          }
          read += domains.length > 0 ? 1 : 0
          if (domains.length === 0 && findings.length === 0) throw new Error('refused without a word')
        })
        slowest = Math.max(slowest, took)
        if (isLong && took > longest) throw new Error(`took ${Math.round(took)} ms`)
      }),
      { numRuns: runs },
    )
    if (isLong)
      process.stdout.write(
        `${runs} damaged texts, ${read} of them read; the slowest took ${Math.round(slowest)} ms\n`,
      )
    expect(read).toBeGreaterThan(runs / 20)
    expect(read).toBeLessThan(runs)
  },
  isLong ? 3_600_000 : 120_000,
)
