/** Debian: the answers that debian-installer is given before it asks. Debian Installation guide, appendix B. */
import { preseedValue, shellWord } from '../text/index.ts'
import { type GuardedDisk, refuseFullDisk } from './full-disk.ts'
import type { WantedUser, Wishes } from './wishes.ts'

/** The answers, each a line: who asks, the question, its type, the value. A value that no line can say is left out. */
export function preseed(wishes: Wishes): string {
  const [user] = wishes.users
  const disk = `/dev/${wishes.disk}`
  const answers: readonly (
    | readonly [owner: string, question: string, type: string, value: string]
    | undefined
  )[] = [
    ['d-i', 'preseed/early_command', 'string', "echo 'vmwright: the answers are read' >/dev/console"],
    ['d-i', 'debian-installer/locale', 'string', wishes.locale],
    ['d-i', 'keyboard-configuration/xkb-keymap', 'select', wishes.keyboard],
    ['d-i', 'netcfg/choose_interface', 'select', 'auto'],
    ['d-i', 'netcfg/get_hostname', 'string', wishes.hostname],
    ['d-i', 'netcfg/get_domain', 'string', ''],
    ['d-i', 'netcfg/hostname', 'string', wishes.hostname],
    ['d-i', 'mirror/country', 'string', 'manual'],
    ['d-i', 'mirror/http/hostname', 'string', 'deb.debian.org'],
    ['d-i', 'mirror/http/directory', 'string', '/debian'],
    ['d-i', 'mirror/http/proxy', 'string', ''],
    ['d-i', 'passwd/root-login', 'boolean', 'false'],
    ['d-i', 'passwd/user-fullname', 'string', user.name],
    ['d-i', 'passwd/username', 'string', user.name],
    ['d-i', 'passwd/user-password-crypted', 'password', wishes.passwordHash ?? '!'],
    user.groups.length === 0
      ? undefined
      : ['d-i', 'passwd/user-default-groups', 'string', [...new Set([...user.groups, 'sudo'])].join(' ')],
    ['d-i', 'clock-setup/utc', 'boolean', 'true'],
    ['d-i', 'time/zone', 'string', wishes.timezone ?? 'Etc/UTC'],
    ['d-i', 'clock-setup/ntp', 'boolean', 'true'],
    ['d-i', 'partman/early_command', 'string', refuseFullDisk(guarded(wishes))],
    ['d-i', 'partman-auto/disk', 'string', disk],
    ['d-i', 'partman-auto/method', 'string', 'regular'],
    ['d-i', 'partman-auto/choose_recipe', 'select', 'atomic'],
    ['d-i', 'partman-partitioning/confirm_write_new_label', 'boolean', 'true'],
    ['d-i', 'partman/choose_partition', 'select', 'finish'],
    ['d-i', 'partman/confirm', 'boolean', 'true'],
    ['d-i', 'partman/confirm_nooverwrite', 'boolean', 'true'],
    wishes.uefi ? ['d-i', 'partman-efi/non_efi_system', 'boolean', 'true'] : undefined,
    ['d-i', 'apt-setup/cdrom/set-first', 'boolean', 'false'],
    ['tasksel', 'tasksel/first', 'multiselect', tasks(wishes).join(', ')],
    wishes.packages.length === 0 ? undefined : ['d-i', 'pkgsel/include', 'string', wishes.packages.join(' ')],
    ['popularity-contest', 'popularity-contest/participate', 'boolean', 'false'],
    ['d-i', 'grub-installer/only_debian', 'boolean', 'true'],
    ['d-i', 'grub-installer/with_other_os', 'boolean', 'true'],
    ['d-i', 'grub-installer/bootdev', 'string', disk],
    lateCommand(wishes),
    ['d-i', 'cdrom-detect/eject', 'boolean', 'true'],
    ['d-i', 'finish-install/reboot_in_progress', 'note', ''],
    ['d-i', 'debian-installer/exit/poweroff', 'boolean', 'true'],
  ]
  const lines = answers.flatMap((answer) => {
    const value = answer && preseedValue(answer[3])
    return answer === undefined || value === undefined
      ? []
      : [`${[...answer.slice(0, 3), value].join(' ').trimEnd()}\n`]
  })
  return `#_preseed_V1\n# Written by vmwright: change the design, not this file.\n${lines.join('')}`
}

function guarded({ disk }: Wishes): GuardedDisk {
  return { disk, powerOff: 'poweroff -f' }
}

const desktops = { gnome: 'gnome-desktop', kde: 'kde-desktop', xfce: 'xfce-desktop' } as const

function tasks({ desktop, ssh }: Wishes): string[] {
  return [
    'standard',
    ...(desktop === undefined ? [] : ['desktop', desktops[desktop]]),
    ...(ssh ? ['ssh-server'] : []),
  ]
}

/** debian-installer makes one user; what is said of the others and of keys is done in the new system. */
function lateCommand({ users, keys }: Wishes) {
  const [login, ...others] = users
  const steps = [
    ...others.flatMap(addUser),
    ...users.filter(({ sudo }) => sudo).map(sudoers),
    ...(login.shell === undefined ? [] : [`usermod -s ${login.shell} ${login.name}`]),
    ...(keys.length === 0 ? [] : authorizedKeys(login.name, keys)),
  ]
  if (steps.length === 0) return undefined
  return ['d-i', 'preseed/late_command', 'string', steps.map(inTarget).join('; ')] as const
}

function inTarget(step: string): string {
  return `in-target sh -c ${shellWord(step)}`
}

function addUser({ name, groups, shell }: WantedUser): string[] {
  return [
    ...groups.map((group) => `groupadd -f ${group}`),
    `useradd -m -s ${shell ?? '/bin/bash'}${groups.length === 0 ? '' : ` -G ${groups.join(',')}`} ${name}`,
  ]
}

export function sudoers({ name }: WantedUser): string {
  return `umask 337; echo ${shellWord(`${name} ALL=(ALL) NOPASSWD:ALL`)} >/etc/sudoers.d/vmwright-${name}`
}

function authorizedKeys(name: string, keys: readonly string[]): string[] {
  const home = `/home/${name}/.ssh`
  return [
    `install -d -m 700 -o ${name} -g ${name} ${home}`,
    ...keys.map((key) => `printf '%s\\n' ${shellWord(key)} >>${home}/authorized_keys`),
    `chown ${name}: ${home}/authorized_keys; chmod 600 ${home}/authorized_keys`,
  ]
}
