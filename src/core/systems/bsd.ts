/** The BSDs, all of which have virtio drivers. */
import { bothArches, document, type GuestSystem, osinfo, pcOnly } from './system.ts'

const drivers = { disk: 'virtio', network: 'virtio', video: 'vga' } as const

/** Its cloud images are packed with xz. */
function freebsd(version: string): GuestSystem {
  const image = (folder: string, arch: string) => {
    const from = `https://download.freebsd.org/releases/VM-IMAGES/${version}-RELEASE/${folder}/Latest`
    return {
      url: `${from}/FreeBSD-${version}-RELEASE-${arch}-BASIC-CLOUDINIT-ufs.qcow2.xz`,
      sums: `${from}/CHECKSUM.SHA512`,
    }
  }
  return {
    id: `freebsd-${version}`,
    name: `FreeBSD ${version}`,
    family: 'BSD',
    alsoCalled: [`freebsd${version}`],
    arch: bothArches,
    firmware: 'bios',
    ...drivers,
    minimum: { ram: '96M', disk: '1536M' },
    recommended: { ram: '2G', disk: '20G' },
    distro: 'freebsd',
    firstUser: 'freebsd',
    images: { x86_64: image('amd64', 'amd64'), aarch64: image('aarch64', 'arm64-aarch64') },
    sources: [
      osinfo('freebsd.org/freebsd-14.0.xml.in'),
      document('freebsd.org/where: VM images BASIC-CLOUDINIT, user freebsd, CHECKSUM.SHA512'),
      document(
        'freebsd/freebsd-doc, handbook/bsdinstall: at least 96 MB and 1.5 GB; 2 to 4 GB and 8 GB are a good start',
      ),
    ],
  }
}

export const bsd: readonly GuestSystem[] = [
  freebsd('15.0'),
  freebsd('14.3'),
  {
    id: 'openbsd-7.8',
    name: 'OpenBSD 7.8',
    family: 'BSD',
    alsoCalled: ['openbsd'],
    arch: pcOnly,
    firmware: 'bios',
    ...drivers,
    screen: true,
    minimum: { ram: '512M', disk: '4G' },
    recommended: { ram: '2G', disk: '20G' },
    distro: 'openbsd',
    sources: [
      osinfo('openbsd.org/openbsd-7.2.xml.in'),
      document('man.openbsd.org: virtio(4), vioblk(4), vio(4); the sizes are ours'),
    ],
  },
  {
    id: 'netbsd-10',
    name: 'NetBSD 10',
    family: 'BSD',
    alsoCalled: ['netbsd'],
    arch: pcOnly,
    firmware: 'bios',
    ...drivers,
    screen: true,
    minimum: { ram: '512M', disk: '4G' },
    recommended: { ram: '1G', disk: '10G' },
    distro: 'netbsd',
    sources: [
      osinfo('netbsd.org/netbsd-9.0.xml.in'),
      document('NetBSD 10.1, virtio(4): ld(4) and vioif(4) at virtio; the sizes are ours'),
    ],
  },
]
