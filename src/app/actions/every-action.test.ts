import { expect, test } from 'vitest'
import { paletteCases } from '../../../e2e/palette-cases.ts'
import { actionWords } from '../search/action-words.ts'
import { isShortcut } from './action.ts'
import { withKeys } from './actions.ts'
import { everyAction, keyedActions } from './every-action.ts'

const ids = everyAction().map(({ action }) => action.id)

test('every action of the palette has a case in the browser tests', () => {
  const tested = paletteCases.map(({ id }) => id)
  // The files of the seed are there when the outputs are written.
  const ofSeed = ['download-user-data', 'download-meta-data']
  expect(new Set(tested)).toEqual(new Set([...ids, ...ofSeed]))
  expect(tested.length).toBe(new Set(tested).size)
})

test('every action has one id, and words that people call it where its label is not enough', () => {
  expect(ids.length).toBe(new Set(ids).size)
  const plain = everyAction().filter(({ kind }) => kind === 'Action' || kind === 'Theme')
  expect(plain.map(({ action }) => action.id).filter((id) => actionWords[id] === undefined)).toEqual([])
})

test('the sheet of keys has every key', () => {
  const shown = new Set(keyedActions().map(({ shortcut }) => shortcut))
  const unsaid = withKeys.filter(({ id, shortcut }) => id !== 'redo-y' && !shown.has(shortcut))
  expect(unsaid).toEqual([])
})

test('no two actions have the same key', () => {
  const keys = withKeys.map(({ shortcut }) => shortcut)
  expect(keys.length).toBe(new Set(keys).size)
})

test('a symbol is a key with or without Shift, a letter is not', () => {
  const press = (key: string, held: KeyboardEventInit = {}) => new KeyboardEvent('keydown', { key, ...held })
  expect(isShortcut('?', press('?', { shiftKey: true }))).toBe(true)
  expect(isShortcut('Mod+K', press('k', { ctrlKey: true }))).toBe(true)
  expect(isShortcut('Mod+K', press('K', { ctrlKey: true, shiftKey: true }))).toBe(false)
  expect(isShortcut('F6', press('F6'))).toBe(true)
  expect(isShortcut('F6', press('F6', { shiftKey: true }))).toBe(false)
})
