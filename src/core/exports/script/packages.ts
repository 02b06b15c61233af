/** How a program that the script needs gets onto the host. Package names: Debian 13, Fedora 42, Arch, openSUSE, nixpkgs. */
import { type DistroFamily, distroFamilies, distroFamily } from '../../host/index.ts'
import { ownValue } from '../../text/index.ts'

const install: Readonly<Record<DistroFamily, string>> = {
  fedora: 'sudo dnf install',
  arch: 'sudo pacman -S',
  debian: 'sudo apt install',
  opensuse: 'sudo zypper install',
  nixos: 'nix-shell -p',
}

const coreutils = same('coreutils')

/** A package of another name than its program. */
const packages: Readonly<Record<string, Readonly<Partial<Record<DistroFamily, string>>>>> = {
  'qemu-system-x86_64': {
    fedora: 'qemu-system-x86',
    arch: 'qemu-base',
    debian: 'qemu-system-x86',
    opensuse: 'qemu-x86',
    nixos: 'qemu',
  },
  'qemu-system-i386': {
    fedora: 'qemu-system-x86',
    arch: 'qemu-emulators-full',
    debian: 'qemu-system-x86',
    opensuse: 'qemu-x86',
    nixos: 'qemu',
  },
  'qemu-system-aarch64': { debian: 'qemu-system-arm', opensuse: 'qemu-arm', nixos: 'qemu' },
  virsh: {
    fedora: 'libvirt-client libvirt-daemon-kvm',
    debian: 'libvirt-clients libvirt-daemon-system',
    arch: 'libvirt',
    opensuse: 'libvirt-client libvirt-daemon-qemu',
    nixos: 'libvirt',
  },
  'qemu-img': { debian: 'qemu-utils', nixos: 'qemu' },
  sha256sum: coreutils,
  sha512sum: coreutils,
  md5sum: coreutils,
  sha1sum: coreutils,
  base64: coreutils,
  flock: same('util-linux'),
  awk: same('gawk'),
  ssh: ssh('openssh-clients'),
  'ssh-keygen': ssh('openssh-clients'),
  swtpm_setup: {
    fedora: 'swtpm-tools',
    arch: 'swtpm',
    debian: 'swtpm-tools',
    opensuse: 'swtpm',
    nixos: 'swtpm',
  },
  ovmf: {
    fedora: 'edk2-ovmf',
    arch: 'edk2-ovmf',
    debian: 'ovmf',
    opensuse: 'qemu-ovmf-x86_64',
    nixos: 'OVMF',
  },
  'virt-customize': {
    fedora: 'guestfs-tools',
    arch: 'guestfs-tools',
    debian: 'libguestfs-tools',
    opensuse: 'guestfs-tools',
    nixos: 'guestfs-tools',
  },
  'qemu-system-riscv64': {
    fedora: 'qemu-system-riscv',
    arch: 'qemu-system-riscv',
    debian: 'qemu-system-riscv',
    opensuse: 'qemu-extra',
    nixos: 'qemu',
  },
}

function same(name: string) {
  return { fedora: name, arch: name, debian: name, opensuse: name, nixos: name }
}

function ssh(inRedHat: string) {
  return { fedora: inRedHat, arch: 'openssh', debian: 'openssh-client', opensuse: inRedHat, nixos: 'openssh' }
}

/**
 * What to type so that the program is there, as a sentence.
 *
 * @param program its name, or its path
 * @param distro of HostFacts; when it is not known, every family is named
 */
export function howToInstall(program: string, distro: string | undefined): string {
  const commands = installCommands(program, distro)
  const [only, another] = commands
  if (only !== undefined && another === undefined) return `Install it: ${only.command}`
  return `Install it: ${commands.map(({ command, family }) => `${command} (${family})`).join(', ')}`
}

/** The same as commands: one where the distribution is known, else one of each family, with its name. */
export function installCommands(
  program: string,
  distro: string | undefined,
): readonly { readonly command: string; readonly family: string }[] {
  const name = program.slice(program.lastIndexOf('/') + 1)
  const family = distroFamily(distro)
  return (family === undefined ? distroFamilies : [family]).map((one) => ({
    command: `${install[one]} ${ownValue(packages, name)?.[one] ?? name}`,
    family: names[one],
  }))
}

const names: Readonly<Record<DistroFamily, string>> = {
  fedora: 'Fedora',
  arch: 'Arch',
  debian: 'Debian, Ubuntu',
  opensuse: 'openSUSE',
  nixos: 'NixOS',
}
