import { expect, test } from 'vitest'
import { beyondLimits, setLimits } from '../../core/set/index.ts'
import { pasteInto, wholeTable } from './paste-table.ts'
import { withBlock, withCell, withColumn, withoutColumn, withRows } from './table-edits.ts'
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
    table: { columns: ['Name', 'memory'], rows: [['c', '1G']] },
    findings: [],
  })
  expect(pasteInto(table, { row: undefined, column: 1 }, 'memory\tuuid\n1G\t\n')).toEqual({
    table: { columns: ['name', 'memory', 'uuid'], rows: [['a', '1G', ''], ['b']] },
    findings: [],
  })
  expect(wholeTable('memory,mac\n1G,x\n')).toBeUndefined()
  expect(wholeTable('')).toBeUndefined()
})

test('what stands beyond the headings gets a column, and a quotation mark that stays open is said', () => {
  const taken = wholeTable('name,mac\na,x,kept\nb,"y\n')
  expect(taken).toMatchObject({
    table: {
      columns: ['name', 'mac', ''],
      rows: [
        ['a', 'x', 'kept'],
        ['b', 'y\n'],
      ],
    },
    findings: [{ code: 'set.quote' }],
  })
  // Empty cells behind the others are a habit of spreadsheets.
  expect(wholeTable('name,mac,\na,x,,\n')).toMatchObject({
    table: { columns: ['name', 'mac'], rows: [['a', 'x']] },
  })
})

test('nothing is cut: a text beyond the limits is refused, whether it is a table or a part of one', () => {
  const lines = Array.from({ length: setLimits.rows + 2 }, (_, index) => `web-${index}\tx`)
  const tooMany = { refused: 'A table has at most 1000 rows, and this one has more.' }
  expect(wholeTable(['name\tmac', ...lines].join('\n'))).toEqual(tooMany)
  expect(pasteInto(table, { row: 0, column: 0 }, lines.join('\n'))).toEqual(tooMany)
  expect(wholeTable(`name\tmac\n${'a'.repeat(setLimits.cell + 1)}\tx\n`)).toEqual({
    refused: 'A cell is longer than 4096 characters.',
  })
  expect(wholeTable('a'.repeat(setLimits.text + 1))).toEqual({ refused: 'The table is longer than 1 MiB.' })

  const full = { columns: ['name'], rows: lines.slice(2).map((line) => [line]) }
  expect(beyondLimits(full)).toBeUndefined()
  expect(beyondLimits(withRows(full, [[]]))).toBe(tooMany.refused)
  expect(beyondLimits(withBlock(full, { row: 999, column: 0 }, [['a'], ['b']]))).toBe(tooMany.refused)
  const wide = { columns: Array.from({ length: setLimits.columns }, (_, index) => `${index}`), rows: [] }
  expect(beyondLimits(wide)).toBeUndefined()
  expect(beyondLimits(withColumn(wide, 'memory'))).toBe(
    'A table has at most 64 columns, and this one has more.',
  )
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
