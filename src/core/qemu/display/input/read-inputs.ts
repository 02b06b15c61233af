/** Keyboards, mice, tablets and USB hubs of a command line. */
import {
  type OptionInHand,
  type Reading,
  takeAlias,
  takeCommon,
  takeProperties,
  takeSeat,
} from '../../reading/index.ts'
import { hostEvents, hostInput, type Input, inputDrivers, passedInput, virtioInput } from './input-drivers.ts'

export function readInputs(reading: Reading): void {
  for (const option of reading.unread('usbdevice')) readUsbdevice(reading, option)
  const fits = (driver: string) => usbOf(driver) !== undefined || virtioOf(driver) !== undefined
  for (const option of [...reading.options]) {
    if (option.isRead) continue
    if (option.name === 'object' && option.peek('qom-type') === 'input-linux') readEvdev(reading, option)
    else if (option.name === 'device' && fits(option.peek('driver') ?? '')) readDevice(reading, option)
  }
  for (const option of reading.devices((driver) => driver === 'usb-hub')) {
    reading.add('hub', { type: 'usb', ...takeSeat(reading, option) }, [option])
  }
}

function usbOf(driver: string): Input['type'] {
  return inputDrivers.find(({ usb }) => usb === driver)?.type
}

/** QEMU takes a name without a bus for that of the machine. */
function virtioOf(driver: string): Input['type'] {
  const name = driver.replace(/-(?:pci|device|ccw)$/, '')
  return name === hostInput ? 'passthrough' : inputDrivers.find(({ virtio }) => virtio === name)?.type
}

function readDevice(reading: Reading, option: OptionInHand): void {
  const driver = option.peek('driver') ?? ''
  const usb = usbOf(driver)
  const type = usb ?? virtioOf(driver)
  reading.add(
    'inputs',
    {
      type,
      bus: usb === undefined ? 'virtio' : 'usb',
      ...(usb === undefined
        ? takeProperties(option, type === 'passthrough' ? passedInput : virtioInput)
        : {}),
      ...takeCommon(reading, option),
    },
    [option],
  )
}

function readEvdev(reading: Reading, option: OptionInHand): void {
  option.take('qom-type')
  const alias = takeAlias(option)
  reading.add('inputs', { type: 'evdev', alias, ...takeProperties(option, hostEvents) }, [option])
}

function readUsbdevice(reading: Reading, option: OptionInHand): void {
  const type = (['tablet', 'mouse', 'keyboard'] as const).find((one) => one === option.written.value)
  if (type === undefined) return
  option.finish()
  reading.add('inputs', { type, bus: 'usb' }, [option])
}
