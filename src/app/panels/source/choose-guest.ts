/** What changes when a person says which system will run in it. */
import { type GuestSystem, guestSystems, imageChanges, imageOf } from '../../../core/systems/index.ts'
import type { Change, VmSpec } from '../../core.ts'
import { startingDesign } from '../../starting-design.ts'

/**
 * A design that nobody has touched yet, and an image of the table, give way to those of the system; what a person said
 * stays.
 *
 * @param arch of the guest, as far as anything tells
 */
export function chooseGuest(spec: VmSpec, system: GuestSystem, arch: string | undefined): readonly Change[] {
  const guest: Change = { path: ['guest'], value: system.id }
  const image = imageChanges(spec, system, arch)
  if (!isUntouched(spec)) return isOfTable(spec) && image.length > 0 ? image : [guest]
  const giveWay = ['ram', 'cpu', 'disk_size', 'machine', 'firmware'].map((key) => ({ path: [key] }))
  if (image.length > 0) return [...image, ...giveWay]
  // Nothing sets it up at its first boot: neither the image nor the login of the design is for it.
  return [guest, { path: ['source'] }, { path: ['ssh'], value: { key_source: 'none' } }, ...giveWay]
}

function isUntouched({ guest: _, ...spec }: VmSpec): boolean {
  return JSON.stringify(spec) === JSON.stringify(startingDesign.spec)
}

/** True when the root disk is made of an official image, so that no word of the person's goes with it. */
function isOfTable({ source }: VmSpec): boolean {
  return guestSystems.some(({ images = {} }) => Object.values(images).some(({ url }) => url === source?.url))
}

/** True when the design is made of the system's own image. */
export function hasImageOf({ source }: VmSpec, system: GuestSystem, arch: string | undefined): boolean {
  return source?.url !== undefined && source.url === imageOf(system, arch)?.url
}
