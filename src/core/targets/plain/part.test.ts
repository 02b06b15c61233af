import { expect, test } from 'vitest'
import { line, whole, words } from './codecs.ts'
import { Part } from './part.ts'

const domain = {
  memory: { value: '2 GiB' },
  cpu: { mode: 'host-passthrough', check: 'none' },
  os: { initargs: ['a', 'b'] },
  devices: {
    disks: [
      { target: { dev: 'vda', bus: 'virtio' }, readonly: true },
      { target: { dev: 'sda', bus: 'sata' } },
    ],
    hub: [],
    vsock: {},
  },
}

function leftOf(root: Part): string[] {
  return root.left().map((path) => path.join('.'))
}

test('what nobody took is left, a map or a device by itself', () => {
  expect(leftOf(new Part(domain))).toEqual([
    'memory',
    'cpu',
    'os',
    'devices.disks.0',
    'devices.disks.1',
    'devices.vsock',
  ])
})

test('what a codec can say is gone, and the rest of its map is left', () => {
  const root = new Part(domain)
  expect(root.take('memory.value', line)).toBe('2 GiB')
  expect(root.pass('cpu.mode', 'host-passthrough')).toBe(true)
  expect(root.pass('cpu.check', 'full')).toBe(false)
  expect(root.take('devices.vcpus', whole)).toBeUndefined()
  const [disk] = root.parts('devices.disks')
  expect(disk?.take('target.bus', words({ virtio: 'virtio-blk' }))).toBe('virtio-blk')
  root.passAll('devices.disks.*.target.dev', 'sda')
  expect(leftOf(root)).toEqual([
    'cpu.check',
    'os',
    'devices.disks.0.target.dev',
    'devices.disks.0.readonly',
    'devices.disks.1.target.bus',
    'devices.vsock',
  ])
})

test('words of the language are no keys', () => {
  const root = new Part({ constructor: 'x' })
  expect(root.take('toString', line)).toBeUndefined()
  expect(words({ a: 1 })('constructor')).toBeUndefined()
  expect(leftOf(root)).toEqual(['constructor'])
})
