/** Ubuntu: the autoinstall that subiquity finds in user-data. Ubuntu installation guide, Autoinstall configuration reference. */
import { yamlOf } from '../cloudinit/index.ts'
import { refuseFullDisk } from './full-disk.ts'
import type { Wishes } from './wishes.ts'

const desktops = {
  gnome: 'ubuntu-desktop-minimal',
  kde: 'kubuntu-desktop',
  xfce: 'xubuntu-desktop',
} as const

/** The file `user-data`; what `user-data` in it says is done by cloud-init in the new system. */
export function autoinstall(wishes: Wishes): string {
  const { users, keys, desktop, disk, passwordHash } = wishes
  const [login] = users
  const packages = [...(desktop === undefined ? [] : [desktops[desktop]]), ...wishes.packages]
  return `#cloud-config\n${yamlOf({
    autoinstall: {
      version: 1,
      'early-commands': [refuseFullDisk({ disk, powerOff: 'poweroff -f' })],
      locale: wishes.locale,
      keyboard: { layout: wishes.keyboard },
      timezone: wishes.timezone ?? 'Etc/UTC',
      storage: { layout: { name: 'direct', match: { path: `/dev/${disk}` } } },
      ssh: { 'install-server': wishes.ssh, 'allow-pw': false },
      ...(packages.length === 0 ? {} : { packages }),
      'user-data': {
        hostname: wishes.hostname,
        disable_root: true,
        users: users.map((user) => ({
          name: user.name,
          groups: [...new Set([...user.groups, ...(user.sudo ? ['sudo'] : [])])],
          shell: user.shell ?? '/bin/bash',
          ...(user.sudo ? { sudo: 'ALL=(ALL) NOPASSWD:ALL' } : {}),
          ...(user === login && passwordHash !== undefined
            ? { lock_passwd: false, passwd: passwordHash }
            : { lock_passwd: true }),
          ...(user === login && keys.length > 0 ? { ssh_authorized_keys: keys } : {}),
        })),
      },
      shutdown: 'poweroff',
    },
  })}`
}
