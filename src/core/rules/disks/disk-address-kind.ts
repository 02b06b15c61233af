import { busOfDisk } from '../../domain/index.ts'
import { deviceRule } from '../support/device-rule.ts'
import { addressLeftOut } from '../support/left-out.ts'

export const rule = deviceRule('disks', {
  id: 'disk.address-kind',
  title: 'An address of another bus',
  fixIsSafe: true,
  source: "libvirt 11.3: \"Invalid address type 'pci' for the disk 'fda' with the bus type 'fdc'\"",
  check(disk) {
    const bus = busOfDisk(disk)
    const type = disk.address?.type
    if (type === undefined || type === 'unassigned') return undefined
    const wanted = bus === 'usb' ? 'usb' : driveBuses.has(bus) ? 'drive' : undefined
    const isWrong =
      wanted === undefined ? bus === 'virtio' && (type === 'drive' || type === 'usb') : type !== wanted
    if (!isWrong) return undefined
    return addressLeftOut(['address'], `A disk on ${bus} has no address of type ${type}.`)
  },
})

const driveBuses: ReadonlySet<string> = new Set(['ide', 'sata', 'scsi', 'fdc'])
