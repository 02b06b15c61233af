import { expect, test } from 'vitest'
import { checkDesign } from '../index.ts'
import { plain } from '../support/case.test-data.ts'

function codesOf(...words: readonly string[]): string[] {
  const spec = { ...plain, libvirt: { ...plain.libvirt, qemu_arguments: words.map((value) => ({ value })) } }
  return checkDesign({ name: 'vm', spec }, undefined)
    .map(({ code }) => code)
    .filter((code) => code.startsWith('qemu.set'))
}

test('-set finds the author’s own device by its whole id, in text and in JSON', () => {
  expect(codesOf('-device', 'qxl,id=gfx', '-set', 'device.gfx.vgamem_mb=32')).toEqual([])
  expect(codesOf('-device', '{"driver":"qxl","id":"gfx"}', '-set', 'device.gfx.vgamem_mb=32')).toEqual([])
})

test('a part of another id, or a driver of that name, is no such device', () => {
  expect(codesOf('-device', 'qxl,id=gfx10', '-set', 'device.gfx1.vgamem_mb=32')).toEqual(['qemu.set-json'])
  expect(codesOf('-device', 'qxl,id=a', '-set', 'device.qxl.vgamem_mb=32')).toEqual(['qemu.set-json'])
  expect(codesOf('-device', 'qxl,id=ua-gfx0', '-set', 'device.ua-gfx.vgamem_mb=32')).toEqual([
    'qemu.set-unknown',
  ])
})
