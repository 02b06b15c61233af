/** Which image a system has, and how a design says that it is made of it. */
import type { Change } from '../finding.ts'
import type { VmSpec } from '../spec/index.ts'
import type { CloudImage, GuestSystem, SystemArch } from './system.ts'

/** The official image for an architecture; undefined where its publisher has none that is fetched without an account. */
export function imageOf(system: GuestSystem, arch: string | undefined): CloudImage | undefined {
  const known = system.arch.find((one): one is SystemArch => one === arch)
  return system.images?.[arch === undefined ? 'x86_64' : (known ?? 'x86_64')]
}

/**
 * What makes a design one of the system's official image: address, the publisher's checksums, distribution and first
 * user. What another kind of source said goes; where the image is kept stays.
 *
 * @param arch of the guest; x86_64 when nobody says
 * @returns [] when the system has no such image
 */
export function imageChanges(spec: VmSpec, system: GuestSystem, arch?: string): readonly Change[] {
  const image = imageOf(system, arch)
  if (image === undefined) return []
  const cache = spec.source?.cache
  const source = {
    kind: 'cloud_image',
    url: image.url,
    ...(image.sums === undefined ? {} : { checksum_url: image.sums }),
    ...(image.sha256 === undefined ? {} : { checksum: { type: 'sha256', value: image.sha256 } }),
    ...(cache === undefined ? {} : { cache }),
    ...(system.firstUser === undefined ? {} : { base_user: system.firstUser }),
    ...(system.distro === undefined ? {} : { distro: system.distro }),
  }
  return [
    { path: ['guest'], value: system.id },
    { path: ['source'], value: source },
  ]
}
