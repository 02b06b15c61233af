/** Keyboards, mice, tablets and USB hubs of a command line. */
import type { OptionInHand } from '../../read/option-in-hand.ts'
import type { Reading } from '../../read/reading.ts'
import { busOfDriver, takeAddress } from '../../read/take-address.ts'
import { takeAlias, takeVirtioDriver, takeWord } from '../../read/take-device.ts'
import { grabToggles, hostInput, type Input, inputDrivers } from './input-drivers.ts'

type Draft = { -readonly [Key in keyof Input]: Input[Key] }

export function readInputs(reading: Reading): void {
  for (const option of reading.unread('usbdevice')) readUsbdevice(reading, option)
  const fits = (driver: string) => usbOf(driver) !== undefined || virtioOf(driver) !== undefined
  for (const option of [...reading.options]) {
    if (option.isRead) continue
    if (option.name === 'object' && option.peek('qom-type') === 'input-linux') readEvdev(reading, option)
    else if (option.name === 'device' && fits(option.peek('driver') ?? '')) readDevice(reading, option)
  }
  for (const option of reading.devices((driver) => driver === 'usb-hub')) {
    option.take('driver')
    reading.add('hub', { type: 'usb', alias: takeAlias(option), address: takeAddress(reading, option) }, [
      option,
    ])
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
  const driver = option.take('driver') ?? ''
  const usb = usbOf(driver)
  const type = usb ?? virtioOf(driver)
  const item: Draft = { type, bus: usb === undefined ? 'virtio' : 'usb' }
  if (usb === undefined) item.driver = takeVirtioDriver(option)
  if (type === 'passthrough') item.source = { evdev: option.take('evdev') }
  item.alias = takeAlias(option)
  item.address = takeAddress(reading, option) ?? busOfDriver(driver)
  reading.add('inputs', item, [option])
}

function readEvdev(reading: Reading, option: OptionInHand): void {
  option.take('qom-type')
  const item: Draft = {
    type: 'evdev',
    alias: takeAlias(option),
    source: {
      dev: option.take('evdev'),
      grab: option.takeBoolean('grab_all', 'grab-all') === true ? 'all' : undefined,
      repeat: option.takeBoolean('repeat'),
      grab_toggle: takeWord(option, grabToggles, 'grab-toggle'),
    },
  }
  reading.add('inputs', item, [option])
}

function readUsbdevice(reading: Reading, option: OptionInHand): void {
  const type = (['tablet', 'mouse', 'keyboard'] as const).find((one) => one === option.written.value)
  if (type === undefined) return
  option.finish()
  reading.add('inputs', { type, bus: 'usb' }, [option])
}
