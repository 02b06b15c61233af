import { beforeEach, expect, test } from 'vitest'
import { specPath } from '../spec-path.ts'
import { vmDocument } from '../store.ts'
import { changeKind, keysOfKind } from './kind.ts'

const source = specPath(['source'])
const sourceNow = () => vmDocument.store.getState().design.spec.source

beforeEach(() => {
  vmDocument.replace(
    { name: 'vm', spec: { source: { kind: 'bootstrap', builder: 'pacstrap', distro: 'arch' } } },
    'open',
  )
})

test('a kind has its own fields and those of every kind', () => {
  expect(keysOfKind(source, 'kind', 'clone')).toEqual([
    'kind',
    'from_vm',
    'from_snapshot',
    'cloud_init_clean',
  ])
})

test('fields of another kind are put aside and come back with it', () => {
  changeKind(source, 'kind', 'clone', 'use source clone')
  expect(sourceNow()).toEqual({ kind: 'clone' })
  changeKind(source, 'kind', 'bootstrap', 'use source bootstrap')
  expect(sourceNow()).toEqual({ kind: 'bootstrap', builder: 'pacstrap', distro: 'arch' })
})

test('what both kinds have goes along', () => {
  changeKind(source, 'kind', 'cloud_image', 'use source cloud image')
  expect(sourceNow()).toEqual({ kind: 'cloud_image', distro: 'arch' })
})

test('one step of undo', () => {
  changeKind(source, 'kind', 'clone', 'use source clone')
  vmDocument.undo()
  expect(sourceNow()).toEqual({ kind: 'bootstrap', builder: 'pacstrap', distro: 'arch' })
})

test('a device that is not there yet is made', () => {
  changeKind(specPath(['libvirt', 'devices', 'video', 0]), 'model', 'qxl', 'use qxl')
  expect(vmDocument.store.getState().design.spec.libvirt?.devices?.video).toEqual([{ model: 'qxl' }])
})

test('an old design leaves nothing behind for the next', () => {
  changeKind(source, 'kind', 'clone', 'use source clone')
  vmDocument.replace({ name: 'other', spec: { source: { kind: 'clone' } } }, 'open')
  changeKind(source, 'kind', 'bootstrap', 'use source bootstrap')
  expect(sourceNow()).toEqual({ kind: 'bootstrap' })
})
