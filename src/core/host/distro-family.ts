/** Which distributions are alike, as far as firmware and package commands go. */
import type { DistroFamily } from './firmware-table.ts'

const families: Readonly<Record<DistroFamily, string>> = {
  fedora:
    'fedora centos rhel redhat rocky rockylinux alma almalinux oracle ol nobara bazzite silverblue kinoite bluefin',
  arch: 'arch archlinux archarm manjaro endeavouros cachyos garuda artix steamos',
  debian:
    'debian ubuntu kubuntu xubuntu mint linuxmint pop kali raspbian elementary zorin neon devuan proxmox',
  opensuse: 'opensuse suse sles sled sle',
  nixos: 'nixos',
}

const familyOf = new Map<string, DistroFamily>()
for (const family of ['fedora', 'arch', 'debian', 'opensuse', 'nixos'] as const) {
  for (const name of families[family].split(' ')) familyOf.set(name, family)
}

/**
 * The family of a distribution.
 * @param distro ID of /etc/os-release (`opensuse-tumbleweed`) or a name as people write it (`Linux Mint 22`, `rhel9`)
 * @returns undefined when it is missing or not known
 */
export function distroFamily(distro: string | undefined): DistroFamily | undefined {
  const words =
    distro
      ?.toLowerCase()
      .replace('red hat', 'redhat')
      .match(/[a-z]+/g) ?? []
  for (const word of words) {
    const family = familyOf.get(word)
    if (family !== undefined) return family
  }
  return undefined
}
