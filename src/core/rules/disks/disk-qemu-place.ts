import { busOfDisk } from '../../domain/index.ts'
import { deviceRule } from '../support/device-rule.ts'
import { isArmVirt, isI440fx } from '../support/machine.ts'

export const rule = deviceRule('disks', {
  id: 'disk.qemu-place',
  title: 'A disk where QEMU has no place for it',
  severity: 'warning',
  atStart: true,
  source:
    'QEMU 10.0 does not start it, libvirt’s own tests have it all the same: "Bus \'ide.2\' not found", "Can\'t create IDE unit 2, bus supports only 2 units", "machine type does not support if=sd,bus=0,unit=0"',
  *check(disk, context) {
    const bus = busOfDisk(disk)
    const { address } = disk
    if (bus === 'sd' && (isI440fx(context) || isArmVirt(context)))
      yield {
        at: ['target', 'bus'],
        message: 'The machine has no slot for SD cards, and QEMU does not start. Take virtio.',
      }
    if (bus !== 'ide' || address?.type !== 'drive') return
    const wrong = (['bus', 'unit'] as const).find((key) => Number(address[key] ?? 0) > 1)
    if (wrong !== undefined)
      yield {
        at: ['address', wrong],
        message: `IDE has two buses of two drives, and no ${wrong} ${address[wrong]}: QEMU does not start. Leave the address out.`,
        fix: { title: 'Leave the address out', at: ['address'] },
      }
  },
})
