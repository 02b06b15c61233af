/** What the devices of this folder have in common on a command line. */
import { formatSize, sizeInBytes } from '../../table/index.ts'
import type { OptionInHand } from '../read/option-in-hand.ts'
import type { Reading } from '../read/reading.ts'
import { busOfDriver, takeAddress } from '../read/take-address.ts'
import { takeAlias } from '../read/take-device.ts'

const flavours = {
  '': undefined,
  '-pci': undefined,
  '-pci-transitional': 'virtio-transitional',
  '-pci-non-transitional': 'virtio-non-transitional',
  '-device': undefined,
  '-ccw': undefined,
} as const

type Flavour = keyof typeof flavours

/** Whether a driver is this virtio device in any of its flavours: `virtio-rng`, `virtio-rng-pci-transitional` … */
export function isVirtio(driver: string, stem: string): boolean {
  return driver.startsWith(stem) && isFlavour(driver.slice(stem.length))
}

function isFlavour(text: string): text is Flavour {
  return text in flavours
}

/** The model that the flavour of a virtio device says. */
export function virtioModel(driver: string | undefined, stem: string) {
  const flavour = driver?.slice(stem.length) ?? ''
  return isFlavour(flavour) ? (flavours[flavour] ?? 'virtio') : 'virtio'
}

/** Takes the driver, the id and the place of a `-device`. */
export function takeCommon(reading: Reading, option: OptionInHand) {
  const driver = option.take('driver')
  const alias = takeAlias(option)
  const address = takeAddress(reading, option) ?? busOfDriver(driver ?? '')
  const index = option.takeNumber('acpi-index')
  return {
    ...(alias === undefined ? {} : { alias }),
    ...(address === undefined ? {} : { address }),
    ...(index === undefined ? {} : { acpi: { index } }),
  }
}

/** Takes the place in the boot order; libvirt counts from 1, so that QEMU's 0 stays. */
export function takeBoot(option: OptionInHand): { order: number } | undefined {
  const order = Number(option.peek('bootindex'))
  if (!Number.isInteger(order) || order < 1) return undefined
  option.take('bootindex')
  return { order }
}

/** Takes a size, in bytes when it has no unit, as a text of libvirt's: `512M`. */
export function takeSize(option: OptionInHand, key: string): string | undefined {
  const bytes = sizeInBytes(option.peek(key) ?? '')
  if (bytes === undefined) return undefined
  option.take(key)
  return formatSize(bytes)
}

/** Takes what an object or a backend is: its type and its id. */
export function takeBackend(option: OptionInHand, typeKey: string): string | undefined {
  option.take('id')
  return option.take(typeKey)
}
