/** The guest's side of a share: how it is mounted there, by hand and at every boot. */
import type { Domain, Filesystem } from '../domain/index.ts'
import {
  canBeAShellWord,
  escapeUnitPath,
  formatShellCommand,
  fstabField,
  unitValue,
  utf8Encode,
  withoutEnds,
} from '../text/index.ts'

/** One share, seen from inside the guest. */
export interface GuestMount {
  /** Index in `devices.filesystems`. */
  readonly index: number
  readonly tag: string
  readonly fileSystem: 'virtiofs' | '9p'
  readonly mountPoint: string
  /** The command that mounts it, for root in the guest; the directory has to be there. */
  readonly line: string
  /** The command that makes the directory. */
  readonly makeDirectory: string
  /** Its line of /etc/fstab. */
  readonly fstab: string
  /** File name of the mount unit; systemd takes no other for this mount point. */
  readonly unitName: string
  /** Text of the mount unit; undefined for a tag that no unit file can say. */
  readonly unit: string | undefined
}

/**
 * The mounts of all shares that have a tag: virtiofs, and 9p for libvirt's `path`. `workspace` goes to /workspace,
 * others below /mnt.
 *
 * @param domain a Domain, or the `libvirt` part of a VmSpec
 */
export function guestMounts(domain: Pick<Domain, 'devices'>): GuestMount[] {
  const taken = new Set<string>()
  return (domain.devices?.filesystems ?? []).flatMap((share, index) => {
    const tag = share.target?.dir
    const fileSystem = fileSystemOf(share)
    if (tag === undefined || tag === '' || fileSystem === undefined || !canBeAShellWord(tag)) return []
    const mountPoint = freeMountPoint(tag, taken)
    return [mountOf(index, tag, fileSystem, mountPoint, share.readonly === true)]
  })
}

/** libvirt manual, Filesystems: without a driver a mount is 9p. */
function fileSystemOf(share: Filesystem): GuestMount['fileSystem'] | undefined {
  if ((share.type ?? 'mount') !== 'mount') return undefined
  const type = share.driver?.type ?? (share.source?.socket === undefined ? 'path' : 'virtiofs')
  if (type === 'virtiofs') return 'virtiofs'
  return type === 'path' || type === '9p' || type === 'handle' ? '9p' : undefined
}

function freeMountPoint(tag: string, taken: Set<string>): string {
  const wished = tag === 'workspace' ? '/workspace' : `/mnt/${directoryName(tag)}`
  let mountPoint = wished
  for (let count = 2; taken.has(mountPoint); count++) mountPoint = `${wished}-${count}`
  taken.add(mountPoint)
  return mountPoint
}

/** Of a directory and of the unit that mounts it, which has twice as many characters at most: Linux takes 255 bytes. */
const longestName = 60

/** One name for one directory: no slash, nothing that a terminal obeys, neither `.` nor `..`. */
function directoryName(tag: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  const name = withoutEnds(tag.replace(/[/\x00-\x1f\x7f]+/g, '-'), /[-\s]/)
  return /^\.{0,2}$/.test(name) ? 'share' : name.slice(0, longestName)
}

function mountOf(
  index: number,
  tag: string,
  fileSystem: GuestMount['fileSystem'],
  mountPoint: string,
  readonly: boolean,
): GuestMount {
  const options = [
    ...(fileSystem === '9p' ? ['trans=virtio', 'version=9p2000.L'] : []),
    ...(readonly ? ['ro'] : []),
  ]
  return {
    index,
    tag,
    fileSystem,
    mountPoint,
    line: formatShellCommand([
      'mount',
      ...['-t', fileSystem],
      ...(options.length === 0 ? [] : ['-o', options.join(',')]),
      ...(tag.startsWith('-') ? ['--'] : []),
      tag,
      mountPoint,
    ]),
    makeDirectory: formatShellCommand(['mkdir', '-p', mountPoint]),
    // Without nofail the guest stops its boot when the share is not there.
    fstab: [tag, mountPoint, fileSystem, [...options, 'nofail'].join(','), '0', '0']
      .map(fstabField)
      .join(' '),
    unitName: `${escapeUnitPath(mountPoint)}.mount`,
    unit: mountUnit(tag, fileSystem, mountPoint, options),
  }
}

/** No file has a longer name, and `share.tag-long` speaks of the tag. */
function isTooLong(mountPoint: string): boolean {
  return utf8Encode(`${escapeUnitPath(mountPoint)}.mount`).length > 255
}

/** systemd.mount(5). With nofail the boot does not wait for it: local-fs.target is not ordered behind it any more. */
function mountUnit(
  tag: string,
  fileSystem: GuestMount['fileSystem'],
  mountPoint: string,
  options: readonly string[],
): string | undefined {
  const [what, where] = [unitValue(tag), unitValue(mountPoint)]
  if (what === undefined || where === undefined || isTooLong(mountPoint)) return undefined
  const lines = [
    '[Unit]',
    `Description=Share ${what} of the host`,
    '',
    '[Mount]',
    `What=${what}`,
    `Where=${where}`,
    `Type=${fileSystem}`,
    `Options=${[...options, 'nofail'].join(',')}`,
    '',
    '[Install]',
    'WantedBy=multi-user.target',
  ]
  return `${lines.join('\n')}\n`
}
