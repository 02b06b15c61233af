import { expect, test } from 'vitest'
import { type Box, nearestStop } from './nearest-stop.ts'

function box(left: number, top: number, width = 10): Box {
  return { left, right: left + width, top, bottom: top + 10 }
}

/** Two rows of three, and one wide box above them. */
const boxes = [box(0, 0, 60), ...[0, 20, 40].map((x) => box(x, 20)), ...[5, 25, 45].map((x) => box(x, 40))]

test('an arrow leads to the nearest row, there to the box that is least aside', () => {
  expect(nearestStop(boxes, box(20, 20), 'down')).toBe(5)
  expect(nearestStop(boxes, box(45, 40), 'up')).toBe(3)
  expect(nearestStop(boxes, box(40, 20), 'up')).toBe(0)
})

test('at the edge there is no further', () => {
  expect(nearestStop(boxes, box(5, 40), 'down')).toBeUndefined()
  expect(nearestStop(boxes, box(0, 0, 60), 'up')).toBeUndefined()
})
