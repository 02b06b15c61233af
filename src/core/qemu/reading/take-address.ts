/** Where a device sits, from the keys of its `-device` to libvirt's address. The way back of place.ts. */
import type { Address } from '../../domain/index.ts'
import { type Bus, busesOf } from './buses.ts'
import type { OptionInHand } from './option-in-hand.ts'
import type { Reading } from './reading.ts'

/**
 * Takes the keys that put a device in its place: `bus`, `addr` and `multifunction`, `port`, `nr`, `scsi-id` …
 *
 * @returns undefined when the line leaves the place to QEMU. Keys that say no place of libvirt's stay in the option.
 */
export function takeAddress(reading: Reading, option: OptionInHand): Address | undefined {
  if (option.peek('devno') !== undefined) return ccw(option)
  const name = option.peek('bus')
  if (name === undefined && option.peek('addr') === undefined) {
    // Where QEMU picks the slot, it is for whoever picks it to say that the slot is shared.
    option.drop('multifunction')
    return undefined
  }
  if (name === undefined) return pci(reading, option, undefined)
  const { byId } = busesOf(reading)
  // A bus is its controller's id and a number; PCI buses bear the id itself, and `pci.1` is such an id.
  const whole = byId.get(name)
  if (whole?.type === 'pci') return pci(reading, option, whole)
  const match = /^(.*)\.(\d+)$/.exec(name)
  const bus = whole ?? byId.get(match?.[1] ?? name)
  return bus === undefined ? undefined : onBus(option, bus, Number(match?.[2] ?? 0))
}

/** A virtio device that is not on PCI says so by its driver alone. */
export function busOfDriver(driver: string): Address | undefined {
  if (driver.endsWith('-ccw')) return { type: 'ccw' }
  return /^(?:virtio|vhost)-.*-device$/.test(driver) ? { type: 'virtio-mmio' } : undefined
}

function onBus(option: OptionInHand, bus: Bus, number: number): Address | undefined {
  const controller = String(bus.index)
  switch (bus.type) {
    case 'usb':
      option.take('bus')
      return { type: 'usb', bus: controller, port: option.take('port') }
    case 'virtio-serial': {
      option.take('bus')
      return { type: 'virtio-serial', controller, bus: '0', port: textOf(option.takeNumber('nr')) }
    }
    case 'ccid':
      option.take('bus')
      return { type: 'ccid', controller, slot: textOf(option.takeNumber('slot')) }
    case 'scsi':
      return scsi(option, bus, controller)
    case 'sata':
      option.take('bus')
      option.drop('unit', '0')
      return { type: 'drive', controller, bus: '0', target: '0', unit: String(number) }
    case 'ide':
    case 'fdc':
      option.take('bus')
      return {
        type: 'drive',
        controller,
        bus: bus.type === 'ide' ? String(number) : '0',
        target: '0',
        unit: String(option.takeNumber('unit') ?? 0),
      }
    default:
      return undefined
  }
}

/** `devno=fe.0.0001`, of s390x. */
function ccw(option: OptionInHand): Address | undefined {
  const match = /^([\da-f]{1,2})\.([0-3])\.([\da-f]{1,4})$/i.exec(option.peek('devno') ?? '')
  if (match === null) return undefined
  option.take('devno')
  return { type: 'ccw', cssid: `0x${match[1]}`, ssid: `0x${match[2]}`, devno: `0x${match[3]}` }
}

/** Parallel SCSI has targets alone, which are units to libvirt. `qemuBuildDeviceAddresDriveProps`. */
const parallelDrivers = new Set(['lsi', 'lsi53c895a', 'lsi53c810', 'am53c974', 'dc390', 'dc-390'])

function scsi(option: OptionInHand, bus: Bus, controller: string): Address {
  option.take('bus')
  const channel = option.takeNumber('channel') ?? 0
  const id = option.takeNumber('scsi-id') ?? 0
  const hasLuns = !parallelDrivers.has(bus.driver)
  if (!hasLuns) option.drop('lun', '0')
  const lun = hasLuns ? (option.takeNumber('lun') ?? 0) : id
  return {
    type: 'drive',
    controller,
    bus: String(channel),
    target: hasLuns ? String(id) : '0',
    unit: String(lun),
  }
}

/** `addr=0x2.0x1` and `addr=2.1`, slot and function in hexadecimal. */
function pci(reading: Reading, option: OptionInHand, bus: Bus | undefined): Address | undefined {
  const addr = option.peek('addr')
  const match = /^(?:0x)?([\da-f]{1,2})(?:\.(?:0x)?([0-7]))?$/i.exec(addr ?? '0')
  // Without a PCI bus `addr` is something else, as in a PCI address of the host's.
  if (match === null || (bus === undefined && !hasRootBus(reading))) return undefined
  option.take('bus')
  // A root port has room for one device, so that the bus says it all; elsewhere QEMU picks the slot.
  if (addr === undefined && bus?.index === 0) {
    option.drop('multifunction')
    return undefined
  }
  option.take('addr')
  const multifunction = option.takeBoolean('multifunction')
  return {
    type: 'pci',
    domain: '0x0000',
    bus: hex(bus?.index ?? 0, 2),
    slot: hex(Number.parseInt(match[1] ?? '0', 16), 2),
    function: hex(Number(match[2] ?? 0), 1),
    ...(multifunction === undefined ? {} : { multifunction }),
  }
}

function hasRootBus({ arch }: Reading): boolean {
  return arch !== 's390x'
}

/** A part of an address as libvirt writes it: `0x0a`. */
export function hex(number: number, digits: number): string {
  return `0x${number.toString(16).padStart(digits, '0')}`
}

function textOf(number: number | undefined): string | undefined {
  return number === undefined ? undefined : String(number)
}
