/** Messages that the rules of the places of devices: addresses, controllers, buses foresee, with the variable parts that the quotations of their sources do not show. */
import type { CauseTable } from '../../cause.ts'

export const addressRuleMessages = {
  'address.controller-range': {
    by: 'libvirt',
    says: ['Cannot automatically add a new PCI bus for a device with connect flags {flags#}'],
    cause: 'There are more controllers or buses than the machine has room for.',
    at: 'devices.controllers',
  },
  'address.bus-full': {
    by: 'libvirt',
    says: [
      'No more available PCI slots',
      'PCI slot {address} already in use',
      'There is no more free {kind}.',
    ],
    at: 'devices.controllers',
  },
  'address.multifunction': {
    by: 'QEMU',
    says: [
      "PCI: single function device can't be populated in function {place}",
      'PCI: {place} indicates single function, but {other} is already populated.',
    ],
  },
  'address.zpci': {
    by: 'libvirt',
    says: [
      'zPCI {kind} is already reserved',
      "The CCW devno '{address}' is in use already",
      "CCW addresses are not supported by machine type '{machine}'",
    ],
  },
  'alias.twice': { by: 'libvirt', says: ['non unique alias detected: {alias}'] },
  'controller.chassis-twice': { by: 'QEMU', says: ["Can't add chassis slot, error {error#}"] },
  'controller.expander': {
    by: 'libvirt',
    says: [
      "{kind} with index {index#} is configured for a NUMA node ({node#}) not present in the domain's <cpu><numa> array ({count#})",
      '{kind} controllers are not supported with this machine type',
      '{kind} controllers are only supported on 440fx-based machinetypes',
    ],
  },
  'controller.machine': {
    by: 'libvirt',
    says: [
      'Only a single {kind} controller is supported for this machine type',
      'Only 1 {kind} controller is supported',
      '{kind} controllers are unsupported for this QEMU binary or machine type',
      '{kind} is not supported with this QEMU binary',
    ],
  },
  'controller.model-unknown': {
    by: 'libvirt',
    says: [
      'Unsupported controller model: {model}',
      "USB controller model type 'qusb1' or 'qusb2' is not supported in {type}",
      "USB controller model '{model}' not supported in this QEMU binary",
      "Unknown model type '{model}'",
      'no model provided for USB controller',
    ],
    cause: 'QEMU has no controller of the model {model} for this machine.',
    at: 'devices.controllers',
  },
  'controller.number-range': {
    by: 'libvirt',
    says: [
      "Invalid target {key} '{value}' in PCI controller - must be {range}",
      "PCI controller target index '{value}' out of range - must be {range}",
      'Only the PCI controller with index 0 can have target index 0, and vice versa',
    ],
  },
  'controller.pci-model': {
    by: 'libvirt',
    says: [
      "Option '{option}' has invalid value for PCI controller with index '{index#}', model '{model}' and modelName '{name}'",
      "Required option '{option}' is not set for PCI controller with index '{index#}', model '{model}' and modelName '{name}'",
      'PCI controller model was not set correctly',
    ],
    at: 'devices.controllers',
  },
  'controller.pci-option': {
    by: 'libvirt',
    says: [
      "Option '{option}' is not valid for PCI controller with index '{index#}', model '{model}' and modelName '{name}'",
      "Option '{option}' is not supported by '{device}' device with this QEMU binary",
      '64-bit PCI hole setting is only for root PCI controllers',
    ],
  },
  'controller.root': {
    by: 'libvirt',
    says: [
      "The PCI controller with index='0' must be model='{wanted}' for this machine type, but model='{model}' was found instead",
      'pci-root and pcie-root controllers should not have an address',
      'pci-root and pcie-root controllers should have index 0',
      "Index for '{model}' controllers must be {which}",
      "PCI controller at index {index#} ({}) has bus='{bus}', but index must be larger than bus",
    ],
    at: 'devices.controllers',
  },
  'controller.scsi-only': {
    by: 'libvirt',
    says: [
      "'{key}' is only supported by virtio-scsi controller",
      "'{key}' attribute only supported for virtio scsi controllers",
      "'{key}' is only supported for virtio-scsi controller",
      'virtio-scsi IOThreads only available for virtio pci and virtio ccw controllers',
    ],
    at: 'devices.controllers',
  },
  'controller.twice': {
    by: 'libvirt',
    says: [
      "Multiple '{kind}' controllers with index '{index#}'",
      'Duplicate USB controllers with index {index#}',
      "controller index='{index#}' already exists",
    ],
    at: 'devices.controllers',
  },
  'iommu.machine': {
    by: 'libvirt',
    says: [
      "IOMMU device: '{model}' is only supported with {machines} machines",
      "IOMMU device: '{model}' is not supported with this QEMU binary",
      "IOMMU device: '{model}' requires ACPI",
      "IOMMU device: '{model}' needs a PCI address",
    ],
    at: 'devices.iommu',
  },
  'usb.companion': {
    by: 'libvirt',
    says: [
      'masterbus not found',
      "Can't use USB bus '{bus}' as masterbus, it doesn't support companion controllers",
      'firstport {port#} asks for ports {ports}, but that port does not exist',
      "an ehci masterbus named '{bus}' does not exist",
    ],
    cause:
      'A USB 1 controller names a USB 2 controller as its master, which is not there. The four of ich9 belong together.',
    at: 'devices.controllers',
  },
  'usb.disabled': {
    by: 'libvirt',
    says: [
      "Can't add USB {what} device. USB bus is disabled",
      "Can't add USB hub: USB is disabled for this domain",
      "Can't add host USB device: USB is disabled in this host",
      'USB is disabled for this domain, but USB devices are present in the domain XML',
    ],
  },
  'usb.port-unknown': {
    by: 'libvirt',
    says: [
      'USB bus {bus#} requested but no controller with that index is present',
      'there is no hub at port {port} in USB address bus: {bus#} port: {}',
      'requested USB port {port} not present on USB bus {bus#}',
      "port '{port}' not found on bus",
      'usb port {port} (bus {bus}) not found (in use?)',
      'No free USB ports',
    ],
    at: 'devices.usb',
  },
  'usb.port-twice': {
    by: 'libvirt',
    says: ['Duplicate USB address bus {bus#} port {port}', 'Duplicate USB hub on bus {bus#} port {port}'],
  },
  'usb.ports': {
    by: 'libvirt',
    says: ["'{model}' controller only supports up to '{most#}' ports"],
    at: 'devices.usb',
  },
  'usb.ports-model': {
    by: 'libvirt',
    says: ["usb controller type '{model}' doesn't support 'ports' with this QEMU binary"],
    at: 'devices.usb',
  },
} as const satisfies CauseTable
