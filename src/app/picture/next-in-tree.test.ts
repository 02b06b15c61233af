import { expect, test } from 'vitest'
import { nextInTree } from './next-in-tree.ts'

const nodes = [1, 2, 3, 2, 1].map((level) => ({ level }))

test.each([
  [0, 'ArrowDown', 1],
  [4, 'ArrowDown', undefined],
  [0, 'ArrowUp', undefined],
  [3, 'ArrowUp', 2],
  [1, 'ArrowRight', 2],
  [2, 'ArrowRight', undefined],
  [3, 'ArrowLeft', 0],
  [2, 'ArrowLeft', 1],
  [4, 'ArrowLeft', undefined],
  [2, 'Home', 0],
  [2, 'End', 4],
  [2, 'x', undefined],
])('from node %d the key %s leads to %s', (index, key, next) => {
  expect(nextInTree(nodes, index, key)).toBe(next)
})
