import { expect, test } from 'vitest'
import { countOf, hasSeen, joinSeen, readSeen, withNext } from './seen.ts'

test('a state that goes on from another has seen it, however many came between', () => {
  const one = withNext({}, 'a')
  let later = one
  for (let step = 0; step < 500; step += 1) later = withNext(later, 'b')
  expect(hasSeen(later, one)).toBe(true)
  expect(hasSeen(one, later)).toBe(false)
})

test('states of two tabs that did not know of each other have not', () => {
  const base = withNext({}, 'a')
  const one = withNext(base, 'a')
  const other = withNext(base, 'b')
  expect(hasSeen(one, other)).toBe(false)
  expect(hasSeen(other, one)).toBe(false)
  const joined = joinSeen(one, other)
  expect(hasSeen(joined, one) && hasSeen(joined, other)).toBe(true)
})

test('tabs that wrote long ago are left out, the one that writes never is', () => {
  let seen = {}
  for (let tab = 0; tab < 100; tab += 1) seen = withNext(seen, `t${tab}`)
  expect(Object.keys(seen)).toHaveLength(32)
  expect(countOf(seen, 't99')).toBe(1)
  expect(countOf(seen, 't0')).toBe(0)
})

test('what is stored may be anything', () => {
  expect(readSeen(undefined)).toBeUndefined()
  expect(readSeen({ a: 'x', b: 2 })).toEqual({ b: 2 })
  expect(countOf({}, 'constructor')).toBe(0)
})
