/** Messages that the rules of disks foresee, with the variable parts that the quotations of their sources do not show. */
import type { CauseTable } from '../../cause.ts'

export const diskRuleMessages = {
  'disk.address-kind': {
    by: 'libvirt',
    says: [
      "Invalid address type '{kind}' for the disk '{disk}' with the bus type '{bus}'",
      "virtio disk cannot have an address of type '{kind}'",
      'unexpected address type for {kind} disk',
      "address type {kind} is not supported for bus '{bus}'",
      'virtio (non-)transitional models are not supported for address type={kind}',
    ],
  },
  'disk.address-twice': {
    by: 'libvirt',
    says: [
      "Found duplicate drive address for disk with target name '{disk}' controller='{}' bus='{}' target='{}' unit='{}'",
      "using disk target name '{disk}' conflicts with SCSI host device address controller='{}'",
      "SCSI host address controller='{}' bus='{}' target='{}' unit='{}' in use by another SCSI host device",
      'Domain already contains a disk with that address',
      'a device with the same address already exists',
    ],
  },
  'disk.block-size': {
    by: 'QEMU',
    says: [
      'parameter {key} must be a power of 2 between {least#} and {most#}',
      '{one} > {other} not supported',
    ],
    at: 'devices.disks',
  },
  'disk.bus-only': {
    by: 'libvirt',
    says: [
      'rotation rate is only valid for {what}',
      "CHS translation mode can only be set for 'ide' bus not '{bus}'",
      "<iotune> is not supported with bus='{bus}'",
      "Serial property not supported for drive bus '{bus}'",
      'Only ide and scsi disk support wwn',
    ],
  },
  'disk.bus-unsupported': {
    by: 'libvirt',
    says: [
      "Invalid bus type '{bus}' for disk",
      "unsupported disk bus '{bus}' with device setup",
      'machine type does not support if={bus},bus={},unit={}',
      "disk bus '{bus}' cannot be hotplugged.",
    ],
  },
  'disk.drive-place': {
    by: 'libvirt',
    says: [
      'target must be 0 for {kind} controller',
      'bus must be 0 for {kind} controller',
      "unit must be 0 for controller model '{kind}'",
      "target must be 0 for controller model '{kind}'",
      'target must be 0 for controller {kind}',
      'Only 1 {kind} bus is supported',
      'SCSI controller only supports 1 bus',
      "This QEMU doesn't support target greater than {most#}",
      "unit must be <= {most#} for controller model '{kind}'",
      "Can't create IDE unit {unit#}, bus supports only {count#} units",
      'bad scsi device id: {}',
      'bad scsi channel id: {}',
    ],
    cause:
      'The controller has no such place for the drive: an IDE bus has two, a SATA port one, a floppy controller two drives on one bus. Leave the address out, and libvirt finds one.',
    at: 'devices.disks',
  },
  'disk.ejectable-bus': {
    by: 'libvirt',
    says: [
      "disk type of '{disk}' does not support ejectable media",
      "Invalid bus type '{bus}' for floppy disk",
    ],
  },
  'disk.encryption-format': {
    by: 'libvirt',
    says: [
      "encryption is supported only with '{one}' and '{other}' image format",
      "creation of qcow/qcow2 files supports only 'luks' encryption",
    ],
  },
  'disk.encryption-secret': {
    by: 'libvirt',
    says: [
      "missing secret info for '{kind}' driver",
      "'{kind}' is currently not supported by the qemu encryption engine",
    ],
  },
  'disk.format-gone': {
    by: 'libvirt',
    says: [
      "'{format}' storage format is not supported",
      "'{format}' storage format is not directly supported by QEMU, use '{other}' disk type instead",
      "storage format '{format}' does not support backing store",
    ],
  },
  'disk.no-source': {
    by: 'libvirt',
    says: [
      'missing source information for device {disk}',
      "transient disk '{disk}' must not be empty",
      'name in virStoragePoolLookupByName must not be NULL',
    ],
    cause: 'The disk {disk} names no image: a disk that is no cdrom or floppy needs one.',
    at: 'devices.disks',
  },
  'disk.no-target': {
    by: 'libvirt',
    says: ['missing target information for device {path}'],
    at: 'devices.disks',
  },
  'disk.partition': {
    by: 'libvirt',
    says: [
      "invalid disk target '{disk}', partitions can't appear in disk targets",
      "invalid disk target '{disk}'",
    ],
  },
  'disk.readonly-conflict': {
    by: 'libvirt',
    says: ['readonly {bus} disks are not supported', "transient disk '{disk}' must not be read-only"],
    at: 'devices.disks',
  },
  'disk.shareable-format': {
    by: 'libvirt',
    says: ["shared access for disk '{disk}' requires use of supported storage format"],
  },
  'disk.target-name': { by: 'libvirt', says: ["Unknown disk name '{disk}' and no address specified"] },
  'disk.target-twice': {
    by: 'libvirt',
    says: ["target '{disk}' duplicated for disk sources '{}' and '{}'", 'target {disk} already exists'],
  },
  'disk.throttle-total': {
    by: 'libvirt',
    says: [
      'total and read/write of {key} cannot be set at the same time',
      "cannot reset '{key}' when '{other}' is set",
      "value '{key}' cannot be smaller than '{other}'",
    ],
    at: 'devices.disks',
  },
  'disk.vhostuser': {
    by: 'libvirt',
    says: ['{key} is not supported with vhostuser disk', 'vhostuser disk supports only {bus} bus'],
    at: 'devices.disks',
  },
  'disk.web-writable': { by: 'QEMU', says: [], at: 'devices.disks' },
} as const satisfies CauseTable
