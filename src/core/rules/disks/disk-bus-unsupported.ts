import { busOfDisk } from '../../domain/index.ts'
import { deviceRule } from '../support/device-rule.ts'
import { freeDiskName } from '../support/free-disk-name.ts'
import { isQ35 } from '../support/machine.ts'

export const rule = deviceRule('disks', {
  id: 'disk.bus-unsupported',
  title: 'A bus that the disk can’t be on',
  source:
    'libvirt 11.3: "Invalid bus type \'fdc\' for disk", "unsupported disk bus \'xen\' with device setup"; QEMU 10.0: "machine type does not support if=sd,bus=0,unit=0"; nvme since libvirt 11.5',
  check(disk, context) {
    const bus = busOfDisk(disk)
    if (disk.device === 'floppy' || !(unsupported.has(bus) || (bus === 'sd' && isQ35(context))))
      return undefined
    const name = freeDiskName(context, disk.device === 'cdrom' ? 'sd' : 'vd')
    const better = disk.device === 'cdrom' ? 'sata' : 'virtio'
    return {
      at: ['target', 'bus'],
      message: `No ${disk.device ?? 'disk'} of a virtual PC is on the bus ${bus}. Take ${better}.`,
      fix: {
        title: `Take the bus ${better}`,
        all: [
          { at: ['target', 'dev'], value: name },
          { at: ['target', 'bus'], value: better },
          ...(disk.address === undefined ? [] : [{ at: ['address'] }]),
        ],
      },
    }
  },
})

const unsupported: ReadonlySet<string> = new Set(['fdc', 'xen', 'uml'])
