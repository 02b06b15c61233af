import { expect, test } from 'vitest'
import { formatForward, forwardProblems, readForward } from './forwards.ts'

test('a forward is read and written as host:guest', () => {
  expect(readForward('8080:80')).toEqual({ host: '8080', guest: '80' })
  expect(formatForward({ host: '8080', guest: '80' })).toBe('8080:80')
})

test.each([
  { host: '', guest: '80' },
  { host: '8080', guest: '' },
  { host: '0', guest: '80' },
  { host: '8080', guest: '65536' },
  { host: '80a', guest: '80' },
])('a row that is not whole is no forward: %j', (row) => {
  expect(formatForward(row)).toBeUndefined()
})

test('the second of two forwards of one host port says where the port leads already', () => {
  const rows = ['8080:80', '8443:443', '8080:8080'].map(readForward)
  expect(forwardProblems(rows, [])).toEqual([
    undefined,
    undefined,
    'Port 8080 already leads to port 80 of the guest',
  ])
})

test('a port that SSH has is taken, also when it is written with a leading zero', () => {
  expect(forwardProblems([{ host: '02222', guest: '80' }], [[2222, 'SSH']])).toEqual([
    'Port 2222 already leads to SSH',
  ])
})

test('empty rows are fine, half ones say what is missing', () => {
  const rows = [
    { host: '', guest: '' },
    { host: '8080', guest: '' },
    { host: '', guest: '80' },
    { host: '99999', guest: '80' },
  ]
  expect(forwardProblems(rows, [])).toEqual([
    undefined,
    'The guest port is missing',
    'The host port is missing',
    'The host port is a number from 1 to 65535',
  ])
})
