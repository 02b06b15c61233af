/** A Domain in the making: each pairing adds to it and leaves its notes, origins and findings. */
import type { DeviceList, Devices, Domain, Item } from '../domain/index.ts'
import type { Finding, Path } from '../finding.ts'
import type { HostFacts, HostPaths } from '../host/index.ts'
import type { Mutable } from '../mutable.ts'
import type { Design, VmSpec } from '../spec/index.ts'
import type { GuestSystem } from '../systems/index.ts'
import type { Installation } from './installation.ts'
import type { MadeDevice } from './made-devices.ts'
import type { NewDisk, Note, Origin, Target } from './resolved.ts'

/** What the author said under `libvirt:`. */
export type Libvirt = NonNullable<VmSpec['libvirt']>

/** What every pairing is given. */
export interface Draft {
  /** With the words that follow from the system that runs in it. */
  readonly design: Design
  readonly spec: VmSpec
  /** What is known of that system; undefined when the design names none, or one that is not known. */
  readonly system: GuestSystem | undefined
  readonly libvirt: Libvirt
  readonly host: HostFacts
  readonly paths: HostPaths
  readonly target: Target
  /** What is known of the guest's architecture: x86_64, aarch64, riscv64 … */
  readonly arch: string
  readonly domain: Mutable<Omit<Domain, 'devices'>>
  readonly devices: Mutable<Devices>
  readonly notes: Note[]
  readonly origins: Origin[]
  readonly findings: Finding[]
  readonly directories: Set<string>
  /** Where the devices stand that resolve made, by their names in `libvirt`. */
  readonly made: Map<MadeDevice, Path>
  readonly newDisks: NewDisk[]
  readonly installation: Installation | undefined
}

/** Leaves a note on something that was added. */
export function note(draft: Draft, path: Path, what: string, why: string, how: string): void {
  draft.notes.push({ path, what, why, how })
}

/** The same for what follows from the system that runs in the VM. */
export function guestNote(draft: Draft, path: Path, what: string, why: string, how: string): void {
  draft.notes.push({ path, what, why, how, by: 'guest' })
}

/** Says where a part of the Domain comes from. */
export function origin(draft: Draft, domain: Path, spec: Path): void {
  draft.origins.push({ domain, spec })
}

/**
 * Adds one device to the end of its list. The list is the draft's own: only this function begins one.
 *
 * @returns its path in the Domain
 */
export function addDevice<K extends DeviceList>(
  draft: Draft,
  key: K,
  device: Item<Devices[K]>,
  spec?: Path,
): Path {
  const held: unknown = draft.devices[key]
  const path = ['devices', key, Array.isArray(held) ? held.length : 0]
  if (Array.isArray(held)) held.push(device)
  else Object.assign(draft.devices, { [key]: [device] })
  if (spec) origin(draft, path, spec)
  return path
}

/** `{{.VmStateDir}}` and `{{.VmName}}` in the author's paths, filled in. */
export function fillIn(draft: Draft, text: string): string {
  return text.replace(/\{\{\s*\.(VmStateDir|VmName)\s*\}\}/g, (_, word: string) =>
    word === 'VmName' ? draft.design.name : draft.paths.stateDir,
  )
}

/** The directory that a file is in, to be made before the start. */
export function needDirectoryOf(draft: Draft, file: string): void {
  const slash = file.lastIndexOf('/')
  if (slash > 0) draft.directories.add(file.slice(0, slash))
}
