/** The controllers that SCSI disks hang on: `scsihw`. PVE::QemuServer, scsihw_infos. */
import { busOfDisk, scsiDrives } from '../../../domain/index.ts'
import { ownValue } from '../../../text/index.ts'
import type { Reading } from '../reading.ts'
import type { PropertyList } from '../words/property-list.ts'
import { merged } from '../words/words.ts'
import type { Writing } from '../writing.ts'

export interface ScsiDisk {
  /** The number in its key. */
  readonly index: number
  readonly iothread: number | undefined
  readonly list: PropertyList
  /** Its place in the list of disks. */
  readonly disk: number
}

interface Hardware {
  /** What libvirt calls the controller; undefined for one that it has not. */
  readonly model: string | undefined
  /** Drives of one controller: each a unit, or each a target. */
  readonly drives: number
}

/** Theirs, the one that is taken when nothing is said first. */
const hardware: Readonly<Record<string, Hardware>> = {
  lsi: { model: 'lsilogic', drives: scsiDrives },
  lsi53c810: { model: undefined, drives: scsiDrives },
  megasas: { model: 'lsisas1078', drives: 16 },
  pvscsi: { model: 'vmpvscsi', drives: scsiDrives },
  'virtio-scsi-pci': { model: 'virtio-scsi', drives: 256 },
  'virtio-scsi-single': { model: 'virtio-scsi', drives: 1 },
}

/** The controllers of the disks that were read, and the places of the disks on them. */
export function readScsiControllers(reading: Reading, disks: readonly ScsiDisk[]): void {
  const said = reading.peek('scsihw')
  const known = said === undefined ? hardware['lsi'] : ownValue(hardware, said)
  if (disks.length === 0 || known === undefined || known.model === undefined) return
  reading.take('scsihw')
  const controllers = new Map<number, number>()
  for (const { index, iothread, list, disk } of disks) {
    const number = known.drives === 1 ? index : Math.floor(index / known.drives)
    const controller = controllers.get(number) ?? controllers.size
    const isFirst = !controllers.has(number)
    controllers.set(number, controller)
    const isVirtio = known.model === 'virtio-scsi'
    if (isFirst) {
      const queues = isVirtio
        ? list.takeAs('queues', (text) => (/^\d{1,3}$/.test(text) ? Number(text) : undefined))
        : undefined
      reading.add('controllers', {
        type: 'scsi',
        index: controller,
        model: known.model,
        ...(iothread === undefined && queues === undefined
          ? {}
          : {
              driver: {
                ...(queues === undefined ? {} : { queues }),
                ...(iothread === undefined ? {} : { iothread }),
              },
            }),
      })
    }
    const unit = known.drives === 1 ? 0 : index % known.drives
    placeDisk(reading, disk, controller, unit)
  }
}

/** Only where libvirt would not come to the same by the name. */
function placeDisk(reading: Reading, place: number, controller: number, unit: number): void {
  const disks = reading.listOf('disks')
  const disk = disks[place]
  if (disk === undefined || (controller === 0 && unit < scsiDrives)) return
  const address = { type: 'drive', controller: String(controller), bus: '0', target: '0', unit: String(unit) }
  disks[place] = merged(disk, { address })
}

/** `scsihw` by the controllers that the design says; libvirt’s own choice where it says none. */
export function sayScsiHardware(writing: Writing): void {
  const { devices } = writing.domain
  const disks = (devices?.disks ?? []).filter((disk) => busOfDisk(disk) === 'scsi')
  const kept = writing.ownValue('scsihw')
  if (disks.length === 0) {
    writing.say('scsihw', kept)
    return
  }
  const controllers = (devices?.controllers ?? []).filter(({ type }) => type === 'scsi')
  const model = controllers.find((one) => one.model !== undefined)?.model ?? 'lsilogic'
  if (
    model === 'virtio-scsi' ||
    model === 'virtio-transitional' ||
    model === 'virtio-non-transitional' ||
    model === 'auto'
  ) {
    const isSingle =
      controllers.length >= disks.length &&
      (disks.length > 1 || controllers.some(({ driver }) => driver?.iothread !== undefined))
    writing.say('scsihw', isSingle ? 'virtio-scsi-single' : 'virtio-scsi-pci')
    return
  }
  const name = Object.entries(hardware).find(([, one]) => one.model === model)?.[0]
  writing.say('scsihw', kept ?? name ?? 'virtio-scsi-pci')
}
