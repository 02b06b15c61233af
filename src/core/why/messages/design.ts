/** What libvirt and QEMU refuse in a design itself, beside what the rules quote. */
import type { CauseTable } from '../cause.ts'

export const designMessages = {
  'xml.unknown-word': {
    by: 'libvirt',
    says: [
      "Invalid value for attribute '{attribute}' in element '{element}': '{value}'.",
      "Invalid value for attribute '{attribute}' in element '{element}': '{value}'. Expected {}",
      "unknown driver format value '{value}'",
      "unsupported driver name '{value}' for disk '{disk}'",
      "unknown target model '{value}' specified for character device",
      "unknown target type '{value}' specified for character device",
      'unknown type presented to host for character device: {value}',
      "Unknown source mode '{value}'",
      "unknown address type '{value}'",
      "unknown disk bus type '{value}'",
      "unknown disk device '{value}'",
      "unknown video model '{value}'",
      "unknown input device type '{value}'",
      "unknown graphics device type '{value}'",
      "Unknown model type '{value}'",
      "Unknown controller type '{value}'",
      "unexpected feature '{value}'",
      'unsupported HyperV Enlightenment feature: {value}',
      "unsupported machine type '{value}'",
      "unknown OS type '{value}'",
      "unknown boot device '{value}'",
      "Unknown security driver '{value}'",
      "unknown watchdog model '{value}'",
      "unknown watchdog action '{value}'",
      "unknown sound model '{value}'",
      "Unknown timer name '{value}'",
      'unknown lifecycle action {value}',
      'Unknown loader type: {value}',
      'unknown {what} action: {value}',
      "unknown {what} mode '{value}'",
      "unknown {what} type '{value}'",
      'unknown {what} value {value}',
      'unsupported KVM feature: {value}',
      'Unknown architecture {value}',
    ],
    rules: [
      'xml.unknown-word',
      'controller.model-unknown',
      'controller.root',
      'serial.machine',
      'field.value',
    ],
    cause:
      'libvirt does not know the word ‘{value}’ there. Take one that its manual lists for that place, or a newer libvirt.',
  },
  'xml.attribute-missing': {
    by: 'libvirt',
    says: [
      "Missing required attribute '{attribute}' in element '{element}'",
      'missing source information for device {device}',
      'missing target information for device {device}',
      "missing element or attribute '{element}'",
      "Missing '{attribute}' attribute in element '{element}'",
      "missing '{attribute}' attribute for clock with offset='{offset}'",
      "missing '{attribute}' attribute for HyperV feature '{feature}'",
      'missing {attribute} attribute in {element}',
      'missing input device type',
      'missing hub device type',
      'missing TPM source path',
      'missing type attribute',
      'missing domain type attribute',
      'missing root device for boot',
      'missing network source protocol type',
      'an os <type> must be specified',
      'no domain config',
    ],
    cause:
      'libvirt wants {attribute}{element} there, and the design leaves it out. Say it, or take the device out.',
    rules: [
      'required.missing',
      'disk.no-source',
      'disk.no-target',
      'chardev.incomplete',
      'feature.incomplete',
      'feature.state-missing',
      'xml.attribute-missing',
    ],
  },
  'why.listen-address': {
    by: 'QEMU',
    says: [
      'Failed to bind socket: Cannot assign requested address',
      'Failed to listen on socket: Cannot assign requested address',
    ],
    cause:
      'A display or a port is to listen at an address that the host does not have. 127.0.0.1 is always there, 0.0.0.0 means all.',
    run: 'ip -br address',
    at: 'devices.graphics',
  },
  'why.peer-unreachable': {
    by: 'QEMU',
    says: [
      "Failed to connect to '{address}': Network is unreachable",
      "Failed to connect to '{address}': No route to host",
      "Failed to connect to '{address}': Connection timed out",
      "Failed to connect to '{address}': Connection refused",
    ],
    cause:
      'Nobody answers at {address}, which a serial port, a random number device or a network disk is to reach. Start the other side first, or let QEMU listen (mode bind).',
    run: 'ip route',
  },
  'why.vsock': {
    by: 'libvirt',
    says: [
      'unable to open vhost-vsock device',
      'unable to set guest cid: Address already in use',
      'guest CIDs must be >= 3',
    ],
    cause:
      'The vsock can’t be made: the kernel’s module is not loaded, or another VM has this number (3 is the lowest). Load vhost_vsock, or let libvirt choose the number (auto).',
    run: 'sudo modprobe vhost_vsock; ls -l /dev/vhost-vsock',
    at: 'devices.vsock',
  },
  'why.vhost-user-gpu': {
    by: 'libvirt',
    says: [
      'Unable to find a satisfying vhost-user-gpu',
      'vhost-user-gpu failed to start',
      "vhost-user type '{kind}' not supported",
    ],
    cause:
      'The video card is to be drawn by a process of its own, vhost-user-gpu, which is not installed. Install it, or take the driver qemu.',
    run: 'ls /usr/share/qemu/vhost-user',
    at: 'devices.video',
  },
  'why.mtp-directory': {
    by: 'QEMU',
    says: ['usb-mtp: rootdir does not have write permissions'],
    cause:
      'The shared directory can’t be read or written by the one who runs QEMU. Give that user the right, or share another directory.',
    at: 'devices.filesystems',
  },
  'why.acpi-table': {
    by: 'QEMU',
    says: [
      "can't open file {path}: No such file or directory",
      "can't open file {path}: Permission denied",
      'Cannot read SMBIOS file {path}',
      'Failed to load SMBIOS file {path}',
      "ACPI table type '{kind}' is not supported",
    ],
    cause:
      'A table of the firmware that QEMU is to read, {path}, is missing or may not be read. Correct the path, or take the table out.',
    run: 'ls -l {path}',
    at: 'os.acpi_tables',
  },
  'why.qemu-override': {
    by: 'libvirt',
    says: [
      "setting 'value' attribute of 'qemu:property' doesn't make sense with '{kind}' type",
      "missing 'alias' attribute for qemu:device",
      "missing 'name' attribute for qemu:property",
      "missing 'value' attribute for 'qemu:property'",
      "invalid value '{value}' of 'value' attribute of 'qemu:property'",
      "property with name 'id' can't be overridden",
      'No qemu command-line argument specified',
      'No qemu environment name specified',
      'Invalid environment name, it must begin with a letter or underscore',
    ],
    cause:
      'The design’s own options for QEMU are not complete, or say what can’t be said: qemu:override names an alias, a property, a type and a value.',
    at: 'qemu_overrides',
  },
  'why.swtpm-old': {
    by: 'libvirt',
    says: [
      'swtpm_setup has no support for profiles',
      "This swtpm version doesn't support explicit locking",
      "swtpm at '{path}' does not support '{feature}'",
      "<profile/> requires TPM version '{version}'",
      "<active_pcr_banks/> requires TPM version '{version}'",
    ],
    cause:
      'The TPM of the design asks for what the swtpm of this host or this version of TPM does not have. Leave the profile or the banks out.',
    at: 'devices.tpm',
  },
  'why.number': {
    by: 'libvirt',
    says: [
      "disk iotune field '{field}' must be an integer",
      "Invalid value for attribute '{attribute}' in element '{element}': '{value}'. Expected integer value",
      "Invalid value for attribute '{attribute}' in element '{element}': '{value}'. Expected non-negative integer value",
      "Invalid value for attribute '{attribute}' in element '{element}': Zero is not permitted",
      "Invalid value '{value}' for element or attribute '{place}'",
      "Invalid integer value '{value}'",
      "cannot parse {what} '{value}'",
      "Cannot parse '{what}' '{value}'",
      "{what} '{value}' out of range",
    ],
    cause: '‘{value}’ is no number that libvirt takes there: another form, negative, zero or too large.',
    rules: [
      'field.value',
      'xml.unknown-word',
      'address.decimal',
      'hostdev.pci-address',
      'controller.number-range',
    ],
  },
  'address.twice': {
    by: 'libvirt',
    says: [
      'Attempted double use of PCI Address {address}',
      'PCI: slot {slot#} function {function#} not available for {device}, in use by {other}',
      'PCI: slot {slot#} function {function#} already occupied by {other}, new func {device} cannot be exposed to guest.',
    ],
  },
  'address.range': {
    by: 'libvirt',
    says: [
      "Invalid PCI address {part}='{value}', must be <= {most}",
      'Invalid PCI address {address}. Only PCI domain 0 is available',
      'Invalid PCI address {address}. Only PCI buses up to {most#} are available',
      'Invalid PCI address {address}. slot must be <= {most#}',
      'Invalid PCI address {address}. slot must be >= {least#}',
      'Invalid PCI address {address}',
    ],
  },
  'address.mainboard': {
    by: 'libvirt',
    says: [
      'PIIX3 USB controller at index 0 must have PCI address {}',
      'Primary IDE controller must have PCI address {}',
      'Primary SATA controller must have PCI address {}',
      'Bus 0 must be PCI for integrated PIIX3 USB or IDE controllers',
    ],
  },
  'controller.wrong-bus': {
    by: 'libvirt',
    says: [
      "The device at PCI address {address} cannot be plugged into the PCI controller with index='{index#}'. It requires a controller that accepts a {kind}.",
      "The device at PCI address {address} requires hotplug capability, but the PCI controller with index='{index#}' doesn't support hotplug",
      "{address} cannot be plugged into the PCI controller with index='{index#}'",
      "Bus '{bus}' does not support hotplugging",
    ],
  },
  'why.qemu-bus': {
    by: 'QEMU',
    says: ["Bus '{bus}' not found", "No '{bus}' bus found for device '{device}'"],
    cause:
      'There is no bus {bus} for the device: its controller is missing, or of another kind than the device wants. Take the address of the device out and libvirt finds a bus.',
    at: 'devices.controllers',
  },
  'why.id-twice': {
    by: 'QEMU',
    says: [
      "Duplicate device ID '{id}'",
      "Duplicate ID '{id}' for {kind}",
      "attempt to add duplicate property '{id}' to object (type '{}')",
      "Duplicate nodes with node-name='{id}'",
    ],
    cause:
      'Two devices have the id {id}: two disks with one number on a bus, or an alias that stands twice. Take the address or the alias of one of them out.',
  },
  'why.qemu-argument-file': {
    by: 'QEMU',
    says: ["{word}: Could not open '{word}': No such file or directory"],
    cause:
      'QEMU took ‘{word}’ for a disk image: a word of its command line without an option before it. In qemu:commandline an option and its value are two arguments.',
    at: 'qemu_arguments',
  },
  'why.value-range': {
    by: 'QEMU',
    says: [
      "Property '{property}' doesn't take value '{value}'",
      "Property {property} doesn't take value {value} (minimum: {least}, maximum: {most})",
      "Parameter '{property}' expects {kind}",
      "Invalid parameter type for '{property}', expected: {kind}",
      "Parameter '{property}' is missing",
      "Invalid value '{value}' for {property}",
      "value '{value}' out of range",
      "Parameter '{property}' does not accept value '{value}'",
      "can't apply global {property}={value}: {}",
    ],
    cause:
      'QEMU does not take the value of {property}: another kind, or out of its range. Take the property out, or ask QEMU for its values (-device MODEL,help).',
  },
  'why.unsupported-by-qemu': {
    by: 'libvirt',
    says: [
      '{feature} is not supported with this QEMU binary',
      '{feature} are not supported with this QEMU binary',
      '{feature} not supported in this QEMU binary',
      '{feature} is not supported by this QEMU binary',
      '{feature} are not supported by this QEMU binary',
      '{feature} is not available with this QEMU binary',
      "This QEMU doesn't support {feature}",
      'this QEMU does not support {feature}',
      'The QEMU executable {emulator} does not support {feature}',
      '{feature} is not supported for this QEMU binary',
      '{feature} is not supported by hypervisor',
      '{feature} is not supported by this version of QEMU',
      '{feature} is not supported by QEMU',
      'IDE controllers are unsupported for this QEMU binary or machine type',
    ],
    cause:
      'The QEMU of this host has not what the design asks for ({feature}): it is older, built without it, or its machine does not have it. Leave it out, or choose another machine.',
  },
  'why.machine-lacks': {
    by: 'libvirt',
    says: [
      "machine type '{machine}' does not support {feature}",
      "invalid loadparm value '{value}', expecting chars in set of {}",
      "spapr-vio reg='{value}' exceeds maximum possible value ({})",
      'spapr-vio address {value} already in use',
    ],
    cause:
      'The machine {machine} of the design does not have that, or has one of it. Leave it out, or take another machine.',
    at: 'os.machine',
  },
  'why.boot-menu-timeout': {
    by: 'libvirt',
    says: [
      'invalid value for boot menu timeout, must be in range [0,65535]',
      'invalid value for rebootTimeout, must be in range [-1,65535]',
    ],
    cause: 'The time that the firmware waits is in milliseconds, from 0 to 65535.',
    at: 'os.bootmenu',
  },
  'why.seen-by-the-checks': {
    by: 'libvirt',
    says: ['extra {element} element'],
    cause:
      'The element {element} stands there twice, or where libvirt does not look for it. Take one of them out, or move it.',
  },
} as const satisfies CauseTable
