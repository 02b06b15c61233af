import { expect, test } from 'vitest'
import { readIommuListing } from '../../../core/host/index.ts'
import type { UsbIdentity } from '../../core.ts'
import {
  addressOf,
  givenCardIds,
  givenIds,
  type Hostdev,
  listedAs,
  newUsb,
  usbListedAs,
  withChosen,
  withChosenCards,
} from './given.ts'
import { newUuid } from './new-uuid.ts'

const { devices } = readIommuListing(
  [
    'IOMMU Group 13 01:00.1 Audio device [0403]: NVIDIA Corporation GK106 HDMI Audio Controller [10de:0e0b]',
    'IOMMU Group 13 01:00.0 VGA compatible controller [0300]: NVIDIA Corporation GK106 [GeForce GTX 660] [10de:11c0]',
  ].join('\n'),
)
const usb: Hostdev = { type: 'usb', source: { vendor: '0x046d', product: '0xc077' } }
const elsewhere: Hostdev = { type: 'pci', source: { bus: '0x09', slot: '0x00', function: '0x0' } }
const gpu: Hostdev = {
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

test('a virtual function can be a network card', () => {
  const own = { type: 'user' } as const
  const cards = withChosenCards([own], devices, new Set(['0000:01:00.1']))
  expect(cards).toEqual([
    own,
    {
      type: 'hostdev',
      managed: true,
      source: { address_type: 'pci', domain: '0x0000', bus: '0x01', slot: '0x00', function: '0x1' },
    },
  ])
  expect([...givenCardIds(cards)]).toEqual(['0000:01:00.1'])
  expect(withChosenCards(cards, devices, new Set())).toEqual([own])
})

const stick = { vendor_id: '0781', product_id: '5581', bus: 1 }
const identity = (
  device: UsbIdentity['device'],
  twin: boolean,
  source: UsbIdentity['source'],
): UsbIdentity => ({
  device,
  twin,
  assignable: true,
  title: 'Stick',
  source,
  sentence: '',
})
const twins = [
  identity({ ...stick, port: '1-4.1', device: 7 }, true, { bus: '1', port: '4.1' }),
  identity({ ...stick, port: '1-4.2', device: 8 }, true, { bus: '1', port: '4.2' }),
  identity({ vendor_id: '046d', product_id: 'c52b', bus: 1 }, false, { vendor: '0x046d', product: '0xc52b' }),
]

test('what is added for a USB device is found again as that device, a twin by its port', () => {
  for (const one of twins) expect(usbListedAs(newUsb(one), twins)).toBe(one)
  expect(usbListedAs({ type: 'usb', source: { bus: '0x01', device: '8' } }, twins)).toBe(twins[1])
})

test('ids alone do not say which of two twins is meant', () => {
  expect(usbListedAs({ type: 'usb', source: { vendor: '0x0781', product: '0x5581' } }, twins)).toBeUndefined()
  expect(usbListedAs({ type: 'pci', source: {} }, twins)).toBeUndefined()
})

test('a new UUID is one of version 4', () => {
  expect(newUuid()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(newUuid()).not.toBe(newUuid())
})
