import { expect, test } from 'vitest'
import { deviceName } from './device-name.ts'

const named = (name: string, class_code: string) =>
  deviceName({ name, class_code, class_name: 'Some device', vendor_id: '10de', device_id: '11c0' })

test.each([
  ['NVIDIA Corporation GK106 [GeForce GTX 660]', '0300', 'GeForce GTX 660'],
  ['Advanced Micro Devices, Inc. [AMD/ATI] RV710 [Radeon HD 4350/4550]', '0300', 'Radeon HD 4350/4550'],
  [
    'Intel Corporation Xeon E3-1200 v3 Integrated Graphics Controller',
    '0300',
    'Intel Xeon E3-1200 v3 Integrated Graphics Controller',
  ],
])('a graphics card is called by its name: %s', (name, code, short) => {
  expect(named(name, code)).toBe(short)
})

test.each([
  ['NVIDIA Corporation GK106 HDMI Audio Controller', '0403', 'NVIDIA GK106 HDMI Audio Controller'],
  [
    'Advanced Micro Devices, Inc. [AMD/ATI] RV710/730 HDMI Audio [Radeon HD 4000 series]',
    '0403',
    'AMD RV710/730 HDMI Audio [Radeon HD 4000 series]',
  ],
  [
    'Intel Corporation 8 Series SATA Controller 1 [AHCI mode]',
    '0106',
    'Intel 8 Series SATA Controller 1 [AHCI mode]',
  ],
  ['ASMedia Technology Inc. ASM1062 Serial ATA Controller', '0106', 'ASMedia ASM1062 Serial ATA Controller'],
  ['Device 1234', '0200', 'Device 1234'],
])('other devices keep their whole name, with the vendor in short: %s', (name, code, short) => {
  expect(named(name, code)).toBe(short)
})

test('a device without a name is called by its class, else by its ids', () => {
  expect(named('', '0200')).toBe('Some device')
  expect(
    deviceName({ name: '', class_code: '0200', class_name: '', vendor_id: '10de', device_id: '11c0' }),
  ).toBe('10de:11c0')
})
