/**
 * The devices of the files that Proxmox VE hands to QEMU by -readconfig for q35 (`pve-q35.cfg`, `pve-q35-4.0.cfg`): lines of
 * `qm showcmd` name their buses. Left out is a sound controller without a codec, which makes no sound.
 */
import type { CommandOption, Pair } from '../words/command-options.ts'

/** The USB controllers of a slot: one of USB 2 and three companions. */
interface UsbSlot {
  readonly id: string
  readonly slot: string
  readonly first: number
}

const usbSlots: readonly UsbSlot[] = [
  { id: 'ehci', slot: '1d', first: 1 },
  { id: 'ehci-2', slot: '1a', first: 4 },
]

/** The devices of a file by its name; undefined for a file that is not one of them. */
function devicesOf(file: string, slots: readonly UsbSlot[]): readonly (readonly Pair[])[] | undefined {
  const name = /(?:^|\/)pve-q35(-4\.0)?\.cfg$/.exec(file)
  if (name === null) return undefined
  const isNewer = name[1] !== undefined
  const ports = [1, 2, 3, 4].map((number): Pair[] => [
    ['driver', isNewer ? 'pcie-root-port' : 'ioh3420'],
    ['id', `ich9-pcie-port-${number}`],
    ['multifunction', 'on'],
    ['bus', 'pcie.0'],
    ['addr', `1c.${number - 1}`],
    ['port', String(number)],
    ['chassis', String(number)],
  ])
  const bridges = Array.from({ length: isNewer ? 4 : 3 }, (_, index): Pair[] => [
    ['driver', 'pci-bridge'],
    ['id', `pci.${index}`],
    ['bus', 'pcidmi'],
    ['addr', `${index + 1}.0`],
    ['chassis_nr', String(index + 1)],
  ])
  const carrier: Pair[] = [
    ['driver', 'i82801b11-bridge'],
    ['id', 'pcidmi'],
    ['bus', 'pcie.0'],
    ['addr', '1e.0'],
  ]
  return [...slots.flatMap(usbDevices), ...ports, carrier, ...bridges]
}

function usbDevices({ id, slot, first }: UsbSlot): Pair[][] {
  const at = (driver: string, name: string, functionNumber: number): Pair[] => [
    ['driver', driver],
    ['id', name],
    ['multifunction', 'on'],
    ['bus', 'pcie.0'],
    ['addr', `${slot}.${functionNumber}`],
  ]
  const companions = [0, 1, 2].map((index): Pair[] => [
    ...at(`ich9-usb-uhci${first + index}`, `uhci-${first + index}`, index),
    ['masterbus', `${id}.0`],
    ['firstport', String(index * 2)],
  ])
  return [at(first === 1 ? 'ich9-usb-ehci1' : 'ich9-usb-ehci2', id, 7), ...companions]
}

/** The options with those files' devices in the place of the files. */
export function withConfigFiles(options: readonly CommandOption[]): readonly CommandOption[] {
  // The second slot is of no use to a line without a device on it, and libvirt has no word for its companions.
  const slots = usbSlots.filter(
    ({ id, first }) => first === 1 || options.some(({ value }) => value?.includes(`bus=${id}.0`) === true),
  )
  return options.flatMap((option) => {
    const devices = option.name === 'readconfig' ? devicesOf(option.value ?? '', slots) : undefined
    if (devices === undefined) return [option]
    return devices.map((pairs, index): CommandOption => {
      const value = pairs.map(([key, held]) => (key === 'driver' ? held : `${key}=${held}`)).join(',')
      return {
        name: 'device',
        words: ['-device', value],
        value,
        pairs,
        // Together they stand where the file stands.
        standsFor: index === 0 ? option.words.length : 0,
      }
    })
  })
}
