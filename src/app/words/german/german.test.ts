// @vitest-environment node
import { describe, expect, test } from 'vitest'
import { columnWords } from '../../../core/set/index.ts'
import { targetTitles } from '../../../core/target-ids.ts'
import { lookup } from '../catalogue.ts'
import { fieldTexts, presetTexts, ruleTexts, tableTexts } from '../texts-of-core.test-helper.ts'
import { textsOfPage } from '../texts-of-page.test-helper.ts'
import { german, germanOfPage } from './index.ts'

const { said, counted, bare } = textsOfPage()
const find = lookup(german)
const without = (texts: Iterable<string>) => [...texts].filter((text) => find(text) === undefined)

test('what a person reads goes through t', () => {
  expect(bare).toEqual([])
})

test('each text of the page has its German one, and no other is kept', () => {
  expect(said.length).toBeGreaterThan(1000)
  const texts = new Set(said.map(({ text }) => text))
  expect([...texts].filter((text) => !Object.hasOwn(germanOfPage, text))).toEqual([])
  expect(Object.keys(germanOfPage).filter((text) => !texts.has(text))).toEqual([])
})

test('what is counted has its word for one and for many', () => {
  expect(counted.length).toBeGreaterThan(20)
  expect(without(counted)).toEqual([])
})

test('a German text speaks of all that the English one does', () => {
  const places = (text: string) => [...new Set(text.match(/\{\d+\}|<\/?code>/g))].sort()
  const other = Object.entries(german).filter(([key, text]) => `${places(key)}` !== `${places(text)}`)
  expect(other).toEqual([])
})

test('every field has its label and its help in German', () => {
  const { labels, helps } = fieldTexts()
  expect(without(labels)).toEqual([])
  expect(without(helps)).toEqual([])
})

test('the presets are German, and why something is filled in for them', () => {
  expect(without(presetTexts())).toEqual([])
})

test('the formats of others have their German titles', () => {
  expect(without(Object.values(targetTitles))).toEqual([])
})

test('the columns of a table are German, and what is wrong with one', () => {
  expect(without(columnWords.map(({ help }) => help))).toEqual([])
  expect(without(tableTexts())).toEqual([])
})

describe.each([...ruleTexts()])('the rules of %s', (_, texts) => {
  test('say in German what is wrong with the designs of their cases', () => {
    expect(texts.size).toBeGreaterThan(0)
    expect(without(texts)).toEqual([])
  })
})
