import { busOfDisk } from '../../domain/index.ts'
import { devicesOf } from '../support/devices.ts'
import { freeDiskName } from '../support/free-disk-name.ts'
import { isQ35 } from '../support/machine.ts'
import { at, changeFix } from '../support/place.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'disk.bus-unsupported',
  title: 'A bus that the disk can’t be on',
  severity: 'error',
  source:
    'libvirt 11.3: "Invalid bus type \'fdc\' for disk", "unsupported disk bus \'xen\' with device setup"; QEMU 10.0: "machine type does not support if=sd,bus=0,unit=0"; nvme since libvirt 11.5',
  *check(context) {
    for (const { item, path } of devicesOf(context, 'disks')) {
      const bus = busOfDisk(item)
      if (item.device === 'floppy' || !(unsupported.has(bus) || (bus === 'sd' && isQ35(context)))) continue
      const name = freeDiskName(context, item.device === 'cdrom' ? 'sd' : 'vd')
      const better = item.device === 'cdrom' ? 'sata' : 'virtio'
      yield {
        path: at(context, ...path, 'target', 'bus'),
        message: `No ${item.device ?? 'disk'} of a virtual PC is on the bus ${bus}. Take ${better}.`,
        fix: changeFix(context, `Take the bus ${better}`, [
          { path: [...path, 'target', 'dev'], value: name },
          { path: [...path, 'target', 'bus'], value: better },
          ...(item.address === undefined ? [] : [{ path: [...path, 'address'] }]),
        ]),
      }
    }
  },
}

const unsupported: ReadonlySet<string> = new Set(['fdc', 'xen', 'uml'])
