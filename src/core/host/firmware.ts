/** Which UEFI firmware files a VM gets: those that the host named, else the likeliest of its distribution. */
import { ownValue } from '../text/index.ts'
import { distroFamily } from './distro-family.ts'
import { defaultHost, type HostFacts, type HostFirmware } from './facts.ts'
import {
  type DistroFamily,
  distroFamilies,
  type FirmwareCandidate,
  type FirmwareFiles,
  firmwareInstall,
  firmwareTable,
} from './firmware-table.ts'

/** What a guest wants of its firmware. */
export interface FirmwareWish {
  /** The architecture of the guest: x86_64, aarch64, riscv64. */
  readonly arch: string
  readonly secure: boolean
}

/** How to get firmware on one family of distributions: a command, or on NixOS a line of configuration. */
export interface FirmwareInstall {
  readonly family: DistroFamily
  readonly text: string
}

/** The firmware that was chosen. */
export interface FirmwareChoice {
  readonly files: FirmwareFiles
  /** `host`: HostFacts name these files. `table`: they are where the distribution puts them, and may be missing. */
  readonly from: 'host' | 'table'
  /** How to install it: one entry on a known distribution, one for each family on an unknown one. */
  readonly install: readonly FirmwareInstall[]
}

/**
 * The pairs that may be on a host, best first.
 * @param wish `distro` missing or unknown: those of all families, in the order of `distroFamilies`
 * @returns none when no distribution that is known packages such firmware
 */
export function firmwareCandidates(wish: FirmwareWish & { readonly distro?: string }): FirmwareCandidate[] {
  const families = familiesOf(wish.distro)
  const arch = canonicalArch(wish.arch)
  return families.flatMap((family) =>
    firmwareTable.filter((row) => row.family === family && row.arch === arch && row.secure === wish.secure),
  )
}

/** How to install firmware for guests of an architecture (see `FirmwareChoice.install`). */
export function firmwareInstallFor(distro: string | undefined, arch: string): FirmwareInstall[] {
  return familiesOf(distro).flatMap((family) => {
    const text = own(firmwareInstall[family], canonicalArch(arch))
    return text === undefined ? [] : [{ family, text }]
  })
}

/**
 * Chooses firmware for a VM: the first pair of `facts.firmware` that fits, else the first candidate of the table.
 * A file is never looked at here; `from` says how sure the answer is.
 * @returns undefined when nothing is known that fits
 */
export function chooseFirmware(facts: HostFacts | undefined, wish: FirmwareWish): FirmwareChoice | undefined {
  const arch = canonicalArch(wish.arch)
  const install = firmwareInstallFor(facts?.distro, arch)
  const hostArch = canonicalArch(facts?.arch ?? defaultHost.arch)
  const named = facts?.firmware?.find(
    (pair) => pair.secure === wish.secure && archOf(pair, hostArch) === arch,
  )
  if (named !== undefined) {
    const format = named.format ?? (named.path.endsWith('.qcow2') ? 'qcow2' : 'raw')
    return {
      files: { arch, code: named.path, vars: named.vars, secure: named.secure, format },
      from: 'host',
      install,
    }
  }
  const distro = facts?.distro
  const row = firmwareCandidates({
    arch,
    secure: wish.secure,
    ...(distro === undefined ? {} : { distro }),
  })[0]
  if (row === undefined) return undefined
  const { code, vars, secure, format } = row
  return { files: { arch, code, vars, secure, format }, from: 'table', install }
}

/**
 * The size that a flash of the machine type `virt` has, in MiB: a file of another size is refused by QEMU. On x86_64
 * the flash is as large as the file (undefined here). Source: hw/arm/virt.c and hw/riscv/virt.c of QEMU.
 */
export function flashSizeMiB(arch: string): number | undefined {
  return own({ aarch64: 64, riscv64: 32 }, canonicalArch(arch))
}

function familiesOf(distro: string | undefined): readonly DistroFamily[] {
  const family = distroFamily(distro)
  return family === undefined ? distroFamilies : [family]
}

/** What a pair is for: said, else told from its path, else the architecture of the host. */
function archOf(pair: HostFirmware, hostArch: string): string {
  if (pair.arch !== undefined) return canonicalArch(pair.arch)
  const path = pair.path.toLowerCase()
  if (/aarch64|aavmf|arm64/.test(path)) return 'aarch64'
  if (/riscv/.test(path)) return 'riscv64'
  if (/ovmf|x86_64|x64/.test(path)) return 'x86_64'
  return hostArch
}

/** Debian and Go say amd64 and arm64 where libvirt and the kernel say x86_64 and aarch64. */
function canonicalArch(arch: string): string {
  if (arch === 'amd64') return 'x86_64'
  return arch === 'arm64' ? 'aarch64' : arch
}

/** The architecture is text from a file: `constructor` must find nothing. */
function own<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return ownValue(table, key)
}
