/** What virt-install adds by itself, refused where the design has none (virtinst/guest.py, set_defaults). */

import type { Domain } from '../../domain/index.ts'
import { ownValue } from '../../text/index.ts'

type Devices = NonNullable<Domain['devices']>

/** Each list of devices, and what says that there are none. */
const lists: readonly { readonly key: keyof Devices; readonly option: string }[] = [
  { key: 'disks', option: 'disk' },
  { key: 'interfaces', option: 'network' },
  { key: 'graphics', option: 'graphics' },
  { key: 'video', option: 'video' },
  { key: 'sound', option: 'sound' },
  { key: 'tpm', option: 'tpm' },
  { key: 'rng', option: 'rng' },
  { key: 'console', option: 'console' },
  { key: 'channels', option: 'channel' },
  { key: 'redirdev', option: 'redirdev' },
  { key: 'memballoon', option: 'memballoon' },
]

/** The words of each line. */
export function refused(domain: Domain): string[][] {
  const { devices = {}, features, os, pm, clock, cpu } = domain
  const hasSpice = devices.graphics?.some(({ type }) => type === 'spice')
  const channels = devices.channels ?? []
  const none = lists.filter(({ key }) => isEmpty(devices[key])).map(({ option }) => [`--${option}`, 'none'])
  const controllers = devices.controllers ?? []
  const away = (xpath: string) => ['--xml', `xpath.delete=${xpath}`]
  const hasUsb = controllers.some(({ type }) => type === 'usb')
  return [
    ...none,
    ['--controller', 'num_pcie_root_ports=0'],
    ...(hasUsb ? [] : [['--controller', 'type=usb,model=none'], away(`"./devices/controller[@type='usb']"`)]),
    ...(isEmpty(devices.memballoon) ? [away('./devices/memballoon')] : []),
    ...(hasSpice === true && channels.length > 0 && !channels.some(({ type }) => type === 'spicevmc')
      ? [away(`"./devices/channel[@type='spicevmc']"`)]
      : []),
    ...(cpu?.topology !== undefined && cpu.topology.dies === undefined
      ? [['--xml', 'xpath.set=./cpu/topology/@dies=']]
      : []),
    ...(isEmpty(devices.video) ? [away('./devices/video')] : []),
    ...(isEmpty(devices.inputs) ? [away('./devices/input')] : []),
    ...(features?.pae === undefined ? [away('./features/pae')] : []),
    ...(os?.smbios === undefined && domain.sysinfo !== undefined
      ? [['--xml', 'xpath.set=./os/smbios/@mode=']]
      : []),
    ...(pm === undefined ? [away('./pm')] : []),
    ...(clock?.timers === undefined ? [1, 2, 3].map(() => away('./clock/timer')) : []),
    ...(clock === undefined ? [away('./clock')] : []),
    ...(features?.acpi === undefined ? [away('./features/acpi')] : []),
    ...(features?.apic === undefined ? [away('./features/apic')] : []),
    ...(features === undefined ? [away('./features')] : []),
    ...(features?.vmport === undefined ? [away('./features/vmport')] : []),
    ...(isEmpty(os?.boot) ? [away('./os/boot')] : []),
    ...(cpu === undefined ? [away('./cpu')] : []),
  ]
}

interface FilledIn {
  /** The sub-option. */
  readonly name: string
  readonly place: string
  /** Another one, and the words of it with which this is filled in. */
  readonly only?: readonly [name: string, words: RegExp]
}

/** What it fills in of a device where nothing is said. */
const filledIn: Readonly<Record<string, readonly FilledIn[]>> = {
  'devices/disk': [
    { name: 'driver.discard', place: 'driver/@discard', only: ['device', /^disk$/] },
    { name: 'driver.cache', place: 'driver/@cache', only: ['type', /^block$/] },
    { name: 'driver.io', place: 'driver/@io', only: ['type', /^block$/] },
    { name: 'driver.name', place: 'driver/@name' },
    { name: 'driver.type', place: 'driver/@type' },
    { name: 'bus', place: 'target/@bus' },
  ],
  'devices/interface': [{ name: 'model.type', place: 'model/@type' }],
  'devices/graphics': [
    { name: 'port', place: '@port' },
    { name: 'tlsPort', place: '@tlsPort' },
    { name: 'image.compression', place: 'image/@compression' },
  ],
  'devices/channel': [{ name: 'source.mode', place: 'source/@mode' }],
}

/** @param said the sub-options that are said, with their values */
export function addedTo(at: string, said: ReadonlyMap<string, string>): readonly string[] {
  return (ownValue(filledIn, at) ?? [])
    .filter(
      ({ name, only }) => !said.has(name) && (only === undefined || only[1].test(said.get(only[0]) ?? '')),
    )
    .map(({ place }) => place)
}

function isEmpty(held: unknown): boolean {
  return held === undefined || (Array.isArray(held) && held.length === 0)
}
