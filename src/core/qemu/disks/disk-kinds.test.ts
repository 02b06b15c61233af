/** What the tables of libvirt say of the buses of a disk, and which properties QEMU's devices have. */
import { expect, test } from 'vitest'
import { disk } from '../../domain/index.ts'
import type { Field, Shape } from '../../table/index.ts'
import { entriesOf } from '../properties/property.ts'
import { allDiskProperties, busesWith } from './disk-properties.ts'

function fieldAt(path: readonly string[]): Field | undefined {
  let shape: Shape | undefined = disk
  let field: Field | undefined
  for (const step of path) {
    field = shape?.[step]
    shape = field?.kind === 'child' ? field.shape() : undefined
  }
  return field
}

test('a field that the table keeps to some buses is one that QEMU’s devices of these buses have, and no others', () => {
  const paths = new Map<string, readonly string[]>()
  for (const table of allDiskProperties)
    for (const [, one] of entriesOf(table))
      if (one.kind === 'field') paths.set(one.field.join('.'), one.field)
  const kept = [...paths.values()].flatMap((path) => {
    const buses = fieldAt(path)?.meta.only?.['target.bus']
    return buses === undefined ? [] : [{ path, buses, qemu: busesWith(path) }]
  })
  expect(kept.length).toBeGreaterThan(10)
  const others = kept.filter(({ buses, qemu }) => [...buses].sort().join() !== [...qemu].sort().join())
  // QEMU has it for any disk of ATA; libvirt refuses it on sata.
  expect(others).toEqual([{ path: ['geometry', 'trans'], buses: ['ide'], qemu: ['ide', 'sata'] }])
})
