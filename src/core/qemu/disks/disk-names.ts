/** Names for disks that were read: libvirt wants one for each, `vda`, and QEMU has none. */
import { type Address, type DiskBus, diskName, driveNumber } from '../../domain/index.ts'

const prefixes: Readonly<Record<string, string>> = { virtio: 'vd', ide: 'hd', fdc: 'fd' }

export class DiskNames {
  private readonly taken = new Set<string>()
  /** By the prefix: every number before it is taken. */
  private readonly free = new Map<string, number>()

  /**
   * @param id of the device: libvirt's say the number
   * @returns the name that the place says; the first free one where the place says none
   */
  next(bus: DiskBus, id: string | undefined, address: Address | undefined): string {
    const prefix = prefixes[bus] ?? 'sd'
    const wanted = numberOfId(id) ?? driveNumber(bus, address)
    let number = wanted ?? 0
    if (wanted === undefined || this.taken.has(diskName(prefix, wanted)))
      for (number = this.free.get(prefix) ?? 0; this.taken.has(diskName(prefix, number)); ) number += 1
    const name = diskName(prefix, number)
    this.taken.add(name)
    if (number !== wanted) this.free.set(prefix, number)
    return name
  }
}

function numberOfId(id: string | undefined): number | undefined {
  const digits = /^(?:virtio|usb|nvme|sd|xen)-disk(\d{1,4})$/.exec(id ?? '')?.[1]
  return digits === undefined ? undefined : Number(digits)
}
