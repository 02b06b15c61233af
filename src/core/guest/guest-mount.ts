/** The guest's side of a share: how it is mounted there, by hand and at every boot. */
import type { Domain } from '../domain/index.ts'
import { canBeAShellWord, formatShellCommand, utf8Encode } from '../text/index.ts'

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

type Filesystem = NonNullable<NonNullable<Domain['devices']>['filesystems']>[number]

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

/** One name for one directory: no slash, nothing that a terminal obeys, neither `.` nor `..`. */
function directoryName(tag: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  const name = tag.replace(/[/\x00-\x1f\x7f]+/g, '-').replace(/^[-\s]+|[-\s]+$/g, '')
  return /^\.{0,2}$/.test(name) ? 'share' : name
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

/** fstab(5): white space is written in octal; getmntent(3) adds the backslash, and `#` would begin a comment. */
function fstabField(text: string): string {
  return text.replace(/[\s\\#]/g, (character) => octalBytes(character))
}

function octalBytes(character: string): string {
  return utf8Bytes(character)
    .map((byte) => `\\${byte.toString(8).padStart(3, '0')}`)
    .join('')
}

/** systemd.mount(5). With nofail the boot does not wait for it: local-fs.target is not ordered behind it any more. */
function mountUnit(
  tag: string,
  fileSystem: GuestMount['fileSystem'],
  mountPoint: string,
  options: readonly string[],
): string | undefined {
  if (!isUnitValue(tag) || !isUnitValue(mountPoint)) return undefined
  const lines = [
    '[Unit]',
    `Description=Share ${unitValue(tag)} of the host`,
    '',
    '[Mount]',
    `What=${unitValue(tag)}`,
    `Where=${unitValue(mountPoint)}`,
    `Type=${fileSystem}`,
    `Options=${[...options, 'nofail'].join(',')}`,
    '',
    '[Install]',
    'WantedBy=multi-user.target',
  ]
  return `${lines.join('\n')}\n`
}

/** False for what a line of a unit file drops or takes for its continuation (systemd.syntax(7)). */
function isUnitValue(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return !/^\s|\s$|\\$|[\x00-\x1f\x7f]/.test(text)
}

/** A percent sign begins a specifier (systemd.unit(5)). */
function unitValue(text: string): string {
  return text.replaceAll('%', '%%')
}

/**
 * A path as systemd names its unit, without the suffix: `/mnt/my-data` is `mnt-my\x2ddata`. systemd.unit(5), String
 * Escaping for Inclusion in Unit Names, as `systemd-escape --path` does it.
 */
export function escapeUnitPath(path: string): string {
  const parts = path.split('/').filter((part) => part !== '')
  if (parts.length === 0) return '-'
  return parts
    .map((part) => part.replace(/[^A-Za-z0-9:_.]/gu, hexBytes))
    .join('-')
    .replace(/^\./, hexBytes)
}

function hexBytes(character: string): string {
  return utf8Bytes(character)
    .map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`)
    .join('')
}

function utf8Bytes(text: string): number[] {
  return [...utf8Encode(text)]
}
