import { isFor, kindRule } from '../support/kind-rule.ts'

export const rule = kindRule('disks', {
  id: 'disk.bus-only',
  title: 'A key that the bus of the disk does not know',
  fixIsSafe: true,
  source:
    'libvirt 11.3: "disk ioeventfd mode supported only for virtio bus", "queues attribute in disk driver element is only supported for virtio bus", "removable is only valid for usb or scsi disks", "rotation rate is only valid for SCSI/IDE/SATA bus", "CHS translation mode can only be set for \'ide\' bus", "iommu driver option is only supported for virtio devices"',
  says: isFor('disk on the bus'),
})
