import { expect, test } from 'vitest'
import { readWork, restoreWork, writeWork } from './persist.ts'
import { createVmDocument } from './store.ts'

test('the work comes back as it was', () => {
  const vm = createVmDocument({ name: 'one', spec: { ram: '1G' } })
  vm.addDevice(['libvirt', 'devices', 'disks'], { type: 'block', source: { dev: '/dev/sdb' } }, 'add disk')
  vm.selectPart('disks')
  const state = vm.store.getState()
  expect(readWork(writeWork(state))).toEqual({
    design: state.design,
    selection: state.selection,
  })
})

test.each([
  ['no JSON', '{'],
  ['another version', '{"version":2,"design":{"name":"x","spec":{}}}'],
  ['a spec with a key that no table has', '{"version":1,"design":{"name":"x","spec":{"ramm":"1G"}}}'],
])('what is stored as %s is not read', (_, text) => {
  expect(readWork(text)).toBeUndefined()
})

test('work that can not be read is kept aside', () => {
  localStorage.setItem('vmwright.work', '{"version":99}')
  const vm = createVmDocument({ name: 'fresh', spec: {} })
  expect(restoreWork(vm)).toBe(false)
  expect(vm.store.getState().design.name).toBe('fresh')
  expect(localStorage.getItem('vmwright.work.unreadable')).toBe('{"version":99}')
})
