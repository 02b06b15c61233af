/** What a preset needs of the host: a sentence each, and where HostFacts can tell, whether the host has it. */
import { type HostFacts, iommuIsOn } from '../core/host/index.ts'
import { ownValue } from '../core/index.ts'

/** True and false as the facts say it; undefined when they say nothing of it. */
type NeedAnswer = boolean | undefined

export interface Need {
  /** A word or three, for a line with all of them: 'swtpm'. */
  readonly short: string
  /** A sentence without its full stop: 'A TPM emulator (swtpm)'. */
  readonly text: string
  /** Whether the host has it; missing where the facts can't tell. */
  readonly isMet?: (host: HostFacts) => NeedAnswer
}

export const kvm: Need = {
  short: 'KVM',
  text: 'KVM on an x86-64 host',
  isMet: (host) => both(hasArch(host), host.kvm),
}

export const passt: Need = {
  short: 'passt',
  text: 'passt, which forwards the ports',
  isMet: program('passt'),
}

export const swtpm: Need = { short: 'swtpm', text: 'swtpm, which emulates the TPM', isMet: program('swtpm') }

export const secureFirmware: Need = {
  short: 'UEFI with Secure Boot',
  text: 'UEFI firmware with Secure Boot and enrolled keys',
  isMet: ({ firmware }) => firmware?.some(({ secure, arch }) => secure && arch !== 'aarch64'),
}

export const freeFirmware: Need = {
  short: 'UEFI',
  text: 'UEFI firmware without Secure Boot',
  isMet: ({ firmware }) => firmware?.some(({ secure, arch }) => !secure && arch !== 'aarch64'),
}

export const armFirmware: Need = {
  short: 'UEFI for ARM',
  text: 'UEFI firmware for ARM (AAVMF)',
  isMet: ({ firmware }) =>
    firmware?.some(({ arch, path }) => arch === 'aarch64' || /aavmf|aarch64/i.test(path)),
}

export const armEmulator: Need = {
  short: 'QEMU for ARM',
  text: 'QEMU for ARM (qemu-system-aarch64)',
  isMet: ({ emulators }) => emulators?.some(({ arch }) => arch === 'aarch64'),
}

export const iommu: Need = {
  short: 'an IOMMU',
  text: 'An IOMMU that is switched on, and devices in groups that can be given away whole',
  isMet: iommuIsOn,
}

export const session: Need = {
  short: 'a libvirt session',
  text: 'libvirt 11.1 or newer as your own session, with passt and virtiofsd, and ids in /etc/subuid',
  isMet: (host) =>
    both(
      host.connection === undefined ? undefined : host.connection === 'session',
      program('passt')(host),
      program('virtiofsd')(host),
      host.user === undefined ? undefined : host.user.subuid !== undefined,
    ),
}

export const defaultNetwork: Need = {
  short: 'the network “default”',
  text: 'libvirt’s network “default”, started',
  isMet: ({ networks }) => networks?.some(({ name, active }) => name === 'default' && active !== false),
}

/** @param count how many bridges of the host it sits on */
export function bridges(count: number, text: string): Need {
  return {
    short: count === 1 ? 'a bridge' : `${count} bridges`,
    text,
    isMet: ({ network_devices: devices }) =>
      devices && devices.filter(({ kind }) => kind === 'bridge').length >= count,
  }
}

export const nested: Need = {
  short: 'nested KVM',
  text: 'Nested virtualisation switched on in the KVM module',
  isMet: (host) => host.cpu?.nested,
}

export const sevSnp: Need = {
  short: 'an EPYC with SEV-SNP',
  text: 'An AMD EPYC of the third generation or newer with SEV-SNP switched on in its firmware; QEMU 9.1 and libvirt 10.5',
  isMet: ({ cpu, cpu_vendor: vendor }) =>
    vendor !== undefined && vendor !== 'AuthenticAMD' ? false : cpu?.flags?.includes('sev_snp'),
}

/** @param count logical CPUs, numbered from 0 */
export function cpus(count: number, text: string): Need {
  return {
    short: `${count} threads`,
    text,
    isMet: ({ cpu }) => cpu?.threads && cpu.threads.filter(({ online }) => online !== false).length >= count,
  }
}

/** @param mebibytes in pages of 2 MiB that are set aside */
export function hugePages2M(mebibytes: number): Need {
  return {
    short: 'huge pages',
    text: `${mebibytes / 1024} GiB in huge pages of 2 MiB, set aside`,
    isMet: ({ numa }) => {
      const pools = numa
        ?.flatMap(({ huge_pages }) => huge_pages ?? [])
        .filter(({ size_kib }) => size_kib === 2048)
      return pools && pools.reduce((sum, { total }) => sum + total, 0) * 2 >= mebibytes
    },
  }
}

/** What no fact tells: a disc, a disk, a driver in the guest. */
export function byHand(short: string, text: string): Need {
  return { short, text }
}

function program(name: string): (host: HostFacts) => NeedAnswer {
  return ({ programs }) => {
    const known = ownValue(programs, name)
    return known === undefined ? undefined : known !== null
  }
}

function hasArch({ arch }: HostFacts): NeedAnswer {
  return arch === undefined ? undefined : arch === 'x86_64'
}

/** False as soon as one is; undefined when one is not known. */
function both(...answers: readonly NeedAnswer[]): NeedAnswer {
  if (answers.includes(false)) return false
  return answers.includes(undefined) ? undefined : true
}
