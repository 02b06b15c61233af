import { expect, test } from 'vitest'
import { createVmDocument } from '../document/create-vm-document.ts'
import { mendWork } from './mend-work.ts'
import {
  contentIn,
  contentOf,
  isMarkedBehind,
  markBehind,
  markNewest,
  parseRecord,
  readWork,
  writePresent,
} from './stored-work.ts'

function work() {
  const vm = createVmDocument({ name: 'one', spec: { ram: '1G' } })
  vm.addDevice(['libvirt', 'devices', 'disks'], { type: 'block', source: { dev: '/dev/sdb' } }, 'add disk')
  vm.typeText('yaml', 'ram: [')
  vm.selectPart('disks')
  vm.changeTable({ columns: ['name'], rows: [['web-{1..3}']] }, 'change the table')
  return vm.store.getState()
}

test('the work comes back as it was', () => {
  const { design, table, drafts, selection } = work()
  const read = readWork(writePresent(work(), { savedAt: 5, seen: { a: 1 } }))
  expect(read).toEqual({
    kind: 'work',
    work: { design, table, drafts, selection, specDocument: undefined, xmlDocument: undefined },
    isBehind: false,
    savedAt: 5,
    seen: { a: 1 },
    because: undefined,
  })
})

test('what pages before this one wrote is read', () => {
  const text = '{"version":1,"design":{"name":"x","spec":{"ram":"1G"}},"selection":{"part":"cpu"}}'
  expect(readWork(text)).toMatchObject({ kind: 'work', seen: undefined, work: { drafts: {} } })
})

test.each([
  ['no JSON', '{'],
  ['another version', '{"version":2,"design":{"name":"x","spec":{}}}'],
  ['no design', '{"version":1}'],
  ['a list', '[]'],
])('what is stored as %s is not read', (_, text) => {
  expect(readWork(text)).toEqual({ kind: 'unreadable' })
})

test('the mark of an older state takes the room of the one before', () => {
  const text = writePresent(work(), { savedAt: 5, seen: {} })
  const marked = markBehind(text) ?? ''
  expect(marked).toHaveLength(text.length)
  expect(isMarkedBehind(marked)).toBe(true)
  expect(readWork(marked)).toMatchObject({ kind: 'work', isBehind: true })
  expect(markNewest(marked)).toBe(text)
  expect(markBehind('{"version":1}')).toBeUndefined()
})

test('two states that say the same are the same, in whatever order', () => {
  const one = '{"design":{"name":"x","spec":{"cpu":1,"ram":"1G"}},"drafts":{}}'
  const other = '{"drafts":{},"design":{"spec":{"ram":"1G","cpu":1},"name":"x"}}'
  expect(contentIn(one)).toBe(contentIn(other))
  expect(contentIn(writePresent(work(), {}))).toBe(contentOf(work()))
  expect(contentIn(one)).not.toBe(contentIn(one.replace('1G', '2G')))
})

function mend(held: unknown) {
  const text = JSON.stringify({ version: 1, ...Object(held) })
  const read = readWork(text)
  if (read.kind !== 'amiss') return read.kind
  return mendWork(parseRecord(text) ?? {})
}

test.each([
  ['a key that no table has', { ramm: '9G' }, 'ramm', '9G'],
  ['a word that is none of the choices', { firmware: 'bioss' }, 'firmware', 'bioss'],
  ['a map for a text', { disk_size: { a: 1 } }, 'disk_size', { a: 1 }],
])('%s is all that is left out of a design', (_, bad, path, value) => {
  const mended = mend({ design: { name: 'x', spec: { ram: '1G', ...bad } } })
  expect(mended).toMatchObject({
    work: { design: { name: 'x', spec: { ram: '1G' } } },
    leftOut: [{ path, value }],
  })
})

test('one bad item of a list leaves the others', () => {
  const disks = [
    { type: 'file', source: { file: '/a' } },
    { type: 'file', bus: 7, wrong: true },
  ]
  const mended = mend({ design: { name: 'x', spec: { libvirt: { devices: { disks } } } } })
  expect(mended).toMatchObject({
    work: {
      design: { spec: { libvirt: { devices: { disks: [{ source: { file: '/a' } }, { type: 'file' }] } } } },
    },
  })
  expect(Object(mended).leftOut.map(({ path }: { path: string }) => path)).toContain(
    'libvirt.devices.disks[1].wrong',
  )
})

test('a number out of its limits stays, as it does in a file', () => {
  expect(mend({ design: { name: 'x', spec: { ssh: { port: 99999 } } } })).toMatchObject({
    work: { design: { spec: { ssh: { port: 99999 } } } },
    leftOut: [],
  })
})

test.each([
  ['a name', { design: { name: 5, spec: { ram: '1G' } } }, 'name', 5],
  ['a spec', { design: { name: 'x', spec: 'ram' } }, '', 'ram'],
  [
    'a text',
    { design: { name: 'x', spec: { ram: '1G' } }, specDocument: { text: 3, vm: 'x' } },
    'specDocument',
    { text: 3, vm: 'x' },
  ],
  ['drafts', { design: { name: 'x', spec: { ram: '1G' } }, drafts: [1] }, 'drafts', [1]],
])('%s that is not right is set aside alone', (_, held, path, value) => {
  expect(mend(held)).toMatchObject({ leftOut: [{ path, value }] })
})

test('a draft that is right stays beside one that is not', () => {
  expect(
    mend({ design: { name: 'x', spec: {} }, drafts: { xml: { text: '<a' }, yaml: { text: 5 } } }),
  ).toMatchObject({
    work: { drafts: { xml: { text: '<a' } } },
  })
})
