import { devicesOf } from '../support/devices.ts'
import { at } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'host.pool',
  title: 'A storage pool that is not there or not started',
  severity: 'error',
  target: 'libvirt',
  source:
    'libvirt 11.3 at the start: "Storage pool not found: no storage pool with matching name \'nopool\'"',
  *check(context) {
    const pools = context.host?.pools
    if (pools === undefined) return
    for (const { item, path } of devicesOf(context, 'disks')) {
      const name = item.source?.pool
      const known = pools.find((one) => one.name === name)
      if (item.type !== 'volume' || name === undefined || (known !== undefined && known.active !== false))
        continue
      yield {
        path: at(context, ...path, 'source', 'pool'),
        message:
          known === undefined
            ? `libvirt on the host has no storage pool ${name}.`
            : `The storage pool ${name} is not started: virsh pool-start ${name}`,
      }
    }
  },
}
