import { devicesOf } from '../support/devices.ts'
import { at } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'host.passt-debian',
  title: 'passt on a libvirt that is built without it',
  severity: 'error',
  target: 'libvirt',
  source: 'Debian 12’s libvirt 9.0 is built without passt (rules.md; ../shared/lab/README.md)',
  *check(context) {
    const { host } = context
    if (host?.distro !== 'debian' || host.distro_version !== '12') return
    for (const { item, path } of devicesOf(context, 'interfaces')) {
      if (item.backend?.type !== 'passt') continue
      yield {
        path: at(context, ...path, 'backend', 'type'),
        message:
          'libvirt of Debian 12 is built without passt. Take libvirt from bookworm-backports, or the qemu backend with user networking and its port forwards.',
      }
    }
  },
}
