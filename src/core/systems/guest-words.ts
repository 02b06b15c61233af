/** What follows from the system for the words of the design, wherever its author says nothing. */

import type { Disk } from '../domain/index.ts'
import type { Path } from '../finding.ts'
import type { VmSpec } from '../spec/index.ts'
import { guestSystem } from './all-systems.ts'
import type { GuestSystem } from './system.ts'

/** A word that the design does not say, and the system gives. */
export interface GuestWord {
  readonly path: Path
  readonly value: string | number
  readonly why: string
}

/**
 * The words that a design takes from its system.
 *
 * @returns none when it names no system, or one that is not known
 */
export function guestWords(spec: VmSpec): readonly GuestWord[] {
  const system = guestSystem(spec.guest)
  if (system === undefined) return []
  const { libvirt } = spec
  const words: GuestWord[] = []
  const say = (path: Path, said: unknown, value: string | number | undefined, why: string) => {
    if (said === undefined && value !== undefined) words.push({ path, value, why })
  }
  const { recommended } = system
  const enough = `Recommended for ${system.name}.`
  say(['ram'], spec.ram ?? libvirt?.memory?.value, recommended.ram, enough)
  say(['cpu'], spec.cpu ?? libvirt?.vcpu?.value, recommended.cpu, enough)
  if (hasNewDisk(spec)) say(['disk_size'], spec.disk_size, recommended.disk, enough)
  say(
    ['machine'],
    spec.machine ?? libvirt?.os?.machine,
    system.machine,
    `${system.name} knows this mainboard.`,
  )
  if (system.firmware !== 'bios' && !saysFirmware(spec))
    say(['firmware'], spec.firmware, system.firmware, system.firmwareWhy ?? '')
  const { source } = spec
  if (source?.kind === 'cloud_image' || source?.kind === 'bootstrap')
    say(['source', 'distro'], source.distro, system.distro, `It is ${system.name} that runs in it.`)
  if (source?.kind === 'cloud_image')
    say(['source', 'base_user'], source.base_user, system.firstUser, 'The user that its images bring along.')
  return words
}

/** The spec with those words said: what resolve, cloud-init and the scripts read. The same object when there are none. */
export function withGuestWords(spec: VmSpec): VmSpec {
  return withWords(spec, guestWords(spec))
}

/** The same where the words are known already. */
export function withWords(spec: VmSpec, words: readonly GuestWord[]): VmSpec {
  return words.reduce((said, { path, value }) => withWord(said, path, value), spec)
}

function withWord(spec: VmSpec, [first, second]: Path, value: string | number): VmSpec {
  if (second === undefined) return { ...spec, [String(first)]: value }
  return { ...spec, source: { ...spec.source, [String(second)]: value } }
}

/** A disk that is copied or there already has its size; and where the author brings disks, none is added. */
function hasNewDisk({ source, libvirt }: VmSpec): boolean {
  if (source?.kind !== undefined) return source.kind === 'cloud_image' || source.kind === 'bootc'
  const isFixed = ({ device }: Disk) => device === undefined || device === 'disk' || device === 'lun'
  const { disks, hostdevs } = libvirt?.devices ?? {}
  const startsElsewhere = libvirt?.os?.kernel !== undefined || libvirt?.bootloader !== undefined
  return !startsElsewhere && !disks?.some(isFixed) && !hostdevs?.some(({ boot }) => boot?.order !== undefined)
}

function saysFirmware({ libvirt }: VmSpec): boolean {
  const { firmware, loader, kernel } = libvirt?.os ?? {}
  return firmware !== undefined || loader !== undefined || kernel !== undefined
}

/** The system of a design; undefined when it names none that is known. */
export function systemOf(spec: VmSpec): GuestSystem | undefined {
  return guestSystem(spec.guest)
}
