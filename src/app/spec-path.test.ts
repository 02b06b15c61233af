import { expect, test } from 'vitest'
import { below, type FieldOf, type ItemAt, itemAt, say, specPath, unsay } from './spec-path.ts'

const disks = specPath(['libvirt', 'devices', 'disks'])
type Disk = ItemAt<typeof disks>

test('a path is its segments, and leads further down', () => {
  const cache = below(itemAt(disks, 1), ['driver', 'cache'])
  expect(cache).toEqual(['libvirt', 'devices', 'disks', 1, 'driver', 'cache'])
  expect(say(cache, 'none')).toEqual({ path: cache, value: 'none' })
  expect(unsay(cache)).toEqual({ path: cache })
})

test('what no table has does not compile', () => {
  // @ts-expect-error: devices
  specPath(['libvirt', 'devics', 'disks'])
  // @ts-expect-error: a list has indexes
  below(disks, ['driver'])
  // @ts-expect-error: cache
  below(disks, [0, 'driver', 'cach'])
  // @ts-expect-error: a scalar holds nothing
  specPath(['ram', 'unit'])
  // @ts-expect-error: no cache mode
  say(below(disks, [0, 'driver', 'cache']), 'nonsuch')
  const fields: readonly FieldOf<Disk>[] = [
    'serial',
    'driver.cache',
    // @ts-expect-error: cache
    'driver.cach',
  ]
  const named = ({ target }: Disk) => target?.dev
  // @ts-expect-error: target
  const misnamed = ({ targt }: Disk) => targt
  expect([named({}), misnamed({}), fields.length]).toEqual([undefined, undefined, 3])
})
