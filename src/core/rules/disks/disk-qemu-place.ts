import { busOfDisk } from '../../domain/index.ts'
import { devicesOf } from '../support/devices.ts'
import { isArmVirt, isI440fx } from '../support/machine.ts'
import { at, removeFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'disk.qemu-place',
  title: 'A disk where QEMU has no place for it',
  severity: 'warning',
  atStart: true,
  source:
    'QEMU 10.0 does not start it, libvirt’s own tests have it all the same: "Bus \'ide.2\' not found", "Can\'t create IDE unit 2, bus supports only 2 units", "machine type does not support if=sd,bus=0,unit=0"',
  *check(context) {
    for (const { item, path } of devicesOf(context, 'disks')) {
      const bus = busOfDisk(item)
      const { address } = item
      if (bus === 'sd' && (isI440fx(context) || isArmVirt(context)))
        yield {
          path: at(context, ...path, 'target', 'bus'),
          message: 'The machine has no slot for SD cards, and QEMU does not start. Take virtio.',
        }
      if (bus !== 'ide' || address?.type !== 'drive') continue
      const wrong = (['bus', 'unit'] as const).find((key) => Number(address[key] ?? 0) > 1)
      if (wrong !== undefined)
        yield {
          path: at(context, ...path, 'address', wrong),
          message: `IDE has two buses of two drives, and no ${wrong} ${address[wrong]}: QEMU does not start. Leave the address out.`,
          fix: removeFix(context, 'Leave the address out', [...path, 'address']),
        }
    }
  },
}
