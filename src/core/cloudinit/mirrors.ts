/** Package mirrors, in the way of each package manager. */

import type { Finding } from '../finding.ts'
import type { Design } from '../spec/index.ts'
import { withoutEnd } from '../text/index.ts'
import { distroWords } from './guest-distro.ts'

interface FileEntry {
  readonly path: string
  readonly content: string
}

interface Mirrors {
  /** The key `apt` of user-data (cloud-init, Apt Configure). */
  readonly apt: object | undefined
  readonly files: readonly FileEntry[]
  readonly findings: readonly Finding[]
}

type Manager = 'apt' | 'dnf' | 'pacman'

export function mirrorsOf(design: Design): Mirrors {
  const findings: Finding[] = []
  const words = distroWords(design)
  const addresses = (manager: Manager) =>
    (design.spec.cloud_init?.mirrors?.[manager] ?? []).filter((address, index) => {
      if (isAddress(address)) return true
      findings.push(notAnAddress(address, manager, index))
      return false
    })
  const apt = addresses('apt')
  const dnf = addresses('dnf')
  const pacman = addresses('pacman')
  const files: FileEntry[] = []
  if (dnf.length > 0)
    files.push({
      path: '/etc/yum.repos.d/vmwright-mirrors.repo',
      content: dnf.map((address, index) => dnfRepository(address, index, signingKey(words))).join('\n'),
    })
  if (pacman.length > 0)
    files.push({ path: '/etc/pacman.d/mirrorlist', content: pacman.map(pacmanServer).join('') })
  return { apt: apt.length === 0 ? undefined : aptMirrors(apt, /debian/.test(words)), files, findings }
}

/**
 * Debian's images keep sources.list as it is unless told otherwise. cloud-init takes the primary mirror for security
 * updates too, which is right for Ubuntu; Debian's lie in an archive that a mirror need not have.
 */
function aptMirrors(addresses: readonly string[], ofDebian: boolean): object {
  const [first] = addresses
  const arches = ['default']
  return {
    preserve_sources_list: false,
    primary: [addresses.length === 1 ? { arches, uri: first } : { arches, search: addresses }],
    ...(ofDebian ? { security: [{ arches, uri: 'http://deb.debian.org/debian-security' }] } : {}),
  }
}

/** A repository beside the others, as the author's whole address of one. A file, not `yum_repos`: cloud-init's ConfigParser stumbles over a percent sign in an address. */
function dnfRepository(address: string, index: number, key: string): string {
  const lines = [
    `[vmwright-mirror-${index + 1}]`,
    `name=Mirror ${index + 1}`,
    `baseurl=${address}`,
    'enabled=1',
    'gpgcheck=1',
    `gpgkey=file:///etc/pki/rpm-gpg/${key}`,
    // Below the 1000 of the other repositories, so that dnf prefers it.
    'cost=500',
    'skip_if_unavailable=1',
  ]
  return `${lines.join('\n')}\n`
}

/** The key that the distribution signs its packages with, as its images have it. */
function signingKey(words: string): string {
  if (words.includes('rocky')) return 'RPM-GPG-KEY-Rocky-$releasever'
  if (words.includes('alma')) return 'RPM-GPG-KEY-AlmaLinux-$releasever'
  if (words.includes('centos')) return 'RPM-GPG-KEY-centosofficial'
  if (/rhel|redhat|red hat/.test(words)) return 'RPM-GPG-KEY-redhat-release'
  return 'RPM-GPG-KEY-fedora-$releasever-$basearch'
}

function pacmanServer(address: string): string {
  const whole = address.includes('$repo') ? address : `${withoutEnd(address, /\//)}/$repo/os/$arch`
  return `Server = ${whole}\n`
}

/** One word that begins with a scheme: anything else would end the line of the file that it stands in. */
function isAddress(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:[\x21-\x7e]+$/i.test(text)
}

function notAnAddress(address: string, manager: Manager, index: number): Finding {
  return {
    code: 'cloud-init.mirror-address',
    severity: 'error',
    path: ['cloud_init', 'mirrors', manager, index],
    message: `${JSON.stringify(address)} is not the address of a mirror, and is left out. Write one such as https://mirror.example/path.`,
  }
}
