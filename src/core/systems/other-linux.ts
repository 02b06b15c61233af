/** Arch and its kin, and the Linux distributions that stand by themselves. */
import {
  bothArches,
  document,
  type GuestSystem,
  linuxDrivers,
  osinfo,
  pcOnly,
  type Sizes,
  unread,
} from './system.ts'

const archFamily = 'Arch and kin'
const family = 'Other Linux'
const archImage = 'https://geo.mirror.pkgbuild.com/images/latest/Arch-Linux-x86_64-cloudimg.qcow2'

function archDesktop(
  id: string,
  name: string,
  minimum: Sizes,
  recommended: Sizes,
  source: string,
): GuestSystem {
  return {
    id,
    name,
    family: archFamily,
    arch: pcOnly,
    firmware: 'uefi-insecure',
    firmwareWhy: 'Its boot loader is not signed, and its installer sets UEFI up by itself.',
    ...linuxDrivers,
    screen: true,
    minimum,
    recommended,
    distro: id,
    sources: [osinfo('archlinux.org/archlinux-rolling.xml.in'), source],
  }
}

export const archKin: readonly GuestSystem[] = [
  {
    id: 'archlinux',
    name: 'Arch Linux',
    family: archFamily,
    alsoCalled: ['arch'],
    arch: pcOnly,
    firmware: 'bios',
    ...linuxDrivers,
    minimum: { ram: '512M', disk: '4G' },
    recommended: { ram: '2G', disk: '40G' },
    distro: 'arch',
    firstUser: 'arch',
    images: { x86_64: { url: archImage, sums: `${archImage}.SHA256` } },
    sources: [
      osinfo('archlinux.org/archlinux-rolling.xml.in'),
      document('gitlab.archlinux.org/archlinux/arch-boxes: cloudimg, user arch, .SHA256'),
    ],
  },
  archDesktop(
    'manjaro',
    'Manjaro',
    { ram: '2G', disk: '5G' },
    { ram: '4G', disk: '25G' },
    osinfo('manjaro.org/manjaro-rolling.xml.in'),
  ),
  archDesktop(
    'endeavouros',
    'EndeavourOS',
    { ram: '2G', disk: '15G' },
    { ram: '4G', disk: '30G' },
    unread('discovery.endeavouros.com: system requirements', 'the sizes were written from memory'),
  ),
  archDesktop(
    'cachyos',
    'CachyOS',
    { ram: '3G', disk: '30G' },
    { ram: '8G', disk: '50G' },
    document(
      'CachyOS/wiki, installation/installation_prepare.mdx: 3 GB and 30 GB; recommended 8 GB, 50 GB and a processor of x86-64-v3',
    ),
  ),
]

/** @param patch the version that the address names */
function alpine(version: string, patch: string): GuestSystem {
  const image = (arch: string, firmware: string) => {
    const url = `https://dl-cdn.alpinelinux.org/alpine/v${version}/releases/cloud/nocloud_alpine-${patch}-${arch}-${firmware}-cloudinit-r0.qcow2`
    return { url, sums: `${url}.sha512` }
  }
  return {
    id: `alpine-${version}`,
    name: `Alpine Linux ${version}`,
    family,
    alsoCalled: [`alpinelinux${version}`],
    arch: bothArches,
    firmware: 'bios',
    ...linuxDrivers,
    minimum: { ram: '128M', disk: '1G' },
    recommended: { ram: '768M', disk: '4G' },
    distro: 'alpine',
    firstUser: 'alpine',
    images: { x86_64: image('x86_64', 'bios'), aarch64: image('aarch64', 'uefi') },
    sources: [
      osinfo(`alpinelinux.org/alpinelinux-${version}.xml.in`),
      document('alpinelinux.org/cloud: NoCloud images, user alpine, .sha512'),
    ],
  }
}

export const otherLinux: readonly GuestSystem[] = [
  alpine('3.23', '3.23.4'),
  alpine('3.22', '3.22.2'),
  {
    id: 'nixos',
    name: 'NixOS',
    family,
    alsoCalled: ['nixos-unknown', 'nixos-25.05', 'nixos-unstable'],
    arch: bothArches,
    firmware: 'uefi-insecure',
    firmwareWhy: 'Its installer boots by UEFI, with a boot loader that is not signed.',
    ...linuxDrivers,
    screen: true,
    minimum: { ram: '1536M', disk: '10G' },
    recommended: { ram: '3G', disk: '20G' },
    distro: 'nixos',
    sources: [osinfo('nixos.org/nixos-unstable.xml.in')],
  },
  {
    id: 'gentoo',
    name: 'Gentoo',
    family,
    arch: bothArches,
    firmware: 'uefi-insecure',
    firmwareWhy: 'Its handbook installs with UEFI, and its boot loader is not signed.',
    ...linuxDrivers,
    screen: true,
    minimum: { ram: '2G', disk: '3G' },
    recommended: { ram: '4G', disk: '40G' },
    distro: 'gentoo',
    sources: [
      osinfo('gentoo.org/gentoo-rolling.xml.in'),
      document(
        'libosinfo/osinfo-db, commit 8a6a7752: 2 GiB, recommended 4 GiB and 20 GiB; 0.20221130 has 2.75 GiB of disk as the minimum',
      ),
    ],
  },
  {
    id: 'void',
    name: 'Void Linux',
    family,
    alsoCalled: ['voidlinux'],
    arch: pcOnly,
    firmware: 'bios',
    ...linuxDrivers,
    screen: true,
    minimum: { ram: '96M', disk: '700M' },
    recommended: { ram: '1G', disk: '10G' },
    distro: 'void',
    sources: [
      osinfo('voidlinux.org/voidlinux-rolling.xml.in'),
      document('void-linux/void-docs, src/installation/index.md: 96 MB and 700 MB'),
    ],
  },
]
