/**
 * A `-device` that is kept. QEMU makes those in JSON last, and libvirt writes JSON: a device in text would not find the
 * controllers that libvirt makes, and take the slots that libvirt gives. `qemu_create_cli_devices`; libvirt since 7.10.
 */
import { type Bus, busesOf, type OptionInHand, type Reading } from '../reading/index.ts'
import { type Pair, readPairs } from '../words/command-options.ts'
import { isOn, propertyKind, wholeNumber } from '../words/property-kinds.ts'

/**
 * The value of a `-device` that is kept, in JSON, its bus as the line that comes out calls it.
 *
 * @param isKept whether a controller is kept as well, with its own id
 * @param aliasOf the author's alias of a controller
 */
export function keptDevice(
  reading: Reading,
  value: string,
  isKept: (controller: OptionInHand) => boolean,
  aliasOf: (controller: OptionInHand) => string | undefined,
): string {
  const taken = libvirtIds(reading, isKept, aliasOf)
  const renamed = (key: string, held: string) => {
    if (key === 'bus') return ourBus(reading, held, isKept, aliasOf)
    return key === 'id' && taken.has(held) ? `kept-${held}` : held
  }
  if (value.startsWith('{'))
    return value.replace(
      /("(bus|id)"\s*:\s*)"([^"\\]*)"/g,
      (_, start: string, key: string, held: string) => `${start}"${renamed(key, held)}"`,
    )
  return jsonDevice(readPairs('device', value).map(([key, held]): Pair => [key, renamed(key, held)]))
}

/** The ids that controllers of the line get from libvirt: no other device may have them. */
function libvirtIds(
  reading: Reading,
  isKept: (controller: OptionInHand) => boolean,
  aliasOf: (controller: OptionInHand) => string | undefined,
): ReadonlySet<string | undefined> {
  const theirs = [...busesOf(reading).byOption].filter(([option]) => !isKept(option))
  return new Set(theirs.map(([option, bus]) => aliasOf(option) ?? ourId(bus)))
}

/** The keys and values of a `-device` in text as JSON. */
export function jsonDevice(pairs: readonly Pair[]): string {
  const held = new Map(pairs)
  const driver = held.get('driver') ?? ''
  const members = [...held].map(([key, value]) => `${JSON.stringify(key)}:${jsonValue(driver, key, value)}`)
  return `{${members.join(',')}}`
}

/** As text: a JSON number may be longer than one of this program. */
function jsonValue(driver: string, key: string, value: string): string {
  const kind = propertyKind(driver, key, value)
  if (kind === 'switch') return String(isOn(value))
  return kind === 'number' ? wholeNumber(value) : JSON.stringify(value)
}

function ourBus(
  reading: Reading,
  name: string,
  isKept: (controller: OptionInHand) => boolean,
  aliasOf: (controller: OptionInHand) => string | undefined,
): string {
  const { byId, byOption } = busesOf(reading)
  const [, stem = name, number = '0'] = /^(.*)\.(\d+)$/.exec(name) ?? []
  const byBus = byId.get(name)
  const bus = byBus ?? byId.get(stem)
  if (bus === undefined) return name
  const controller = [...byOption].find(([, one]) => one === bus)?.[0]
  if (controller !== undefined && isKept(controller)) return name
  const id = (controller && aliasOf(controller)) ?? ourId(bus)
  if (id === undefined) return name
  return bus.type === 'pci' ? id : `${id}.${byBus === undefined ? number : '0'}`
}

/** libvirt's id; undefined for the buses of the mainboard, which keep QEMU's names. */
function ourId({ type, index, driver }: Bus): string | undefined {
  if (driver === '' && type !== 'usb') return undefined
  if (type === 'usb') return index === 0 ? 'usb' : `usb${index}`
  return type === 'pci' ? `pci.${index}` : `${type}${index}`
}
