import { expect, test } from 'vitest'
import { pinRows, pinsInARow, withPin } from './pins.ts'

const pins = [
  { vcpu: 1, cpuset: '18' },
  { vcpu: 0, cpuset: '2' },
  { vcpu: 7, cpuset: '9' },
]

test('each vCPU has a row, and a pin of one that is not there stands after them', () => {
  expect(pinRows(pins, 3)).toEqual([
    { vcpu: 0, index: 1, cpuset: '2', isBeyond: false },
    { vcpu: 1, index: 0, cpuset: '18', isBeyond: false },
    { vcpu: 2, index: undefined, cpuset: undefined, isBeyond: false },
    { vcpu: 7, index: 2, cpuset: '9', isBeyond: true },
  ])
})

test('a pin is set, changed and taken away; the list is sorted by vCPU', () => {
  const [first, , third, beyond] = pinRows(pins, 3)
  if (!first || !third || !beyond) throw new Error('rows are missing')
  expect(withPin(pins, third, '4-5')).toEqual([
    { vcpu: 0, cpuset: '2' },
    { vcpu: 1, cpuset: '18' },
    { vcpu: 2, cpuset: '4-5' },
    { vcpu: 7, cpuset: '9' },
  ])
  expect(withPin(pins, first, '3')?.[0]).toEqual({ vcpu: 0, cpuset: '3' })
  expect(withPin(pins, beyond, undefined)).toHaveLength(2)
  expect(withPin([{ vcpu: 0, cpuset: '2' }], { ...first, index: 0 }, undefined)).toBeUndefined()
})

test('pins in a row count the host CPUs up', () => {
  expect(pinsInARow(2, 4)).toEqual([
    { vcpu: 0, cpuset: '4' },
    { vcpu: 1, cpuset: '5' },
  ])
})

test('of a thousand vCPUs only the first and those that are pinned have a row', () => {
  const rows = pinRows([{ vcpu: 900, cpuset: '3' }], 1000, 4)
  expect(rows.map(({ vcpu }) => vcpu)).toEqual([0, 1, 2, 3, 900])
  expect(rows.at(-1)).toEqual({ vcpu: 900, index: 0, cpuset: '3', isBeyond: false })
})
