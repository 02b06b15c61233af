import { expect, test } from 'vitest'
import { resolve, type Target } from '../resolve/index.ts'
import { withStableMacs } from './stable-mac.ts'

const macs = (name: string, target: Target) => {
  const spec = {
    libvirt: {
      devices: { interfaces: [{ type: 'user' as const }, { mac: { address: '52:54:00:11:22:33' } }] },
    },
  }
  const { domain } = withStableMacs(resolve({ name, spec }, undefined, target))
  return domain.devices?.interfaces?.map(({ mac }) => mac?.address)
}

test('a card has the same address under libvirt and QEMU, and another in another VM', () => {
  expect(macs('one', 'libvirt')).toEqual(macs('one', 'qemu'))
  expect(macs('one', 'libvirt')?.[0]).toMatch(/^52:54:00(?::[0-9a-f]{2}){3}$/)
  expect(macs('one', 'libvirt')?.[0]).not.toBe(macs('two', 'libvirt')?.[0])
})

test('an address that is said stays', () => {
  expect(macs('one', 'libvirt')?.[1]).toBe('52:54:00:11:22:33')
})
