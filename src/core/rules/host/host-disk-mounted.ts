import { devicesOf } from '../support/devices.ts'
import { at } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'host.disk-mounted',
  title: 'A disk that the host has mounted',
  severity: 'warning',
  source:
    'Two systems that write one file system destroy it; libvirt does not look (seen in the lab: it starts)',
  *check(context) {
    for (const { item, path } of devicesOf(context, 'disks')) {
      const dev = item.source?.dev
      if (item.type !== 'block' || dev === undefined || item.readonly === true) continue
      const known = context.host?.block_devices?.find(
        (one) => one.path === dev || (one.name !== undefined && `/dev/${one.name}` === dev),
      )
      const mounts = known?.mounts ?? []
      if (mounts.length === 0) continue
      yield {
        path: at(context, ...path, 'source', 'dev'),
        message: `The host has ${dev} mounted at ${mounts.join(', ')}. A guest that writes to it at the same time destroys the file system.`,
      }
    }
  },
}
