/**
 * What a VM needs of its host before it starts, as its Domain names it. How each thing is looked for, and what to do
 * about one that is not there, is for those who ask: the scripts, the bundle, the rules.
 */
import type { Disk, Domain, Filesystem } from './domain/index.ts'
import type { Path } from './finding.ts'

/** A program that runs beside QEMU, for one device. */
export interface NeededHelper {
  readonly name: 'swtpm' | 'virtiofsd' | 'passt'
  /** Begins a sentence: 'The emulated TPM'. */
  readonly what: string
  /** The path of the program, where the design says it. */
  readonly program?: string | undefined
  /** The device in the Domain. */
  readonly path: Path
}

/** Helpers that libvirt starts itself, and says little about when one is missing; one for each device. */
export function neededHelpers({ devices }: Domain): NeededHelper[] {
  return [
    ...(devices?.tpm ?? []).flatMap(({ backend }, index): NeededHelper[] =>
      backend?.type === 'emulator'
        ? [{ name: 'swtpm', what: 'The emulated TPM', path: ['devices', 'tpm', index] }]
        : [],
    ),
    ...(devices?.filesystems ?? []).flatMap(({ driver, source, binary }, index): NeededHelper[] =>
      driver?.type === 'virtiofs' && source?.socket === undefined
        ? [
            {
              name: 'virtiofsd',
              what: 'A virtiofs share',
              program: binary?.path,
              path: ['devices', 'filesystems', index],
            },
          ]
        : [],
    ),
    ...(devices?.interfaces ?? []).flatMap(({ backend }, index): NeededHelper[] =>
      backend?.type === 'passt'
        ? [{ name: 'passt', what: 'The backend passt', path: ['devices', 'interfaces', index] }]
        : [],
    ),
  ]
}

export interface NeededBootFile {
  readonly file: string
  /** Begins a sentence: 'The kernel'. */
  readonly what: string
  /** Where the Domain names it. */
  readonly path: Path
}

/** What the guest starts from without its firmware and disks. */
export function neededBootFiles({ os }: Domain): NeededBootFile[] {
  return bootFiles.flatMap(([key, what]) => {
    const file = os?.[key]
    return file === undefined ? [] : [{ file, what, path: ['os', key] }]
  })
}

const bootFiles = [
  ['kernel', 'The kernel'],
  ['initrd', 'The initrd'],
  ['dtb', 'The device tree'],
] as const

export interface NeededDisk {
  /** A file or block device of the host. */
  readonly file: string
  readonly disk: Disk
  /** The key of the source that names it. */
  readonly key: 'file' | 'dev'
  /** The disk in the Domain. */
  readonly path: Path
}

/** Disks without which nothing starts, whoever makes them: those that may be missing are none. */
export function neededDisks({ devices }: Domain): NeededDisk[] {
  return (devices?.disks ?? []).flatMap((disk, index) => {
    const key = disk.type === 'block' ? 'dev' : 'file'
    const file = disk.source?.[key]
    return file === undefined || disk.source?.startup_policy === 'optional'
      ? []
      : [{ file, disk, key, path: ['devices', 'disks', index] }]
  })
}

export interface NeededDirectory {
  readonly directory: string
  readonly share: Filesystem
  /** The share in the Domain. */
  readonly path: Path
}

/** Directories of the host that are shared; one that two shares give is there twice. */
export function neededDirectories({ devices }: Domain): NeededDirectory[] {
  return (devices?.filesystems ?? []).flatMap((share, index) =>
    share.source?.dir === undefined || (share.type ?? 'mount') !== 'mount'
      ? []
      : [{ directory: share.source.dir, share, path: ['devices', 'filesystems', index] }],
  )
}
