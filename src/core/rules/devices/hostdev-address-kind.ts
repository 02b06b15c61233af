import { deviceRule } from '../support/device-rule.ts'
import { addressLeftOut } from '../support/left-out.ts'

export const rule = deviceRule('hostdevs', {
  id: 'hostdev.address-kind',
  title: 'A passed-through device at an address of another bus',
  fixIsSafe: true,
  source:
    'libvirt 11.3: "Unsupported address type \'drive\' with mediated device model \'vfio-pci\'", "SCSI host devices must have address specified"',
  check(hostdev) {
    const type = hostdev.address?.type
    const wanted = hostdev.type === undefined ? undefined : kinds[hostdev.type]
    if (type === undefined || wanted === undefined || wanted.includes(type)) return undefined
    return addressLeftOut(
      ['address'],
      `A device of type ${hostdev.type} has no address of type ${type} in the guest.`,
    )
  },
})

const kinds: Readonly<Record<string, readonly string[]>> = {
  pci: ['pci', 'unassigned'],
  usb: ['usb'],
  scsi: ['drive'],
  scsi_host: ['pci', 'ccw'],
  mdev: ['pci', 'ccw', 'unassigned'],
}
