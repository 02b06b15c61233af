import { expect, test } from 'vitest'
import { filled, lookup } from './catalogue.ts'

test('places are filled in, in whatever order the language wants them', () => {
  expect(filled('{2} of {1}', ['all', 3])).toBe('3 of all')
})

test('what was filled in is not looked at again, and a place without a value stays', () => {
  expect(filled('{1} and {2}', ['{2}', '{1}'])).toBe('{2} and {1}')
  expect(filled('{3}', ['one'])).toBe('{3}')
})

const german = {
  Copy: 'Kopieren',
  'Copy {1}': '{1} kopieren',
  'Copy {1} to {2}': '{1} nach {2} kopieren',
  '{1} is on {2}': '{2} hat {1}',
}

test('a text that was put together is found by what does not vary, the longest first', () => {
  const find = lookup(german)
  expect(find('Copy')).toBe('Kopieren')
  expect(find('Copy vm.yml')).toBe('vm.yml kopieren')
  expect(find('Copy a to b')).toBe('a nach b kopieren')
  expect(find('sda is on a bus is on b')).toBe('a bus is on b hat sda')
  expect(find('Move a')).toBeUndefined()
})

test('a name that is one of every object is no text', () => {
  expect(lookup(german)('constructor')).toBeUndefined()
})

test('an end is not found within the beginning', () => {
  expect(lookup({ 'ab{1}bc': 'x' })('abc')).toBeUndefined()
})

test('a value is no sentence: a longer text is not taken for a short one', () => {
  expect(lookup(german)('Copy it. Then open it')).toBeUndefined()
})
