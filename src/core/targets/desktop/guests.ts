/**
 * What VMware and VirtualBox call the systems that run in their VMs.
 * VMware: `guestOS` of a .vmx, the ids of VirtualMachineGuestOsIdentifier in the vSphere API. VirtualBox: what
 * `VBoxManage list ostypes` prints.
 */
import { guestSystem } from '../../systems/index.ts'
import { ownValue } from '../../text/index.ts'

export interface Guest {
  /** A system of ours, where the word says its version. */
  readonly id?: string
  readonly family: 'linux' | 'windows' | 'macos' | 'other'
  readonly isArm: boolean
}

export const anyGuest: Guest = { family: 'other', isArm: false }

/** Their word, without what it says of the architecture. What has no version in it names none of ours. */
const systems: Readonly<Record<string, string>> = {
  windows11: 'windows-11',
  windows10: 'windows-10',
  // VMware counted on before Microsoft left 9 out.
  windows9: 'windows-10',
  windows8: 'windows-8.1',
  windows81: 'windows-8.1',
  windows7: 'windows-7',
  windows2025: 'windows-server-2025',
  windows2022srvnext: 'windows-server-2025',
  windows2022: 'windows-server-2022',
  windows2019srvnext: 'windows-server-2022',
  windows2019: 'windows-server-2019',
  windows2019srv: 'windows-server-2019',
  windows2016: 'windows-server-2016',
  windows9srv: 'windows-server-2016',
  windows2012: 'windows-server-2012-r2',
  windows8srv: 'windows-server-2012-r2',
  ubuntu24_lts: 'ubuntu-24.04',
  ubuntu22_lts: 'ubuntu-22.04',
  ubuntu20_lts: 'ubuntu-20.04',
  archlinux: 'archlinux',
  gentoo: 'gentoo',
  opensuse_tumbleweed: 'opensuse-tumbleweed',
}

/** Words with a version behind them that ours has too: `rhel9`, `debian12`. */
const numbered: Readonly<Record<string, string>> = {
  debian: 'debian',
  fedora: 'fedora',
  rhel: 'rhel',
  redhat: 'rhel',
  oraclelinux: 'oraclelinux',
  oracle: 'oraclelinux',
}

const linux =
  /linux|debian|ubuntu|fedora|rhel|redhat|centos|oracle|rocky|suse|sles|arch|gentoo|mandriva|photon|coreos|mint/

/** @param word `windows9-64`, `ubuntu64Guest`, `Debian12_64`, `arm-windows11-64`, `Ubuntu24_LTS_arm64` */
export function guestOf(word: string): Guest {
  const small = word.trim().toLowerCase().slice(0, 80)
  const isArm = small.startsWith('arm-') || small.endsWith('_arm64')
  const bare = small
    .replace(/^arm-/, '')
    .replace(/guest$/, '')
    .replace(/[-_]?(?:arm)?64$/, '')
  const known = idOf(bare)
  const id = guestSystem(known) === undefined ? undefined : known
  return { ...(id === undefined ? {} : { id }), family: familyOf(bare), isArm }
}

function idOf(word: string): string | undefined {
  const parts = /^([a-z]+)(\d{1,2})$/.exec(word)
  const name = ownValue(numbered, parts?.[1] ?? '')
  if (word.startsWith('darwin') || word.startsWith('macos')) return 'macos'
  return ownValue(systems, word) ?? (name === undefined ? undefined : `${name}-${parts?.[2]}`)
}

function familyOf(word: string): Guest['family'] {
  if (word.startsWith('win')) return 'windows'
  if (word.startsWith('darwin') || word.startsWith('macos')) return 'macos'
  return linux.test(word) ? 'linux' : 'other'
}
