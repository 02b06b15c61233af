import { expect, test } from 'vitest'
import { spellOut } from '../core.ts'
import { barredBy, checkValue } from './check.ts'
import { fieldAt, singular } from './field-at.ts'

const devices = ['libvirt', 'devices'] as const

test.each([
  [['ram'], 'Memory', 'ram'],
  [['network', 'mac'], 'MAC address', 'network.mac'],
  [[...devices, 'video', 0, 'vram'], 'Video memory', '<model vram>'],
  [[...devices, 'video', 3, 'accel3d'], '3D acceleration', '<acceleration accel3d>'],
  [[...devices, 'disks', 0, 'driver', 'detect_zeroes'], 'Detect zeroes', '<driver detect_zeroes>'],
  [[...devices, 'disks', 0, 'readonly'], 'Read-only', '<readonly/>'],
  [[...devices, 'hostdevs', 0, 'source', 'bus'], 'Bus', '<address bus>'],
  [['libvirt', 'on_crash'], 'On crash', '<on_crash>'],
  [['libvirt', 'type'], 'Type', '<domain type>'],
  [[...devices, 'disks'], 'Disks', '<disk>'],
  [[...devices, 'disks', 4], 'Disks', '<disk>'],
])('the field at %j is %s, %s', (path, label, name) => {
  const placed = fieldAt(path)
  expect(placed).toMatchObject({ label, name })
})

test('a path that no table has gives nothing', () => {
  expect(fieldAt(['ramm'])).toBeUndefined()
  expect(fieldAt(['network', 'mode', 'deeper', 'still'])?.path).toEqual(['network', 'mode'])
  expect(fieldAt(['constructor'])).toBeUndefined()
})

test('labels are spelled out from keys', () => {
  expect(spellOut('detect_zeroes')).toBe('Detect zeroes')
  expect(spellOut('rom')).toBe('ROM')
  expect(['disks', 'directories', 'watchdogs', 'address'].map(singular)).toEqual([
    'disk',
    'directory',
    'watchdog',
    'address',
  ])
})

test('a field of another kind says which kinds it belongs to', () => {
  const file = fieldAt([...devices, 'disks', 0, 'source', 'dev'])
  const spec = (type?: string) => ({ libvirt: { devices: { disks: [{ type, source: {} }] } } })
  if (file === undefined) throw new Error('the table has no disks[].source.dev')
  expect(barredBy(file, spec('block'))).toBeUndefined()
  expect(barredBy(file, spec('file'))).toBe('Only with type block or vhostvdpa')
  // Without a word from the author it is the default of the table: file.
  expect(barredBy(file, spec())).toBe('Only with type block or vhostvdpa')
})

test('a field that holds a value is never barred, so that it can be taken away', () => {
  const file = fieldAt([...devices, 'disks', 0, 'source', 'dev'])
  if (file === undefined) throw new Error('the table has no disks[].source.dev')
  const spec = { libvirt: { devices: { disks: [{ type: 'file', source: { dev: '/dev/sda' } }] } } }
  expect(barredBy(file, spec)).toBeUndefined()
})

test('a value is brought to the type of its field or refused with a sentence', () => {
  const vram = fieldAt([...devices, 'video', 0, 'vram'])
  const ram = fieldAt(['ram'])
  if (vram === undefined || ram === undefined) throw new Error('the tables lost ram or vram')
  expect(checkValue(vram.field, '65536')).toEqual({ value: 65536 })
  expect(checkValue(ram.field, 'lots')).toEqual({
    message: 'Should be a size with its unit such as 8G or 512M',
  })
})
