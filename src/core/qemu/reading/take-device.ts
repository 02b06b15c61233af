/** What devices have in common on a command line. */
import { numbered } from '../properties/shared.ts'
import type { OptionInHand } from './option-in-hand.ts'
import type { Reading } from './reading.ts'
import { busOfDriver, takeAddress } from './take-address.ts'
import { takeProperties } from './take-properties.ts'

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

/** Takes the driver, the id and the place of a `-device`, and the number that guests name it by. */
export function takeCommon(reading: Reading, option: OptionInHand) {
  return { ...takeSeat(reading, option), ...takeProperties(option, numbered) }
}

/** The same for a device that has no such number. */
export function takeSeat(reading: Reading, option: OptionInHand) {
  const driver = option.take('driver')
  const alias = takeAlias(option)
  const address = takeAddress(reading, option) ?? busOfDriver(driver ?? '')
  return {
    ...(alias === undefined ? {} : { alias }),
    ...(address === undefined ? {} : { address }),
  }
}

/** Takes the id: libvirt takes those that begin with `ua-`, and gives all others itself. */
export function takeAlias(option: OptionInHand): { name: string } | undefined {
  const id = option.take('id')
  return id?.startsWith('ua-') === true ? { name: id } : undefined
}

/** Takes what an object or a backend is: its type and its id. */
export function takeBackend(option: OptionInHand, typeKey: string): string | undefined {
  option.take('id')
  return option.take(typeKey)
}

/** Takes the value of a key when it is one of these words; any other stays. */
export function takeWord<const Word extends string>(
  option: Pick<OptionInHand, 'takeAs'>,
  words: readonly Word[],
  key: string,
): Word | undefined {
  return option.takeAs((text) => words.find((one) => one === text), key)
}
