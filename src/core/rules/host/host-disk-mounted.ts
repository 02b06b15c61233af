import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule('disks', {
  id: 'host.disk-mounted',
  title: 'A disk that the host has mounted',
  severity: 'warning',
  source:
    'Two systems that write one file system destroy it; libvirt does not look (seen in the lab: it starts)',
  check(disk, context) {
    const dev = disk.source?.dev
    if (disk.type !== 'block' || dev === undefined || disk.readonly === true) return undefined
    const known = context.host?.block_devices?.find(
      (one) => one.path === dev || (one.name !== undefined && `/dev/${one.name}` === dev),
    )
    const mounts = known?.mounts ?? []
    if (mounts.length === 0) return undefined
    return {
      at: ['source', 'dev'],
      message: `The host has ${dev} mounted at ${mounts.join(', ')}. A guest that writes to it at the same time destroys the file system.`,
    }
  },
})
