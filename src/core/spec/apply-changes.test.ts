import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyChanges } from './apply-changes.ts'

test('sets a value, making maps and lists on the way', () => {
  expect(
    applyChanges({}, [{ path: ['libvirt', 'devices', 'disks', 0, 'target', 'dev'], value: 'vda' }]),
  ).toEqual({
    libvirt: { devices: { disks: [{ target: { dev: 'vda' } }] } },
  })
})

test('an index beyond the end appends', () => {
  expect(applyChanges({ list: [1] }, [{ path: ['list', 9], value: 2 }])).toEqual({ list: [1, 2] })
})

test('removes a value, and the maps that are empty by that', () => {
  const spec = { ram: '2G', libvirt: { features: { smm: true } } }
  expect(applyChanges(spec, [{ path: ['libvirt', 'features', 'smm'] }])).toEqual({ ram: '2G' })
})

test('an item of a list stays, even as an empty map', () => {
  expect(applyChanges({ list: [{ a: 1 }, { b: 2 }] }, [{ path: ['list', 0, 'a'] }])).toEqual({
    list: [{}, { b: 2 }],
  })
})

test('several items of a list go by the indexes that they had', () => {
  const changes = [{ path: ['list', 0] }, { path: ['list', 2] }, { path: ['list', 10] }]
  expect(applyChanges({ list: ['a', 'b', 'c', 'd'] }, changes)).toEqual({ list: ['b', 'd'] })
})

test('two changes that take the same item away leave its neighbour', () => {
  expect(applyChanges({ list: ['a', 'b', 'c'] }, [{ path: ['list', 1] }, { path: ['list', 1] }])).toEqual({
    list: ['a', 'c'],
  })
})

test('a removal leaves the places of other changes alone', () => {
  const changes = [{ path: ['list', 0] }, { path: ['list', 1, 'x'], value: 2 }]
  expect(applyChanges({ list: [{ x: 0 }, { x: 1 }] }, changes)).toEqual({ list: [{ x: 2 }] })
})

test('what is not there can be removed', () => {
  const spec = { ram: '2G' }
  expect(applyChanges(spec, [{ path: ['libvirt', 'cpu'] }])).toBe(spec)
})

test('what does not change stays the same object', () => {
  const spec = { network: { mode: 'user' }, libvirt: { cpu: { mode: 'custom' } } }
  const changed = applyChanges(spec, [{ path: ['libvirt', 'cpu', 'mode'], value: 'host-model' }])
  expect(changed.network).toBe(spec.network)
  expect(applyChanges(spec, [{ path: ['network', 'mode'], value: 'user' }])).toBe(spec)
})

test('a key called __proto__ is a key', () => {
  expect(applyChanges({ a: 1 }, [{ path: ['__proto__', 'b'], value: 1 }])).not.toHaveProperty('b')
  expect({}).not.toHaveProperty('b')
})

test('the value that was given is never changed', () => {
  const segment = fc.oneof(fc.constantFrom('a', 'b', '$rest'), fc.nat(3))
  const change = fc.record(
    { path: fc.array(segment, { maxLength: 4 }), value: fc.jsonValue() },
    { requiredKeys: ['path'] },
  )
  fc.assert(
    fc.property(fc.jsonValue(), fc.array(change), (value, changes) => {
      const before = JSON.stringify(value)
      applyChanges(value, changes)
      expect(JSON.stringify(value)).toBe(before)
    }),
  )
})
