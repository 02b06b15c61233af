/** What is needed while a system is installed: CDs to fetch, a kernel to take out of one, an answer file. */
import type { Path } from '../finding.ts'
import { cachedImage, type HostPaths } from '../host/index.ts'
import {
  type AnswerKind,
  answerKind,
  type InstallerKernel,
  installerKernel,
  isWindows,
} from '../installer/index.ts'
import type { Design, VmSpec } from '../spec/index.ts'

/** What is known before anything is added. */
interface Beginning {
  readonly design: Design
  readonly spec: VmSpec
  readonly paths: HostPaths
  readonly libvirt: NonNullable<VmSpec['libvirt']>
  readonly arch: string
}

/** A CD of the host, and where it comes from. */
export interface InstallationMedium {
  readonly device: 'installer_disk' | 'drivers_disk'
  /** Begins a sentence: 'The installer’s ISO'. */
  readonly what: string
  /** Its path on the host. */
  readonly file: string
  /** Where it is fetched, unless it has to be there. */
  readonly url: string | undefined
  readonly checksum: { readonly type: string; readonly value: string | undefined }
  /** Where the design says it. */
  readonly path: Path
}

export interface Installation {
  /** The installer, and a CD with drivers. */
  readonly media: readonly InstallationMedium[]
  /** The answer file that is written; undefined when the installer asks a person. */
  readonly answers: AnswerKind | undefined
  /** Its CD; undefined where the answers lie in the initrd. */
  readonly answersFile: string | undefined
  /** What the VM starts from instead of the CD. */
  readonly boot: InstallerBoot | undefined
}

export interface InstallerBoot extends InstallerKernel {
  readonly kernelFile: string
  readonly initrdFile: string
}

/**
 * The address that leads to the newest stable release (virtio-win/virtio-win-pkg-scripts, README.md, 2026-11-29). Drivers
 * for Windows 7 were last built for 0.1.173 (its issue 40); the address of that release is the one that public scripts
 * fetch it from.
 */
const stableDrivers =
  'https://fedorapeople.org/groups/virt/virtio-win/direct-downloads/stable-virtio/virtio-win.iso'
const oldDrivers =
  'https://fedorapeople.org/groups/virt/virtio-win/direct-downloads/archive-virtio/virtio-win-0.1.173-9/virtio-win-0.1.173.iso'

/** The installation that the design asks for; undefined when it asks for none, or is done with it. */
export function installationOf(draft: Beginning): Installation | undefined {
  const { design, paths, libvirt } = draft
  const { installer, guest } = design.spec
  if (installer === undefined || installer.done === true) return undefined
  const drivers =
    installer.drivers ??
    (isWindows(design) ? { url: guest === 'windows-7' ? oldDrivers : stableDrivers } : undefined)
  const iso = medium(draft, 'installer_disk', 'The installer’s ISO', installer, ['installer'])
  if (iso === undefined) return undefined
  const ofDrivers =
    drivers && medium(draft, 'drivers_disk', 'The CD with drivers', drivers, ['installer', 'drivers'])
  const answers = answerKind(design)
  const kernel = answers && startsItself(draft) ? installerKernel(answers, draft.arch) : undefined
  return {
    media: [iso, ...(ofDrivers === undefined ? [] : [ofDrivers])].filter(
      ({ device }) => libvirt.leave_out?.includes(device) !== true,
    ),
    answers,
    answersFile: answers === undefined || answers === 'preseed' ? undefined : `${paths.stateDir}/answers.iso`,
    boot: kernel && {
      ...kernel,
      kernelFile: `${paths.stateDir}/installer-kernel`,
      initrdFile: `${paths.stateDir}/installer-initrd`,
    },
  }
}

/** Firmware with Secure Boot refuses a kernel that no shim vouches for, and what the author starts stays. */
function startsItself({ spec, libvirt: { os } }: Beginning): boolean {
  return spec.firmware !== 'uefi-secure' && os?.kernel === undefined && os?.initrd === undefined
}

interface Said {
  readonly url?: string | undefined
  readonly path?: string | undefined
  readonly checksum?: { readonly type?: string | undefined; readonly value?: string | undefined } | undefined
}

function medium(
  { paths }: Beginning,
  device: InstallationMedium['device'],
  what: string,
  { url, path, checksum }: Said,
  at: Path,
): InstallationMedium | undefined {
  const sum = { type: checksum?.type ?? 'sha256', value: checksum?.value?.toLowerCase() }
  if (path !== undefined && path !== '')
    return { device, what, file: path, url: undefined, checksum: sum, path: [...at, 'path'] }
  if (url === undefined) return undefined
  return { device, what, file: cachedImage(paths, url), url, checksum: sum, path: [...at, 'url'] }
}
