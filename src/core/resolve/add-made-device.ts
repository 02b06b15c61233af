/**
 * The devices that resolve makes of other words of the design: the root disk of `source`, the seed of `cloud_init`, the
 * first interface of `network`. The author adds to each under its own name in `libvirt`, and takes it out by that name.
 */
import type { Devices, Item } from '../domain/index.ts'
import type { Path } from '../finding.ts'
import { isRecord } from '../table/index.ts'
import { ownValue, setOwn } from '../text/index.ts'
import { addDevice, type Draft, fillIn, origin } from './draft.ts'
import { type MadeDevice, type MadeDisk, madeDeviceLists, madeDevices } from './made-devices.ts'

/**
 * Adds a device that resolve makes, with the author's further words on it.
 *
 * @param from what it is made of
 * @returns its path in the Domain
 */
export function addMadeDisk(draft: Draft, name: MadeDisk, disk: Item<Devices['disks']>, from: Path): Path {
  const said = draft.libvirt[name]
  const file = said?.source?.file
  const filled =
    file === undefined ? said : { ...said, source: { ...said?.source, file: fillIn(draft, file) } }
  const path = addDevice(draft, 'disks', withMore(disk, filled), from)
  return madeAt(draft, name, path)
}

/** The same for the interface. */
export function addMadeInterface(draft: Draft, device: Item<Devices['interfaces']>, from: Path): Path {
  const path = addDevice(draft, 'interfaces', withMore(device, draft.libvirt.first_interface), from)
  return madeAt(draft, 'first_interface', path)
}

function madeAt(draft: Draft, name: MadeDevice, path: Path): Path {
  draft.made.set(name, path)
  origin(draft, path, ['libvirt', name])
  return path
}

/** Further words on a device that is not made: nothing says them. */
export function reportUnmade(draft: Draft): void {
  for (const name of madeDevices)
    if (draft.libvirt[name] !== undefined && !draft.made.has(name))
      draft.findings.push({
        code: 'made-device.not-there',
        severity: 'warning',
        path: ['libvirt', name],
        message: `${notMade[name]} so what libvirt.${name} says has no use. Say it of a device of your own in libvirt.devices.${madeDeviceLists[name]}.`,
      })
}

const notMade: Readonly<Record<MadeDevice, string>> = {
  root_disk: 'No root disk is made: there is no source, or a disk of your own is at vda,',
  installer_disk: 'No installer’s CD is there: installer names no ISO, or is done,',
  drivers_disk: 'No CD with drivers is there: installer names none, or is done,',
  answers_disk: 'No CD with answers is there: the installer is to ask, or is told in another way,',
  seed_disk: 'No seed is made: cloud_init and the SSH key say nothing that it would bring,',
  first_interface: 'No interface is made: network says nothing and there are interfaces of your own,',
}

/** Maps are joined; a list or a value that is said takes the place of the one that was made. */
function withMore<T>(made: T, more: unknown): T
function withMore(made: unknown, more: unknown): unknown {
  if (more === undefined) return made
  if (!isRecord(made) || !isRecord(more)) return more
  const joined: Record<string, unknown> = { ...made }
  for (const [key, held] of Object.entries(more)) setOwn(joined, key, withMore(ownValue(made, key), held))
  return joined
}
