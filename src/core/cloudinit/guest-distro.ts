/** Which distribution the guest is, and what it calls things. */
import { type DistroFamily, distroFamily } from '../host/index.ts'
import type { Design } from '../spec/index.ts'
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
 * The family of the guest's distribution: `source.distro` when it is said. Else a guess, from the most telling to the
 * least: the tool that makes the disk, the file name of the image, the image's user, the rest of its address.
 *
 * @returns undefined when nothing tells
 */
export function guestDistro(design: Design): GuestDistro | undefined {
  const { source } = design.spec
  if (source === undefined) return undefined
  const said = notBlank(source.distro)
  if (said !== undefined) return familyIn(said)
  const url = source.url ?? ''
  const user = source.base_user ?? ''
  return (
    builders[source.builder ?? ''] ??
    familyIn(url.slice(url.lastIndexOf('/') + 1)) ??
    usersOfImages[user] ??
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
export function distroWords({ spec: { source } }: Design): string {
  return (notBlank(source?.distro) ?? `${source?.url ?? ''} ${source?.base_user ?? ''}`).toLowerCase()
}

/** What brings the SSH server up: packages, and commands for the first boot. */
export interface SshServer {
  readonly packages: readonly string[]
  readonly commands: readonly string[]
}

const systemd = (packageName: string, service: string): SshServer => ({
  packages: [packageName],
  commands: [`systemctl enable --now ${service}`],
})

const sshServers: Readonly<Record<GuestDistro, SshServer>> = {
  debian: systemd('openssh-server', 'ssh'),
  // Fedora's package `openssh` has no server in it.
  fedora: systemd('openssh-server', 'sshd'),
  arch: systemd('openssh', 'sshd'),
  opensuse: systemd('openssh', 'sshd'),
  alpine: { packages: ['openssh'], commands: ['rc-update add sshd default', 'rc-service sshd start'] },
  void: { packages: ['openssh'], commands: ['ln -sfn /etc/sv/sshd /var/service/'] },
  // NixOS installs nothing that its configuration does not name.
  nixos: { packages: [], commands: ['systemctl start sshd'] },
}

/** One wrong package name would keep all others from being installed, so an unknown distribution gets none. */
const unknownServer: SshServer = {
  packages: [],
  commands: ['systemctl enable --now sshd || systemctl enable --now ssh'],
}

/** The SSH server as the distribution names it. */
export function sshServer(distro: GuestDistro | undefined): SshServer {
  return distro === undefined ? unknownServer : sshServers[distro]
}
