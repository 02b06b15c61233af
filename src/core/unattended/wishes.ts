/** What an answer file says, from the words that cloud-init has for it elsewhere. */
import { hostName, hostNameFrom, loginOf, notBlank, sshKeys, wantsSshKey } from '../cloudinit/index.ts'
import type { Finding, Path } from '../finding.ts'
import { usualUser } from '../installer/index.ts'
import type { Resolved } from '../resolve/index.ts'
import { keyboardOf } from './keyboard.ts'
import { placeholderHash } from './password.ts'

export interface WantedUser {
  readonly name: string
  readonly groups: readonly string[]
  /** May do anything without a password. */
  readonly sudo: boolean
  readonly shell: string | undefined
}

export interface Wishes {
  readonly hostname: string
  readonly timezone: string | undefined
  /** Such as `de_AT.UTF-8`. */
  readonly locale: string
  readonly keyboard: string
  /** The first is who logs in; never empty. */
  readonly users: readonly [WantedUser, ...WantedUser[]]
  /** Lines of authorized_keys for the first user. */
  readonly keys: readonly string[]
  /** Of the first user; undefined for one that has no password. */
  readonly passwordHash: string | undefined
  readonly packages: readonly string[]
  readonly desktop: 'gnome' | 'kde' | 'xfce' | undefined
  /** Whether the SSH server is wanted. */
  readonly ssh: boolean
  /** What the installer calls the first disk: `vda`. */
  readonly disk: string
  readonly uefi: boolean
  readonly arch: string
}

const userName = /^[a-z_][a-z0-9_-]{0,31}$/
const timeZone = /^[A-Za-z0-9_+-]+(\/[A-Za-z0-9_+-]+){0,2}$/
const localeName = /^[a-z]{2,3}(_[A-Z]{2})?(\.[A-Za-z0-9-]+)?(@[a-z]+)?$/
const packageName = /^[A-Za-z0-9][A-Za-z0-9+._:~-]*$/
const keyboardLayout = /^[a-z]{2,8}$/
const oneLine = /^[^\p{Cc}\p{Zl}\p{Zp}\p{Cs}]+$/u
const shellPath = /^(\/[A-Za-z0-9_.+-]+)+$/

/** What cloud-init does and no answer file can be told. */
const onlyCloudInit = ['runcmd', 'bootcmd', 'write_files', 'network', 'mirrors', 'extra'] as const

/** @param findings what can't be said of it is put here */
export function wishesOf({ design, host, domain }: Resolved, findings: Finding[]): Wishes {
  const { spec } = design
  const said = spec.cloud_init ?? {}
  const unattended = spec.installer?.unattended ?? {}
  const kept = (text: string | undefined, form: RegExp, path: Path, what: string) => {
    const held = notBlank(text)
    if (held === undefined || form.test(held)) return held
    findings.push(leftOut(path, `${JSON.stringify(held)} is no ${what} that an installer takes.`))
    return undefined
  }
  const locale = kept(said.locale, localeName, ['cloud_init', 'locale'], 'locale')
  const users = usersOf(design, kept)
  const isKept = (name: string, index: number) =>
    kept(name, packageName, ['cloud_init', 'package', index], 'name of a package') !== undefined
  for (const key of onlyCloudInit)
    if (said[key] !== undefined && Object.keys(said[key]).length > 0)
      findings.push({
        code: 'unattended.not-said',
        severity: 'warning',
        path: ['cloud_init', key],
        message:
          'The installer’s answer file has no word for it, and what is installed does without. Use a cloud image, or do it after the installation.',
      })
  return {
    hostname:
      kept(said.hostname, hostName, ['cloud_init', 'hostname'], 'host name') ?? hostNameFrom(design.name),
    timezone: kept(said.timezone, timeZone, ['cloud_init', 'timezone'], 'time zone'),
    locale: locale ?? 'en_US.UTF-8',
    keyboard:
      kept(unattended.keyboard, keyboardLayout, ['installer', 'unattended', 'keyboard'], 'keyboard layout') ??
      keyboardOf(locale),
    users,
    keys: sshKeys(design, host).filter(
      (key) => kept(key, oneLine, ['ssh', 'key_source'], 'key on one line') !== undefined,
    ),
    passwordHash: unattended.password === 'none' ? undefined : placeholderHash,
    packages: [...new Set(said.package)].filter(isKept),
    desktop: unattended.desktop === 'none' ? undefined : unattended.desktop,
    ssh: wantsSshKey(design) || (spec.ssh?.port ?? 0) > 0 || spec.ssh?.user !== undefined,
    disk: firstDisk(domain),
    uefi: domain.os?.firmware === 'efi' || domain.os?.loader?.type === 'pflash',
    arch: domain.os?.arch ?? 'x86_64',
  }
}

export function leftOut(path: Path, why: string): Finding {
  return {
    code: 'unattended.left-out',
    severity: 'warning',
    path,
    message: `${why} It is left out of the answer file.`,
  }
}

type Kept = (text: string | undefined, form: RegExp, path: Path, what: string) => string | undefined

function usersOf({ spec }: Resolved['design'], kept: Kept): Wishes['users'] {
  const declared = (spec.cloud_init?.users ?? []).flatMap((user, index): WantedUser[] => {
    const at: Path = ['cloud_init', 'users', index]
    const name = kept(user.name, userName, [...at, 'name'], 'name of a user')
    if (name === undefined || name === 'root') return []
    const groups = (user.groups ?? []).filter(
      (group, of) => kept(group, userName, [...at, 'groups', of], 'name of a group') !== undefined,
    )
    const shell = kept(user.shell, shellPath, [...at, 'shell'], 'path of a shell')
    return [{ name, groups, sudo: user.sudo === true, shell }]
  })
  const login = loginOf({ name: '', spec })
  const named = login.kind === 'created' || login.kind === 'adopted' ? login.name : undefined
  const created = kept(named, userName, ['ssh', 'user'], 'name of a user')
  const ofLogin = created === undefined ? [] : [newUser(created)]
  const isLogin = ({ name }: WantedUser) => login.kind === 'declared' && name === login.name
  const [first = newUser(usualUser), ...others] = [
    ...ofLogin,
    ...declared.filter(isLogin),
    ...declared.filter((user) => !isLogin(user)),
  ].filter(({ name }, index, all) => all.findIndex((other) => other.name === name) === index)
  return [first, ...others]
}

function newUser(name: string): WantedUser {
  return { name, groups: [], sudo: true, shell: undefined }
}

/** As Linux names the first disk of that bus; other buses are SCSI to it. */
function firstDisk(domain: Resolved['domain']): string {
  const disk = domain.devices?.disks?.find(({ device }) => (device ?? 'disk') === 'disk')
  const bus = disk?.target?.bus ?? 'virtio'
  return bus === 'virtio' ? 'vda' : bus === 'nvme' ? 'nvme0n1' : 'sda'
}
