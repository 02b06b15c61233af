/** openSUSE and SUSE Linux Enterprise. */
import {
  bothArches,
  document,
  type GuestSystem,
  linuxDrivers,
  osinfo,
  type SystemArch,
  unread,
} from './system.ts'

const family = 'SUSE'

/** The file of sums is named after the image, and names the build that it is a link to. */
function appliance(folder: string, name: (arch: SystemArch) => string) {
  const image = (arch: SystemArch) => ({
    url: `${folder}/${name(arch)}`,
    sums: `${folder}/${name(arch)}.sha256`,
  })
  return { x86_64: image('x86_64'), aarch64: image('aarch64') }
}

const opensuse = {
  family,
  arch: bothArches,
  firmware: 'bios',
  ...linuxDrivers,
  minimum: { ram: '1G', disk: '10G' },
  recommended: { ram: '2G', disk: '20G' },
  distro: 'opensuse',
} as const

const leapFolder = 'https://download.opensuse.org/distribution/leap'

export const suse: readonly GuestSystem[] = [
  {
    ...opensuse,
    id: 'opensuse-leap-16.0',
    name: 'openSUSE Leap 16.0',
    firstUser: 'sles',
    images: appliance(`${leapFolder}/16.0/appliances`, (arch) => `Leap-16.0-Minimal-VM.${arch}-Cloud.qcow2`),
    sources: [
      osinfo('opensuse.org/opensuse-tumbleweed.xml.in'),
      document('get.opensuse.org/leap/16.0: Minimal VM, Cloud, .sha256'),
      document('osism/openstack-image-manager, etc/images/opensuse.yml: user sles'),
    ],
  },
  {
    ...opensuse,
    id: 'opensuse-leap-15.6',
    name: 'openSUSE Leap 15.6',
    alsoCalled: ['opensuse15.6'],
    firstUser: 'opensuse',
    images: appliance(
      `${leapFolder}/15.6/appliances`,
      (arch) => `openSUSE-Leap-15.6-Minimal-VM.${arch}-Cloud.qcow2`,
    ),
    sources: [
      osinfo('opensuse.org/opensuse-15.6.xml.in'),
      document('get.opensuse.org/leap/15.6: Minimal VM, Cloud, .sha256'),
      document('osism/openstack-image-manager, etc/images/opensuse.yml: user opensuse'),
    ],
  },
  {
    ...opensuse,
    id: 'opensuse-tumbleweed',
    name: 'openSUSE Tumbleweed',
    alsoCalled: ['opensusetumbleweed'],
    arch: ['x86_64'],
    firstUser: 'opensuse',
    images: {
      x86_64: appliance(
        'https://download.opensuse.org/tumbleweed/appliances',
        (arch) => `openSUSE-Tumbleweed-Minimal-VM.${arch}-Cloud.qcow2`,
      ).x86_64,
    },
    sources: [
      osinfo('opensuse.org/opensuse-tumbleweed.xml.in'),
      document('get.opensuse.org/tumbleweed: Minimal VM, Cloud, .sha256'),
    ],
  },
  {
    ...opensuse,
    id: 'sles-15',
    name: 'SUSE Linux Enterprise Server 15',
    alsoCalled: ['sle15'],
    distro: 'sles',
    firstUser: 'sles',
    condition: 'Its images are for those with a SUSE account: put the address or the path in yourself.',
    sources: [
      osinfo('suse.com/sle-15-unknown.xml.in'),
      unread(
        'documentation.suse.com: Minimal VM',
        'the user sles is what osism has for the image of openSUSE Leap 16.0; the sizes are ours',
      ),
    ],
  },
]
