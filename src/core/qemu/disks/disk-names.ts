/** Names for disks that were read: libvirt wants one for each, `vda`, and QEMU has none. */
import type { Address } from '../place.ts'
import type { Bus } from './disk-place.ts'

const prefixes: Readonly<Record<string, string>> = { virtio: 'vd', ide: 'hd', fdc: 'fd' }

export class DiskNames {
  private readonly taken = new Set<string>()
  /** By the prefix: every number before it is taken. */
  private readonly free = new Map<string, number>()

  /**
   * @param id of the device: libvirt's say the number
   * @returns the name that the place says; the first free one where the place says none
   */
  next(bus: Bus, id: string | undefined, address: Address | undefined): string {
    const prefix = prefixes[bus] ?? 'sd'
    const wanted = numberOfId(id) ?? numberOfAddress(bus, address)
    let number = wanted ?? 0
    if (wanted === undefined || this.taken.has(prefix + letters(wanted)))
      for (number = this.free.get(prefix) ?? 0; this.taken.has(prefix + letters(number)); ) number += 1
    const name = prefix + letters(number)
    this.taken.add(name)
    if (number !== wanted) this.free.set(prefix, number)
    return name
  }
}

function numberOfId(id: string | undefined): number | undefined {
  const digits = /^(?:virtio|usb|nvme|sd|xen)-disk(\d{1,4})$/.exec(id ?? '')?.[1]
  return digits === undefined ? undefined : Number(digits)
}

/** As libvirt gives addresses to names. `virDomainDiskDefAssignAddress`. */
function numberOfAddress(bus: Bus, address: Address | undefined): number | undefined {
  if (address?.type !== 'drive') return undefined
  const controller = Number(address.controller ?? 0)
  const unit = Number(address.unit ?? 0)
  switch (bus) {
    case 'ide':
      return controller * 4 + Number(address.bus ?? 0) * 2 + unit
    case 'sata':
      return controller * 6 + unit
    case 'scsi':
      return Number(address.target ?? 0) === 0 && unit < 7 ? controller * 7 + unit : undefined
    case 'fdc':
      return controller * 2 + unit
    default:
      return undefined
  }
}

/** 0 is a, 26 is aa. */
function letters(number: number): string {
  let text = ''
  for (let left = number + 1; left > 0; left = Math.floor((left - 1) / 26))
    text = String.fromCharCode(97 + ((left - 1) % 26)) + text
  return text
}
