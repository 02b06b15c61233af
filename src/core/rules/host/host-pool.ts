import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule('disks', {
  id: 'host.pool',
  title: 'A storage pool that is not there or not started',
  target: 'libvirt',
  source:
    'libvirt 11.3 at the start: "Storage pool not found: no storage pool with matching name \'nopool\'"',
  check(disk, context) {
    const pools = context.host?.pools
    if (pools === undefined) return undefined
    const name = disk.source?.pool
    const known = pools.find((one) => one.name === name)
    if (disk.type !== 'volume' || name === undefined || (known !== undefined && known.active !== false))
      return undefined
    return {
      at: ['source', 'pool'],
      message:
        known === undefined
          ? `libvirt on the host has no storage pool ${name}.`
          : `The storage pool ${name} is not started: virsh pool-start ${name}`,
    }
  },
})
