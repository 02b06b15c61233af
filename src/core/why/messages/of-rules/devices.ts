/** Messages that the rules of all other devices foresee, with the variable parts that the quotations of their sources do not show. */
import type { CauseTable } from '../../cause.ts'

export const deviceRuleMessages = {
  'channel.port': {
    by: 'libvirt',
    says: [
      'virtio serial controller {controller#} does not have port {number#}',
      'virtio serial controller {controller#} is missing',
      'virtio serial port {number#} on controller {controller#} is already occupied',
      'virtio serial device has invalid address type',
    ],
  },
  'chardev.incomplete': {
    by: 'libvirt',
    says: [
      'Missing source {attribute} attribute for char device',
      'target type must be specified for {kind} device',
    ],
    cause: 'The host end of a serial port or channel is not complete: its {attribute} is missing.',
  },
  'chardev.protocol': {
    by: 'libvirt',
    says: ["tcp chardev protocol '{protocol}' not supported", "unsupported chardev '{kind}'"],
  },
  'chardev.socket': {
    by: 'QEMU',
    says: [
      'address resolution failed for {address}: Servname not supported for ai_socktype',
      'address resolution failed for {address}: {}',
    ],
    cause:
      'The address {address} is none that the host can find: a misspelt name, or a port that is no number.',
  },
  'console.kind': {
    by: 'libvirt',
    says: ['unsupported console target type {kind}', '{kind} is not supported in this QEMU binary'],
    at: 'devices.console',
  },
  'device.acpi-index': {
    by: 'QEMU',
    says: [
      'a PCI device with acpi-index = {number#} already exist',
      'acpi-index should be less or equal to {most#}',
      'ACPI index is only supported for PCI devices',
    ],
  },
  'device.rom-disabled': { by: 'libvirt', says: ['ROM tuning is only supported for PCI devices'] },
  'hostdev.address-kind': {
    by: 'libvirt',
    says: [
      "Unsupported address type '{kind}' with mediated device model '{model}'",
      '{kind} host devices must have address specified',
      "PCI host devices must use '{}' or '{}' address type",
    ],
    at: 'devices.hostdevs',
  },
  'hostdev.boot': {
    by: 'libvirt',
    says: [
      'booting from assigned devices is not supported by {kind} devices',
      'booting from assigned devices is not supported by mediated devices of model {kind}',
    ],
    at: 'devices.hostdevs',
  },
  'hostdev.kind-unsupported': {
    by: 'libvirt',
    says: [
      "hostdev mode '{mode}' is not supported in {type}",
      "invalid PCI passthrough type '{kind}'",
      "QEMU does not support device assignment mode '{kind}'",
      "'legacy KVM' device assignment is no longer supported on this system",
      "host doesn't support legacy PCI passthrough",
    ],
    at: 'devices.hostdevs',
  },
  'hostdev.no-address': {
    by: 'libvirt',
    says: [
      'Missing <source> element in hostdev device',
      'missing vendor',
      'USB host device is missing bus/device information',
      "Missing '{attribute}' attribute for element <address>",
    ],
    at: 'devices.hostdevs',
  },
  'input.bus': {
    by: 'libvirt',
    says: [
      'unsupported input bus {bus}',
      '{bus} bus does not support {kind} input device',
      "unknown input bus type '{bus}'",
      'Invalid address for a USB device',
    ],
    at: 'devices.inputs',
  },
  'input.model': {
    by: 'libvirt',
    says: [
      'virtio (non-)transitional models are not supported for input type={kind}',
      "unknown input model '{model}'",
    ],
    at: 'devices.inputs',
  },
  'panic.address': {
    by: 'libvirt',
    says: [
      '{model} is supported only with {kind} address type',
      "setting the panic device address is not supported for model '{model}'",
    ],
    at: 'devices.panic',
  },
  'panic.model': {
    by: 'libvirt',
    says: [
      "the panic device model '{model}' is not supported on this platform",
      "only {what} guests support panic device of model '{model}'",
      'the QEMU binary does not support the {what} panic device',
      'no panic model provided, and no default for the architecture and machine type',
      "unknown panic model '{model}'",
    ],
    at: 'devices.panic',
  },
  'rng.form': {
    by: 'libvirt',
    says: ['missing EGD backend type', 'invalid RNG rate {what} value'],
    at: 'devices.rng',
  },
  'serial.count': {
    by: 'libvirt',
    says: [
      "Maximum supported number of ISA serial ports is '{most#}'",
      'Max. supported number of ISA serial ports is {most#}.',
      'Max. supported number of parallel ports is {most#}.',
    ],
    at: 'devices.serial',
  },
  'serial.machine': {
    by: 'libvirt',
    says: [
      "Serial device with target type '{kind}' and target model '{model}' not compatible with guest architecture or machine type",
      "unknown target model '{model}' specified for character device",
      'Invalid target model for serial device',
    ],
    at: 'devices.serial',
  },
  'share.accessmode': {
    by: 'libvirt',
    says: ['mtp only supports passthrough accessmode', 'only supports passthrough accessmode'],
    at: 'devices.filesystems',
  },
  'share.kind-only': {
    by: 'libvirt',
    says: [
      'virtiofs does not support {key}',
      'sandbox can only be used with driver=virtiofs',
      'setting virtiofs boot order is supported only with PCI bus',
    ],
    at: 'devices.filesystems',
  },
  'share.kind-unsupported': {
    by: 'libvirt',
    says: [
      'Filesystem driver type not supported',
      "unknown fsdriver type '{kind}'",
      'fsdriver {kind} not found',
    ],
    at: 'devices.filesystems',
  },
  'share.tag-twice': { by: 'libvirt', says: ["filesystem target '{tag}' specified twice"] },
  'shmem.model': {
    by: 'libvirt',
    says: [
      "shmem model '{model}' is supported only with server option {state}",
      "shmem model '{model}' does not support size setting",
      "shmem model '{model}' is not supported by this QEMU binary",
    ],
    at: 'devices.shmem',
  },
  'shmem.name': {
    by: 'libvirt',
    says: ["shmem name '{name}' must not contain '/'", "shmem name cannot include '/' character"],
    at: 'devices.shmem',
  },
  'smartcard.count': {
    by: 'libvirt',
    says: ['{device}: failed to initialize vcard'],
    cause:
      'There is one smartcard, with a reader on the host and its database of certificates (NSS), or three certificates.',
    at: 'devices.smartcard',
  },
  'watchdog.twice': { by: 'libvirt', says: ["domain can only have one watchdog with model '{model}'"] },
} as const satisfies CauseTable
