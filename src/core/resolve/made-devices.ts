/** The names of the devices that resolve makes of other words of the design, and the lists that they stand in. */
import type { DeviceList } from '../domain/index.ts'
import type { Path } from '../finding.ts'

/** The list that each stands in. */
export const madeDeviceLists = {
  root_disk: 'disks',
  installer_disk: 'disks',
  drivers_disk: 'disks',
  answers_disk: 'disks',
  seed_disk: 'disks',
  first_interface: 'interfaces',
} as const satisfies Readonly<Record<string, DeviceList>>

/** What a device that resolve makes is called in `libvirt`. */
export type MadeDevice = keyof typeof madeDeviceLists

/** Those of them that are disks. */
export type MadeDisk = Exclude<MadeDevice, 'first_interface'>

/** All of them, in the order in which they stand in their lists. */
export const madeDevices: readonly MadeDevice[] = [
  'root_disk',
  'installer_disk',
  'drivers_disk',
  'answers_disk',
  'seed_disk',
  'first_interface',
]

/** The list of the Domain that it stands in. */
export function madeDeviceList(name: MadeDevice): Path {
  return ['devices', madeDeviceLists[name]]
}

/** The name of a made device, if it is one. */
export function madeDeviceNamed(name: unknown): MadeDevice | undefined {
  return madeDevices.find((one) => one === name)
}

/** The made device whose words a spec path is among. */
export function madeDeviceAt(spec: Path): MadeDevice | undefined {
  return spec[0] === 'libvirt' ? madeDeviceNamed(spec[1]) : undefined
}
