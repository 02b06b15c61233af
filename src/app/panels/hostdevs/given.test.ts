import { expect, test } from 'vitest'
import { readIommuListing } from '../../core.ts'
import { addressOf, givenIds, listedAs, withChosen } from './given.ts'

const { devices } = readIommuListing(
  [
    'IOMMU Group 13 01:00.1 Audio device [0403]: NVIDIA Corporation GK106 HDMI Audio Controller [10de:0e0b]',
    'IOMMU Group 13 01:00.0 VGA compatible controller [0300]: NVIDIA Corporation GK106 [GeForce GTX 660] [10de:11c0]',
  ].join('\n'),
)
const usb = { type: 'usb', source: { vendor: '0x046d', product: '0xc077' } }
const elsewhere = { type: 'pci', source: { bus: '0x09', slot: '0x00', function: '0x0' } }
const gpu = {
  type: 'pci',
  managed: 'yes',
  source: { domain: '0x0000', bus: '0x01', slot: '0x00', function: '0x0' },
}

test('what is chosen is added in the order of addresses, managed, each part in hexadecimal', () => {
  expect(withChosen([usb], devices, new Set(['0000:01:00.1', '0000:01:00.0']))).toEqual([
    usb,
    gpu,
    { ...gpu, source: { ...gpu.source, function: '0x1' } },
  ])
})

test('what is no longer chosen goes; USB devices and what the listing has not stay', () => {
  expect(withChosen([usb, gpu, elsewhere], devices, new Set())).toEqual([usb, elsewhere])
})

test('what is given already keeps its settings', () => {
  const withRom = { ...gpu, rom: { bar: false } }
  expect(withChosen([withRom], devices, new Set(['0000:01:00.0']))).toEqual([withRom])
})

test('a device is found in the listing by its address, and one without a whole address is not', () => {
  expect(listedAs(gpu, devices)?.device_id).toBe('11c0')
  expect(addressOf(usb)).toBeUndefined()
  expect(addressOf({ type: 'pci', source: { bus: '0x01' } })).toBeUndefined()
  expect([...givenIds([gpu, usb])]).toEqual(['0000:01:00.0'])
})
