import { expect, test } from 'vitest'
import { diskWords, freeName } from './disk-words.ts'

test('a new disk takes the first name that is free; vda and sda are the root disk and the seed', () => {
  expect(freeName([], 'vd')).toBe('vdb')
  expect(freeName([], 'sd')).toBe('sdb')
  expect(freeName([], 'fd')).toBe('fda')
  expect(freeName([{ target: { dev: 'vdb' } }, { target: { dev: 'vdd' } }], 'vd')).toBe('vdc')
})

test('a disk in words: what differs from a plain file is said', () => {
  expect(
    diskWords({
      device: 'cdrom',
      driver: { type: 'raw' },
      target: { dev: 'sdb', bus: 'sata' },
      readonly: true,
      boot: { order: 1 },
    }),
  ).toEqual({ title: 'sdb', summary: 'CD, raw, sata, read-only, boots as number 1', detail: 'empty' })
  expect(diskWords({ create: '40G', driver: { type: 'qcow2' }, target: { dev: 'vdb' } })).toEqual({
    title: 'vdb',
    summary: 'new, 40G, qcow2',
    detail: 'with the files of the VM',
  })
  expect(diskWords({ type: 'block', source: { dev: '/dev/sdx' }, target: { dev: 'vdb' } })).toEqual({
    title: 'vdb',
    summary: 'block',
    detail: '/dev/sdx',
  })
})
