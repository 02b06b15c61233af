/** Who decides whether a field belongs to its map. */
import { expect, test } from 'vitest'
import { allBelonging, attribute, bothOf, child, refusedBeside, type Shape } from './field.ts'
import { decidedLater, demandsOn, isMet } from './only.ts'
import type { UnknownRecord } from './record.ts'
import { anyText, oneOf, onOff } from './scalar.ts'

const target: Shape = {
  bus: attribute('bus', oneOf('virtio', 'sata'), {
    whenUnsaid: ({ name }) => (typeof name === 'string' && name.startsWith('v') ? 'virtio' : undefined),
  }),
}
const shared = { iommu: attribute('iommu', onOff), ats: attribute('ats', onOff) }
const driver: Shape = {
  ...allBelonging(refusedBeside('disk.bus-only', { 'target.bus': ['virtio'] }), shared),
  io: attribute('io', onOff, { only: { 'card.model': ['virtio', 'virtio-net'], kind: ['disk'] } }),
}
const card: Shape = { model: attribute('model', anyText, { whenUnsaid: decidedLater }) }
const device: Shape = {
  kind: attribute('kind', oneOf('disk', 'lun'), { default: 'disk' }),
  driver: child('driver', driver),
  target: child('target', target),
  card: child('card', card),
}

function asked(key: string, value: UnknownRecord, isAddition = false) {
  const field = driver[key] ?? device['kind']
  if (field === undefined) throw new Error('the table has it')
  return demandsOn(field, { shape: driver, value: {}, outer: { shape: device, value, isAddition } })
}

function saidOf(key: string, value: UnknownRecord, isAddition?: boolean) {
  return asked(key, value, isAddition).map((demand) => [demand.said, isMet(demand), demand.isOpen])
}

test('a field deep in the map around decides', () => {
  expect(saidOf('iommu', { target: { bus: 'sata' } })).toEqual([['sata', false, false]])
  expect(saidOf('ats', { target: { bus: 'virtio' } })).toEqual([['virtio', true, false]])
})

test('where it says nothing, the map around it tells, or it may be anything', () => {
  expect(saidOf('iommu', { name: 'vda' })).toEqual([['virtio', true, false]])
  expect(saidOf('iommu', {})).toEqual([[undefined, false, true]])
})

test('all of several have to be met, one of them by its default, and a name needs no list of words', () => {
  expect(saidOf('io', { card: { model: 'virtio-net' } })).toEqual([
    ['virtio-net', true, false],
    ['disk', true, false],
  ])
  expect(saidOf('io', { kind: 'lun', card: { model: 'e1000e' } })).toEqual([
    ['e1000e', false, false],
    ['lun', false, false],
  ])
})

test('what is unsaid in an addition may be said where the map is made', () => {
  expect(saidOf('io', {}, true)).toEqual([
    [undefined, false, true],
    [undefined, false, true],
  ])
})

test('a shared field keeps its own place, and only there it belongs to a kind', () => {
  expect(driver['iommu']).toMatchObject({ xml: 'iommu', meta: { misfit: { 'target.bus': 'disk.bus-only' } } })
  expect(shared.iommu.meta).toEqual({})
})

test('what has to be met of several at once names the rule for each of their keys', () => {
  const both = bothOf(
    refusedBeside('disk.bus-only', { 'target.bus': ['virtio'] }),
    refusedBeside('disk.lun-only', { kind: ['lun'] }),
  )
  expect(both).toEqual({
    only: { 'target.bus': ['virtio'], kind: ['lun'] },
    misfit: { 'target.bus': 'disk.bus-only', kind: 'disk.lun-only' },
  })
})
