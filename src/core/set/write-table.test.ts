import { expect, test } from 'vitest'
import { readCells, readTable } from './read-table.ts'
import { writeTable } from './write-table.ts'

const table = {
  columns: ['name', 'host devices', 'network.port_forwards'],
  rows: [
    ['web-{01..12}', '01:00.0, 01:00.1', '["8080:80"]'],
    ['db', ' spaced ', 'two\nlines'],
    ['queue', '', 'a;b\tc'],
  ],
}

test.each([',', '\t'] as const)('with %j between the cells, what was written is read', (separator) => {
  expect(readTable(writeTable(table, separator))).toMatchObject({ table, findings: [] })
})

test('a row that ends early is as long as the heading', () => {
  expect(writeTable({ columns: ['name', 'mac'], rows: [['a']] })).toBe('name,mac\na,\n')
})

test('a part of a table keeps its empty rows', () => {
  expect(readCells('a\tb\r\n\r\nc\td\r\n')).toEqual([['a', 'b'], [''], ['c', 'd']])
})
