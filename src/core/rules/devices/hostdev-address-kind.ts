import { devicesOf } from '../support/devices.ts'
import { at, removeFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'hostdev.address-kind',
  title: 'A passed-through device at an address of another bus',
  severity: 'error',
  source:
    'libvirt 11.3: "Unsupported address type \'drive\' with mediated device model \'vfio-pci\'", "SCSI host devices must have address specified"',
  *check(context) {
    for (const { item, path } of devicesOf(context, 'hostdevs')) {
      const type = item.address?.type
      const wanted = item.type === undefined ? undefined : kinds[item.type]
      if (type === undefined || wanted === undefined || wanted.includes(type)) continue
      yield {
        path: at(context, ...path, 'address'),
        message: `A device of type ${item.type} has no address of type ${type} in the guest. Leave the address out, and libvirt picks one.`,
        fix: removeFix(context, 'Leave the address out', [...path, 'address']),
      }
    }
  },
}

const kinds: Readonly<Record<string, readonly string[]>> = {
  pci: ['pci', 'unassigned'],
  usb: ['usb'],
  scsi: ['drive'],
  scsi_host: ['pci', 'ccw'],
  mdev: ['pci', 'ccw', 'unassigned'],
}
