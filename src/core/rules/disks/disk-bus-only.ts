import { busOfDisk } from '../../domain/index.ts'
import { deviceRule } from '../support/device-rule.ts'
import { beyondKind, type KindLimits, virtioLimits } from '../support/kind-limits.ts'

export const rule = deviceRule('disks', {
  id: 'disk.bus-only',
  title: 'A key that the bus of the disk does not know',
  fixIsSafe: true,
  source:
    'libvirt 11.3: "disk ioeventfd mode supported only for virtio bus", "queues attribute in disk driver element is only supported for virtio bus", "removable is only valid for usb or scsi disks", "rotation rate is only valid for SCSI/IDE/SATA bus", "CHS translation mode can only be set for \'ide\' bus", "iommu driver option is only supported for virtio devices"',
  check: (disk) => beyondKind(disk, busOfDisk(disk), 'disk on the bus', limits),
})

const virtio = ['virtio']

/** qemuValidateDomainDeviceDefDiskFrontend and virDomainDiskDefValidate. */
const limits: KindLimits = {
  'driver.ioeventfd': virtio,
  'driver.event_idx': virtio,
  'driver.queues': virtio,
  'driver.queue_size': virtio,
  ...virtioLimits(virtio),
  'target.removable': ['usb', 'scsi'],
  'target.rotation_rate': ['scsi', 'ide', 'sata'],
  'target.dpofua': ['scsi'],
  'geometry.trans': ['ide'],
}
