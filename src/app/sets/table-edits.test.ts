import { expect, test } from 'vitest'
import { pasteInto, wholeTable } from './paste-table.ts'
import { withBlock, withCell, withoutColumn } from './table-edits.ts'
import { ownPorts } from './table-fixes.ts'

const table = {
  columns: ['name', 'mac'],
  rows: [['a', 'x'], ['b']],
}

test('a cell takes any text; one that says it already is the same table', () => {
  expect(withCell(table, { row: 1, column: 1 }, 'y').rows).toEqual([
    ['a', 'x'],
    ['b', 'y'],
  ])
  expect(withCell(table, { row: 0, column: 1 }, 'x')).toBe(table)
  expect(withCell(table, { row: undefined, column: 1 }, 'memory').columns).toEqual(['name', 'memory'])
})

test('a column goes with its cells, where a row has any', () => {
  expect(withoutColumn(table, 1)).toEqual({ columns: ['name'], rows: [['a'], ['b']] })
})

test('cells that are pasted fill the table from a place on, which grows', () => {
  expect(withBlock(table, { row: 1, column: 1 }, [['p', 'q'], ['r']])).toEqual({
    columns: ['name', 'mac', ''],
    rows: [
      ['a', 'x'],
      ['b', 'p', 'q'],
      ['', 'r', ''],
    ],
  })
})

test('a text of one cell is pasted as any text, one with a heading is the table', () => {
  expect(pasteInto(table, { row: 0, column: 0 }, 'web, db')).toBeUndefined()
  expect(pasteInto(table, { row: 1, column: 0 }, 'Name;memory\nc;1G\n')).toEqual({
    columns: ['Name', 'memory'],
    rows: [['c', '1G']],
  })
  expect(pasteInto(table, { row: undefined, column: 1 }, 'memory\tuuid\n1G\t\n')).toEqual({
    columns: ['name', 'memory', 'uuid'],
    rows: [['a', '1G', ''], ['b']],
  })
  expect(wholeTable('memory,mac\n1G,x\n')).toBeUndefined()
  expect(wholeTable('')).toBeUndefined()
})

test('where all have the port of the design, a column gives each its own, also where a row counts', () => {
  const clash = {
    code: 'set.port-twice',
    severity: 'error',
    path: ['ssh', 'port'],
    message: '',
    row: 1,
  } as const
  const counting = { columns: ['name'], rows: [['a'], ['b-{1..3}'], ['c']] }
  expect(ownPorts(clash, counting, { ssh: { port: 2200 } })).toEqual({
    first: 2200,
    table: {
      columns: ['name', 'host port'],
      rows: [
        ['a', '2200'],
        ['b-{1..3}', '{2201..}'],
        ['c', '2204'],
      ],
    },
  })
  expect(ownPorts({ ...clash, column: 1 }, counting, {})).toBeUndefined()
})
