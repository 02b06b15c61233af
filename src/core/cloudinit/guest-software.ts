/** Programs that the guest needs for its owner to reach it: installed only where they are missing, and started. */
import type { GuestDistro } from './guest-distro.ts'

/** What starts services in the guest. */
export type Init = 'systemd' | 'openrc' | 'runit' | 'nixos'

/** An unknown distribution has systemd, as most do. NixOS has it too, but changes nothing outside its configuration. */
export function initOf(distro: GuestDistro | undefined): Init {
  if (distro === 'alpine') return 'openrc'
  if (distro === 'void') return 'runit'
  return distro === 'nixos' ? 'nixos' : 'systemd'
}

/** The package manager of each family, without questions. NixOS installs nothing that its configuration does not name. */
const installers: Readonly<Record<Exclude<GuestDistro, 'nixos'>, string>> = {
  debian: 'apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y',
  fedora: 'dnf install -y',
  arch: 'pacman -Sy --noconfirm --needed',
  opensuse: 'zypper --non-interactive install',
  alpine: 'apk add',
  void: 'xbps-install -Sy',
}

/**
 * The command that installs a package when its program is not there. As `packages` of user-data it would be asked for
 * over the network at every first boot, also of an image that has it, and a guest without a network would fail.
 */
function installUnlessThere(distro: GuestDistro | undefined, program: string, packageName: string): string[] {
  if (distro === undefined || distro === 'nixos') return []
  return [`command -v ${program} >/dev/null || { ${installers[distro]} ${packageName}; }`]
}

function start(distro: GuestDistro | undefined, service: string): string[] {
  switch (initOf(distro)) {
    case 'systemd':
      return [`systemctl enable --now ${service}`]
    case 'openrc':
      return [`rc-update add ${service} default`, `rc-service ${service} start`]
    case 'runit':
      return [`ln -sfn /etc/sv/${service} /var/service/`]
    case 'nixos':
      return [`systemctl start ${service}`]
  }
}

/** Fedora's and Debian's `openssh` has no server in it. */
const sshPackages: Readonly<Partial<Record<GuestDistro, string>>> = {
  debian: 'openssh-server',
  fedora: 'openssh-server',
}

/** Commands of the first boot that bring the SSH server up, as the distribution names it. */
export function sshServerCommands(distro: GuestDistro | undefined): string[] {
  if (distro === undefined) return ['systemctl enable --now sshd || systemctl enable --now ssh']
  return [
    ...installUnlessThere(distro, 'sshd', sshPackages[distro] ?? 'openssh'),
    ...start(distro, distro === 'debian' ? 'ssh' : 'sshd'),
  ]
}

/** Commands of the first boot that bring QEMU's guest agent up. */
export function guestAgentCommands(distro: GuestDistro | undefined): string[] {
  const name = distro === 'void' ? 'qemu-ga' : 'qemu-guest-agent'
  return [...installUnlessThere(distro, 'qemu-ga', name), ...start(distro, name)]
}
