/** Fedora, RHEL and their kin: the commands of a kickstart. pykickstart, Kickstart syntax reference. */
import { kickstartWord } from '../text/index.ts'
import { refuseFullDisk } from './full-disk.ts'
import { sudoers } from './preseed.ts'
import type { WantedUser, Wishes } from './wishes.ts'

const desktops = {
  gnome: '@^workstation-product-environment',
  kde: '@^kde-desktop-environment',
  xfce: '@^xfce-desktop-environment',
} as const

/** The file `ks.cfg`. A command with a word that no line can say is left out. */
export function kickstart(wishes: Wishes): string {
  const { users, keys, desktop, disk } = wishes
  const [login] = users
  const commands: readonly (readonly string[])[] = [
    ['text'],
    ['lang', wishes.locale],
    ['keyboard', `--xlayouts=${wishes.keyboard}`],
    ['timezone', wishes.timezone ?? 'Etc/UTC', '--utc'],
    ['network', '--bootproto=dhcp', '--activate', `--hostname=${wishes.hostname}`],
    ['rootpw', '--lock'],
    ...users.map((user) => ['user', ...ofUser(user, user === login ? wishes.passwordHash : undefined)]),
    ...keys.map((key) => ['sshkey', `--username=${login.name}`, key]),
    ['ignoredisk', `--only-use=${disk}`],
    ['zerombr'],
    ['clearpart', '--all', '--initlabel', `--drives=${disk}`],
    ['autopart'],
    ['bootloader'],
    ['firstboot', '--disable'],
    ...(wishes.ssh ? [['services', '--enabled=sshd']] : []),
    ...(desktop === undefined ? [['skipx']] : [['xconfig', '--startxonboot']]),
    ['poweroff'],
  ]
  const packages = [
    desktop === undefined ? '@core' : desktops[desktop],
    ...(wishes.ssh ? ['openssh-server'] : []),
    ...wishes.packages,
  ]
  return [
    '# Written by vmwright: change the design, not this file.\n',
    ...commands.map(commandLine),
    section('pre', [refuseFullDisk({ disk, powerOff: 'poweroff -f' })]),
    section('packages', [...new Set(packages)]),
    section(
      'post',
      users.filter(({ sudo }) => sudo).map((user) => `(${sudoers(user)})`),
    ),
  ].join('')
}

function ofUser({ name, groups, sudo, shell }: WantedUser, hash: string | undefined): string[] {
  const all = [...new Set([...groups, ...(sudo ? ['wheel'] : [])])]
  return [
    `--name=${name}`,
    ...(all.length === 0 ? [] : [`--groups=${all.join(',')}`]),
    ...(shell === undefined ? [] : [`--shell=${shell}`]),
    ...(hash === undefined ? ['--lock'] : [`--password=${hash}`, '--iscrypted']),
  ]
}

function commandLine(words: readonly string[]): string {
  const quoted = words.map(kickstartWord)
  return quoted.includes(undefined) ? '' : `${quoted.join(' ')}\n`
}

function section(name: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `\n%${name}\n${lines.join('\n')}\n%end\n`
}
