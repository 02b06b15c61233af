import { devicesOf } from '../support/devices.ts'
import { at, setFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'disk.nvme-namespace',
  title: 'An NVMe disk without its namespace',
  severity: 'error',
  source:
    "libvirt 11.3: its schema; without validation \"Missing required attribute 'namespace' in element 'source'\"",
  *check(context) {
    for (const { item, path } of devicesOf(context, 'disks')) {
      if (item.type !== 'nvme' || item.source === undefined) continue
      const { namespace, type } = item.source
      if (namespace === undefined || namespace < 1)
        yield {
          path: at(context, ...path, 'source', 'namespace'),
          message: 'Which namespace of the NVMe device is meant? Most have one, 1.',
          fix: setFix(context, 'Take namespace 1', [...path, 'source', 'namespace'], 1),
        }
      if (type === undefined)
        yield {
          path: at(context, ...path, 'source', 'type'),
          message: 'The source of an NVMe disk is of type pci.',
          fix: setFix(context, 'Set the type to pci', [...path, 'source', 'type'], 'pci'),
        }
    }
  },
}
