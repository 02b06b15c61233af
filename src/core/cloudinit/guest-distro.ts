/** Which distribution the guest is, and what it calls things. */
import { type DistroFamily, distroFamily } from '../host/index.ts'
import type { Design } from '../spec/index.ts'
import { systemOf, withGuestWords } from '../systems/index.ts'
import { ownValue } from '../text/index.ts'
import { notBlank } from './login.ts'

/** The families of the host, and two that only guests are. */
export type GuestDistro = DistroFamily | 'alpine' | 'void'

/** Users of cloud images that are not named after their distribution (cloud-init's cloud.cfg.tmpl). */
const usersOfImages: Readonly<Record<string, GuestDistro>> = {
  'cloud-user': 'fedora',
  'ec2-user': 'fedora',
  opc: 'fedora',
}

const builders: Readonly<Record<string, GuestDistro>> = {
  pacstrap: 'arch',
  debootstrap: 'debian',
  dnf: 'fedora',
  zypper: 'opensuse',
  alpine: 'alpine',
  void: 'void',
}

/**
 * The family of the guest's distribution: `source.distro` when it is said, or what the system is that
 * the design names. Else a guess, from the most telling to the
 * least: the tool that makes the disk, the file name of the image, the image's user, the rest of its address.
 *
 * @returns undefined when nothing tells
 */
export function guestDistro(design: Design): GuestDistro | undefined {
  const { source } = withGuestWords(design.spec)
  const system = systemOf(design.spec)
  const said = notBlank(source?.distro) ?? system?.distro
  if (said !== undefined) return familyIn(said)
  if (source === undefined) return undefined
  const url = source.url ?? ''
  const user = source.base_user ?? ''
  return (
    builders[source.builder ?? ''] ??
    familyIn(url.slice(url.lastIndexOf('/') + 1)) ??
    ownValue(usersOfImages, user) ??
    familyIn(user) ??
    familyIn(url)
  )
}

function familyIn(text: string): GuestDistro | undefined {
  const words = text.toLowerCase().match(/[a-z]+/g) ?? []
  if (words.some((word) => word.startsWith('alpine'))) return 'alpine'
  if (words.some((word) => word === 'void' || word === 'voidlinux')) return 'void'
  return distroFamily(text)
}

/** What tells the distribution, for those who have to know more than its family: in lower case, empty when nothing does. */
export function distroWords({ spec }: Design): string {
  const { source } = withGuestWords(spec)
  return (notBlank(source?.distro) ?? `${source?.url ?? ''} ${source?.base_user ?? ''}`).toLowerCase()
}
