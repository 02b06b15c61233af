/** Debian, Ubuntu and what is made of them. */
import { bothArches, document, type GuestSystem, linuxDrivers, osinfo, pcOnly, unread } from './system.ts'

const family = 'Debian and kin'

/** `generic` and not `genericcloud`, whose kernel has no driver for the CD that brings the seed. */
function debian(version: number, codename: string): GuestSystem {
  const folder = `https://cloud.debian.org/images/cloud/${codename}/latest`
  const image = (arch: string) => ({
    url: `${folder}/debian-${version}-generic-${arch}.qcow2`,
    sums: `${folder}/SHA512SUMS`,
  })
  return {
    id: `debian-${version}`,
    name: `Debian ${version}`,
    family,
    alsoCalled: [codename, `debian${version}`],
    arch: bothArches,
    firmware: 'bios',
    ...linuxDrivers,
    minimum: { ram: '1G', disk: '10G' },
    recommended: { ram: '2G', disk: '20G' },
    distro: 'debian',
    firstUser: 'debian',
    images: { x86_64: image('amd64'), aarch64: image('arm64') },
    sources: [
      osinfo(`debian.org/debian-${version}.xml.in`),
      document('cloud.debian.org/images/cloud: official images, user debian, SHA512SUMS'),
    ],
  }
}

function ubuntu(version: string, codename: string, minimum: GuestSystem['minimum']): GuestSystem {
  const folder = `https://cloud-images.ubuntu.com/${codename}/current`
  const image = (arch: string) => ({
    url: `${folder}/${codename}-server-cloudimg-${arch}.img`,
    sums: `${folder}/SHA256SUMS`,
  })
  const isLongTerm = /^\d[02468]\.04$/.test(version)
  return {
    id: `ubuntu-${version}`,
    name: `Ubuntu ${version}${isLongTerm ? ' LTS' : ''}`,
    family,
    alsoCalled: [codename, `ubuntu${version}`],
    arch: bothArches,
    firmware: 'bios',
    ...linuxDrivers,
    minimum,
    recommended: { ram: '4G', disk: '25G' },
    distro: 'ubuntu',
    firstUser: 'ubuntu',
    images: { x86_64: image('amd64'), aarch64: image('arm64') },
    sources: [
      osinfo(`ubuntu.com/ubuntu-${version}.xml.in`),
      document('documentation.ubuntu.com/public-images: artifacts, user ubuntu, SHA256SUMS'),
    ],
  }
}

/** What is installed from a disc, and looked at. */
function desktop(
  id: string,
  name: string,
  distro: string,
  sizes: Pick<GuestSystem, 'minimum' | 'recommended'>,
  source: string,
): GuestSystem {
  return {
    id,
    name,
    family,
    arch: pcOnly,
    firmware: 'uefi-insecure',
    firmwareWhy: 'Its installer sets UEFI up by itself.',
    ...linuxDrivers,
    screen: true,
    ...sizes,
    distro,
    sources: [source],
  }
}

export const debianKin: readonly GuestSystem[] = [
  debian(13, 'trixie'),
  debian(12, 'bookworm'),
  debian(11, 'bullseye'),
  ubuntu('25.10', 'questing', { ram: '3G', disk: '20G' }),
  ubuntu('24.04', 'noble', { ram: '3G', disk: '20G' }),
  ubuntu('22.04', 'jammy', { ram: '2G', disk: '10G' }),
  ubuntu('20.04', 'focal', { ram: '2G', disk: '5G' }),
  desktop(
    'mint-22',
    'Linux Mint 22',
    'linuxmint',
    { minimum: { ram: '2G', disk: '20G' }, recommended: { ram: '4G', disk: '100G' } },
    document('linuxmint.com/faq.php: system requirements'),
  ),
  desktop(
    'pop-22.04',
    'Pop!_OS 22.04',
    'pop',
    { minimum: { ram: '4G', disk: '16G' }, recommended: { ram: '8G', disk: '32G' } },
    unread(
      'support.system76.com, Install Pop!_OS',
      '4 GB and 16 GB were written from memory; osinfo-db 0.20221130, system76.com/popos-20.04, has 2 GB and 5 GB',
    ),
  ),
  desktop(
    'kali-rolling',
    'Kali Linux',
    'kali',
    { minimum: { ram: '2G', disk: '20G' }, recommended: { ram: '4G', disk: '40G' } },
    unread(
      'kali.org/docs/installation/hard-disk-install: system requirements',
      'francesc.int.eu.org, Kali Linux, has 2 GB and 20 GB; what is recommended is ours',
    ),
  ),
]
