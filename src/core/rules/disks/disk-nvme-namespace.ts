import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule('disks', {
  id: 'disk.nvme-namespace',
  title: 'An NVMe disk without its namespace',
  source:
    "libvirt 11.3: its schema; without validation \"Missing required attribute 'namespace' in element 'source'\"",
  *check(disk) {
    if (disk.type !== 'nvme' || disk.source === undefined) return
    const { namespace, type } = disk.source
    if (namespace === undefined || namespace < 1)
      yield {
        at: ['source', 'namespace'],
        message: 'Which namespace of the NVMe device is meant? Most have one, 1.',
        fix: { title: 'Take namespace 1', value: 1 },
      }
    if (type === undefined)
      yield {
        at: ['source', 'type'],
        message: 'The source of an NVMe disk is of type pci.',
        fix: { title: 'Set the type to pci', value: 'pci' },
      }
  },
})
