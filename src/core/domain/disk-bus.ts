/** The buses of disks, and which one it is where nobody says it. libvirt: `virDomainDiskDefParseXML`. */
import { isRecord, type UnknownRecord } from '../table/index.ts'
import { ownValue } from '../text/index.ts'

export const diskBuses = ['ide', 'scsi', 'virtio', 'xen', 'usb', 'uml', 'sata', 'sd', 'fdc', 'nvme'] as const

export type DiskBus = (typeof diskBuses)[number]

const busByPrefix: Readonly<Record<string, DiskBus>> = {
  hd: 'ide',
  sd: 'scsi',
  vd: 'virtio',
  xvd: 'xen',
  ubd: 'uml',
}

/** What libvirt takes it for by the kind of drive and the name: IDE when neither tells. */
export function busByName(device: string | undefined, name: string | undefined): DiskBus {
  if (device === 'floppy') return 'fdc'
  const prefix = /^(?:xvd|ubd|[hsv]d)/.exec(name ?? '')?.[0]
  return ownValue(busByPrefix, prefix ?? '') ?? 'ide'
}

/** The same for the map of a disk that need not be valid; undefined for a disk without a name, which has yet to get one. */
export function busOfUnsaid({ device, target }: UnknownRecord): DiskBus | undefined {
  const name = isRecord(target) ? target['dev'] : undefined
  if (device !== 'floppy' && typeof name !== 'string') return undefined
  return busByName(String(device), String(name))
}
