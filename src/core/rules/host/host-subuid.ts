import { devicesOf } from '../support/devices.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'host.subuid',
  title: 'A share with mapped ids, and none to map to',
  severity: 'warning',
  source:
    'virtiofsd(1) in a session: newuidmap takes the ids of /etc/subuid; without a range all files belong to one user',
  *check(context) {
    const { host } = context
    if (host?.connection !== 'session' || host.user?.name === undefined || host.user.subuid !== undefined)
      return
    if ((host.unread ?? []).some((text) => text.includes('subuid'))) return
    for (const { item, path } of devicesOf(context, 'filesystems')) {
      if (item.driver?.type !== 'virtiofs' || item.idmap === undefined) continue
      yield {
        at: path,
        message: `/etc/subuid grants ${host.user.name} no ids, so that the share can map one user only. sudo usermod --add-subuids 100000-165535 --add-subgids 100000-165535 ${host.user.name}`,
      }
      return
    }
  },
}
