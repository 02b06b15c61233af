/** Fedora, Red Hat Enterprise Linux and what is made of them. */
import { bothArches, document, type GuestSystem, linuxDrivers, osinfo, type SystemArch } from './system.ts'

const family = 'Fedora, Red Hat and kin'

/** @param compose the build that was released, a part of each name */
function fedora(version: number, compose: string): GuestSystem {
  const image = (arch: SystemArch) => {
    const folder = `https://download.fedoraproject.org/pub/fedora/linux/releases/${version}/Cloud/${arch}/images`
    return {
      url: `${folder}/Fedora-Cloud-Base-Generic-${compose}.${arch}.qcow2`,
      sums: `${folder}/Fedora-Cloud-${compose}-${arch}-CHECKSUM`,
    }
  }
  return {
    id: `fedora-${version}`,
    name: `Fedora ${version}`,
    family,
    alsoCalled: [`fedora${version}`],
    arch: bothArches,
    firmware: 'bios',
    ...linuxDrivers,
    minimum: { ram: '2G', disk: '15G' },
    recommended: { ram: '4G', disk: '20G' },
    distro: 'fedora',
    firstUser: 'fedora',
    images: { x86_64: image('x86_64'), aarch64: image('aarch64') },
    sources: [
      osinfo('fedoraproject.org/fedora-41.xml.in: 2 GiB and 15 GiB, recommended 4 GiB and 20 GiB'),
      document('fedoraproject.org/cloud/download: Cloud Base Generic, user fedora, CHECKSUM'),
    ],
  }
}

interface Rebuild {
  readonly id: string
  readonly name: string
  readonly version: number
  readonly distro: string
  readonly firstUser: string
  readonly image: (arch: SystemArch) => {
    readonly url: string
    readonly sums?: string
    readonly sha256?: string
  }
  readonly sources: readonly string[]
}

/** Version 10 is built for x86-64-v3, which host-passthrough hands on. */
function rebuild({ id, name, version, distro, firstUser, image, sources }: Rebuild): GuestSystem {
  return {
    id: `${id}-${version}`,
    name: `${name} ${version}`,
    family,
    alsoCalled: [`${id.replaceAll('-', '')}${version}`],
    arch: bothArches,
    firmware: 'bios',
    ...linuxDrivers,
    minimum: { ram: '1536M', disk: '10G' },
    recommended: { ram: '2G', disk: '20G' },
    distro,
    firstUser,
    images: { x86_64: image('x86_64'), aarch64: image('aarch64') },
    sources: [osinfo(`redhat.com/rhel-${version}.0.xml.in`), ...sources],
  }
}

function alma(version: number): GuestSystem {
  return rebuild({
    id: 'almalinux',
    name: 'AlmaLinux',
    version,
    distro: 'almalinux',
    firstUser: 'almalinux',
    image: (arch) => {
      const folder = `https://repo.almalinux.org/almalinux/${version}/cloud/${arch}/images`
      return {
        url: `${folder}/AlmaLinux-${version}-GenericCloud-latest.${arch}.qcow2`,
        sums: `${folder}/CHECKSUM`,
      }
    },
    sources: [document('wiki.almalinux.org/cloud/Generic-cloud: user almalinux, CHECKSUM')],
  })
}

function rocky(version: number): GuestSystem {
  return rebuild({
    id: 'rocky',
    name: 'Rocky Linux',
    version,
    distro: 'rocky',
    firstUser: 'rocky',
    image: (arch) => {
      const folder = `https://dl.rockylinux.org/pub/rocky/${version}/images/${arch}`
      const name = `Rocky-${version}-GenericCloud-Base.latest.${arch}.qcow2`
      return { url: `${folder}/${name}`, sums: `${folder}/${name}.CHECKSUM` }
    },
    sources: [
      document('rockylinux.org/download: GenericCloud Base, user rocky, a CHECKSUM beside each image'),
    ],
  })
}

function centosStream(version: number): GuestSystem {
  return rebuild({
    id: 'centos-stream',
    name: 'CentOS Stream',
    version,
    distro: 'centos',
    firstUser: 'cloud-user',
    image: (arch) => {
      const folder = `https://cloud.centos.org/centos/${version}-stream/${arch}/images`
      const name = `CentOS-Stream-GenericCloud-${version}-latest.${arch}.qcow2`
      return { url: `${folder}/${name}`, sums: `${folder}/${name}.SHA256SUM` }
    },
    sources: [
      document('cloud.centos.org: GenericCloud latest, user cloud-user, a SHA256SUM beside each image'),
    ],
  })
}

/** Oracle has the sums of its templates on a page. */
function oracle(
  version: number,
  builds: Readonly<Record<SystemArch, readonly [string, string]>>,
): GuestSystem {
  return rebuild({
    id: 'oraclelinux',
    name: 'Oracle Linux',
    version,
    distro: 'oracle',
    firstUser: 'cloud-user',
    image: (arch) => {
      const [file, sha256] = builds[arch]
      return { url: `https://yum.oracle.com/templates/OracleLinux/OL${version}/${file}`, sha256 }
    },
    sources: [
      document('yum.oracle.com/oracle-linux-templates.html: KVM templates, user cloud-user, SHA-256'),
    ],
  })
}

/** Red Hat hands its images to those with an account. */
function redHat(version: number): GuestSystem {
  const { images: _, ...facts } = rebuild({
    id: 'rhel',
    name: 'Red Hat Enterprise Linux',
    version,
    distro: 'rhel',
    firstUser: 'cloud-user',
    image: () => ({ url: '' }),
    sources: [document('docs.redhat.com, Configuring and managing cloud-init for RHEL: user cloud-user')],
  })
  return {
    ...facts,
    condition: 'Its images are for those with a Red Hat account: put the address or the path in yourself.',
  }
}

export const redHatKin: readonly GuestSystem[] = [
  fedora(43, '43-1.6'),
  fedora(42, '42-1.1'),
  fedora(41, '41-1.4'),
  ...[10, 9, 8].map(redHat),
  ...[10, 9, 8].map(alma),
  ...[10, 9, 8].map(rocky),
  ...[10, 9].map(centosStream),
  oracle(10, {
    x86_64: [
      'u1/x86_64/OL10U1_x86_64-kvm-b291.qcow2',
      '8e59326c4bf7cfa58a6cac404db8ed583fe3a5f4c460e2b73c64988785bb4f0f',
    ],
    aarch64: [
      'u1/aarch64/OL10U1_aarch64-kvm-cloud-b178.qcow2',
      'e203063e0e8b2752a896787ecc44fc506527055ec819b1422a297d60ad968b20',
    ],
  }),
  oracle(9, {
    x86_64: [
      'u5/x86_64/OL9U5_x86_64-kvm-b253.qcow2',
      '3b00bbbefc8e78dd28d9f538834fb9e2a03d5ccdc2cadf2ffd0036c0a8f02021',
    ],
    aarch64: [
      'u5/aarch64/OL9U5_aarch64-kvm-cloud-b117.qcow2',
      '6b62b633eb66cd1769015c25699d4d5f15c41c8fe5ef6ec3e81f0f2d5ed9e4d4',
    ],
  }),
  oracle(8, {
    x86_64: [
      'u10/x86_64/OL8U10_x86_64-kvm-b237.qcow2',
      '53a5eee27c59f335ba1bdb0afc2c3273895f128dd238b51a78f46ad515cbc662',
    ],
    aarch64: [
      'u10/aarch64/OL8U10_aarch64-kvm-cloud-b100.qcow2',
      'def7b8055e275507a593f07dc6076a2adc5967af046c003072b479e69f25f407',
    ],
  }),
]
