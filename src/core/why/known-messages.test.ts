import { expect, test } from 'vitest'
import { domain } from '../domain/index.ts'
import { parsePath } from '../finding.ts'
import { allRules } from '../rules/index.ts'
import { walkFields } from '../table/walk.ts'
import { knownMessages } from './known-messages.ts'
import { messageTables } from './messages/index.ts'
import { leastWeight } from './quoted-messages.ts'

test('a code stands in one table', () => {
  const codes = messageTables.flatMap((table) => Object.keys(table))
  expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([])
})

test('codes are those of rules or begin with why.', () => {
  const rules = new Set<string>(allRules.map(({ id }) => id))
  expect(knownMessages().filter(({ code }) => !rules.has(code) && !code.startsWith('why.'))).toEqual([])
})

test('a code of its own says its cause', () => {
  expect(
    knownMessages().filter(({ code, cause }) => code.startsWith('why.') && cause?.cause === undefined),
  ).toEqual([])
})

test('no message is so short that it would be found in anything, and parts have something between them', () => {
  const wrong = knownMessages().filter(
    ({ pattern }) => pattern.weight < leastWeight || pattern.fixed.some((piece) => piece === ''),
  )
  expect(wrong.map(({ code, pattern }) => `${code}: ${pattern.says}`)).toEqual([])
})

test('the parts that a cause or a command speaks of are parts of one of its messages', () => {
  const parts = (text: string) => [...text.matchAll(/\{([a-z]+)\}/g)].map(([, name = '']) => name)
  const wrong = knownMessages().flatMap(({ code, cause }) => {
    const named = new Set(
      knownMessages()
        .filter((one) => one.code === code)
        .flatMap((one) => parts(one.pattern.says.replaceAll('#', ''))),
    )
    return parts(`${cause?.cause ?? ''} ${cause?.run ?? ''}`).flatMap((name) =>
      named.has(name) ? [] : [`${code}: ${name}`],
    )
  })
  expect([...new Set(wrong)]).toEqual([])
})

test('a cause stands at a place of the Domain', () => {
  const places = walkFields(domain).map(({ memoryPath }) => memoryPath.replaceAll('[]', ''))
  const wrong = knownMessages().flatMap(({ code, cause }) => {
    const path = cause?.at
    const isPlace =
      path === undefined ||
      (parsePath(path) !== undefined &&
        places.some((place) => place === path || place.startsWith(`${path}.`)))
    return isPlace ? [] : [`${code}: ${path}`]
  })
  expect([...new Set(wrong)]).toEqual([])
})
