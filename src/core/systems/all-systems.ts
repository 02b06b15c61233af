/** The systems that people run in VMs: one table, its rows in files by family. */
import { nearest } from '../text/index.ts'
import { appliances } from './appliances.ts'
import { bsd } from './bsd.ts'
import { debianKin } from './debian.ts'
import { archKin, otherLinux } from './other-linux.ts'
import { others } from './others.ts'
import { redHatKin } from './red-hat.ts'
import { suse } from './suse.ts'
import type { GuestSystem } from './system.ts'
import { windowsVersions } from './windows.ts'

/** In the order of a list: by family, the newest first. */
export const guestSystems: readonly GuestSystem[] = [
  ...debianKin,
  ...redHatKin,
  ...suse,
  ...archKin,
  ...otherLinux,
  ...windowsVersions,
  ...bsd,
  ...appliances,
  ...others,
]

const byWord = new Map<string, GuestSystem>()
for (const system of guestSystems)
  for (const word of [system.id, system.name, ...(system.alsoCalled ?? [])])
    if (!byWord.has(word.toLowerCase())) byWord.set(word.toLowerCase(), system)

/**
 * The system that a design names.
 *
 * @param guest the word of the design: an id, the name, or what else it is called, in any case
 * @returns undefined for one that the table has not: it is as possible as any other
 */
export function guestSystem(guest: string | undefined): GuestSystem | undefined {
  return guest === undefined ? undefined : byWord.get(guest.trim().toLowerCase())
}

/** The id that a text is most like; undefined when it is like none. */
export function nearestSystem(text: string): string | undefined {
  const ids = guestSystems.map(({ id }) => id)
  return nearest(text.toLowerCase(), ids)
}
