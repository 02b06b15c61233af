import { sizeInBytes } from '../../table/index.ts'
import { devicesOf } from '../support/devices.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'memory.device-overlap',
  title: 'Two memory devices at one address',
  source:
    'libvirt 11.3: "memory device address [0x140000000:0x180000000] overlaps with other memory device (0x170000000)"',
  *check(context) {
    const placed = devicesOf(context, 'memory').flatMap(({ item, path }) => {
      // libvirt checks the others only.
      if (item.model === 'nvdimm') return []
      const start = Number(item.address?.base ?? item.target?.address?.base ?? Number.NaN)
      const size = sizeInBytes(item.target?.size ?? '', 1024)
      return Number.isNaN(start) || size === undefined ? [] : [{ path, start, end: start + size }]
    })
    for (const [index, one] of placed.entries())
      if (placed.slice(0, index).some((other) => one.start < other.end && other.start < one.end))
        yield {
          at: one.path,
          message: `The guest finds this memory where another memory device is, at 0x${one.start.toString(16)}. Leave the address out, and libvirt picks one.`,
        }
  },
}
