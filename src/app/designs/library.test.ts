import 'fake-indexeddb/auto'
import { beforeEach, expect, test, vi } from 'vitest'
import { createVmDocument } from '../document/create-vm-document.ts'
import { stepsOf } from '../document/history.ts'
import { keepHistory } from '../history/keep-history.ts'
import { designKey, keptOldestFirst, mostLocal, noteOpen, writeKept } from '../keep/kept-designs.ts'
import { writePresent } from '../keep/stored-work.ts'
import { startingDesign } from '../starting-design.ts'
import { withDatabase } from './database.ts'
import { addDesigns, forgetDesign, readDesign, readDesigns, shelve, whenDesignsChange } from './library.ts'

function textOf(name: string, savedAt: number, about: object = {}): string {
  const design = { name, spec: { ram: '1G' } }
  const selection = { part: 'source', devices: {} }
  const work = {
    design,
    drafts: {},
    selection,
    table: undefined,
    specDocument: undefined,
    xmlDocument: undefined,
  }
  return writePresent(work, { savedAt, ...about })
}

const shelved = async () => (await withDatabase((db) => db.getAllKeys('designs'))) ?? []

beforeEach(async () => {
  localStorage.clear()
  sessionStorage.clear()
  await withDatabase(async (db) => await Promise.all([db.clear('designs'), db.clear('histories')]))
})

test('what is in the small storage gets into the database, which holds more of it', async () => {
  for (let index = 0; index < mostLocal + 10; index += 1) writeKept(`id${index}`, textOf(`vm${index}`, index))
  noteOpen({ id: 'id0', isStored: true })
  await shelve()
  expect(await shelved()).toHaveLength(mostLocal + 10)
  const left = keptOldestFirst().map(({ id }) => id)
  // The open one stays at hand, however old.
  expect(left).toHaveLength(mostLocal + 1)
  expect(left.slice(0, 2)).toEqual(['id0', 'id10'])
  expect(await readDesigns()).toHaveLength(mostLocal + 10)
  expect(await readDesign('id3')).toBe(textOf('vm3', 3))
})

test('the small storage is newer than the database, and what is known to be behind is not shelved', async () => {
  writeKept('a', textOf('one', 1))
  await shelve()
  writeKept('a', textOf('two', 2))
  expect(await readDesign('a')).toBe(textOf('two', 2))
  await shelve()
  localStorage.setItem(designKey('a'), textOf('one', 1).replace('"newest"', '"behind"'))
  await shelve()
  expect((await withDatabase((db) => db.get('designs', 'a')))?.text).toBe(textOf('two', 2))
})

test('a design is forgotten everywhere, and listeners are told of it', async () => {
  const listener = vi.fn()
  const stop = whenDesignsChange(listener)
  await addDesigns([{ id: 'a', text: textOf('one', 1) }])
  expect(listener).toHaveBeenCalledTimes(1)
  await forgetDesign('a')
  expect(listener).toHaveBeenCalledTimes(2)
  stop()
  expect(await readDesigns()).toEqual([])
})

test('the steps of a design come back in another page, before those that were made meanwhile', async () => {
  const open = (ram: string) => {
    const vm = createVmDocument({ name: 'vm', spec: { ram } })
    vm.store.setState({ id: 'a' })
    vm.store.temporal.getState().clear()
    return vm
  }
  const first = open('1G')
  for (const ram of ['2G', '3G', '4G']) first.changeAll([{ path: ['ram'], value: ram }], `take ${ram}`)
  first.undo()
  await keepHistory(first)

  vi.resetModules()
  const again = await import('../history/keep-history.ts')
  const second = open('3G')
  await again.keepHistory(second)
  expect(stepsOf(second).past.map(({ design }) => design.spec.ram)).toEqual(['1G', '2G'])
  expect(stepsOf(second).future.map(({ step }) => step)).toEqual(['take 4G'])
  expect(second.store.getState().step).toBe('take 3G')

  vi.resetModules()
  const late = await import('../history/keep-history.ts')
  const third = open('3G')
  third.changeAll([{ path: ['ram'], value: '9G' }], 'take 9G')
  await late.keepHistory(third)
  expect(stepsOf(third).past.map(({ step }) => step)).toEqual([undefined, 'take 2G', 'take 3G'])
  expect(stepsOf(third).future).toEqual([])
})

test('a new design has no steps of another one', async () => {
  const vm = createVmDocument(startingDesign)
  vm.changeAll([{ path: ['ram'], value: '2G' }], 'take 2G')
  await keepHistory(vm)
  vm.replace({ name: 'other', spec: {} }, 'open other')
  await keepHistory(vm)
  const { id } = vm.store.getState()
  expect(await withDatabase((db) => db.get('histories', id))).toBeUndefined()
  // Undo still leads back into the one before.
  expect(stepsOf(vm).past).toHaveLength(2)
})
