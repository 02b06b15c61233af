import { busOfDisk } from '../../domain/index.ts'
import { ownValue } from '../../text/index.ts'
import { devicesOf } from '../support/devices.ts'
import { addressLeftOut } from '../support/left-out.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'disk.drive-place',
  title: 'A place that the controller of the drive does not have',
  fixIsSafe: true,
  source:
    'libvirt 11.3: "bus must be 0 for sata controller", "target must be 0 for sata controller", "SCSI controller only supports 1 bus", "target must be 0 for controller model \'lsilogic\'"; QEMU 10.0: "Bus \'ide.7\' not found", "bad scsi device id: 70"',
  *check(context) {
    const models = new Map(
      devicesOf(context, 'controllers').flatMap(({ item }) =>
        item.type === 'scsi' ? [[item.index ?? 0, item.model ?? ''] as const] : [],
      ),
    )
    for (const { item, path } of devicesOf(context, 'disks')) {
      const bus = busOfDisk(item)
      if (item.address?.type !== 'drive') continue
      const { controller = 0 } = item.address
      const model = bus === 'scsi' ? (models.get(Number(controller)) ?? '') : ''
      const most = ownValue(limits, `${bus} ${model}`.trim()) ?? ownValue(limits, bus)
      if (most === undefined) continue
      const wrong = (['bus', 'target', 'unit'] as const).find(
        (key) => Number(item.address?.[key] ?? 0) > most[key],
      )
      if (wrong === undefined) continue
      const limit = most[wrong] === 0 ? '0' : `${most[wrong]} at most`
      yield addressLeftOut(
        [...path, 'address'],
        `A ${model || bus} controller has no ${wrong} ${item.address[wrong]}: ${wrong} is ${limit}.`,
        wrong,
      )
    }
  },
}

interface Most {
  readonly bus: number
  readonly target: number
  readonly unit: number
}

/** By bus, and by model of a SCSI controller: qemuBuildDriveDevProps, and the devices of QEMU. What IDE has of buses and units is disk.qemu-place’s to say. */
const limits: Readonly<Record<string, Most>> = {
  sata: { bus: 0, target: 0, unit: 5 },
  fdc: { bus: 0, target: 0, unit: 1 },
  ide: { bus: 1e9, target: 0, unit: 1e9 },
  scsi: { bus: 0, target: 255, unit: 16383 },
  'scsi lsilogic': { bus: 0, target: 0, unit: 7 },
  'scsi lsisas1078': { bus: 0, target: 63, unit: 0 },
  'scsi am53c974': { bus: 0, target: 7, unit: 0 },
}
