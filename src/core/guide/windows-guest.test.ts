import { expect, test } from 'vitest'
import { applyChanges, type VmSpec, vmSpec } from '../spec/index.ts'
import { schema } from '../table/index.ts'
import { isWindowsGuest, windowsGuestChanges, withoutWindowsGuest } from './windows-guest.ts'

const plain: VmSpec = { ram: '8G', libvirt: { features: { kvm: { hidden: 'on' } } } }
const windows = applyChanges(plain, windowsGuestChanges(plain))

test('on: the design is one for Windows, and valid', () => {
  expect(isWindowsGuest(plain)).toBe(false)
  expect(isWindowsGuest(windows)).toBe(true)
  expect(schema(vmSpec).safeParse(windows).success).toBe(true)
  expect(windows.libvirt?.clock?.offset).toBe('localtime')
  expect(windows.libvirt?.features?.kvm).toEqual({ hidden: 'on' })
})

test('off: the design is as it was', () => {
  expect(applyChanges(windows, withoutWindowsGuest(windows))).toEqual(plain)
})

test('what the author says otherwise stays, on and off', () => {
  const own: VmSpec = {
    libvirt: {
      features: { hyperv: { relaxed: 'off', vendor_id: { state: 'on', value: 'me' } } },
      clock: { offset: 'utc', timers: [{ name: 'hpet', present: 'yes' }] },
    },
  }
  const on = applyChanges(own, windowsGuestChanges(own))
  expect(on.libvirt?.features?.hyperv?.relaxed).toBe('off')
  expect(on.libvirt?.clock?.offset).toBe('utc')
  expect(on.libvirt?.clock?.timers?.[0]).toEqual({ name: 'hpet', present: 'yes' })
  expect(isWindowsGuest(on)).toBe(true)
  expect(applyChanges(on, withoutWindowsGuest(on))).toEqual(own)
})
