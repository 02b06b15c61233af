import { isRecord } from '../../table/index.ts'
import { isI440fx, isQ35, machineOf } from '../support/machine.ts'
import { matching } from '../support/matching.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'address.mmio-machine',
  title: 'A virtio device without PCI on a PC',
  source: "QEMU 10.0 at the start: \"No 'virtio-bus' bus found for device 'virtio-balloon-device'\"",
  *check(context) {
    if (!isI440fx(context) && !isQ35(context)) return
    for (const pattern of ['devices.*', 'devices.*.*'])
      for (const { held, path } of matching(context, pattern)) {
        const { address } = held
        if (held['model'] === 'none' || !isRecord(address) || address['type'] !== 'virtio-mmio') continue
        yield {
          at: [...path, 'address'],
          message: `The machine ${machineOf(context)} has its virtio devices on PCI, not on virtio-mmio. Leave the address out.`,
          fix: { title: 'Leave the address out' },
        }
      }
  },
}
