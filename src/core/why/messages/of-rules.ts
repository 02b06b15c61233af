/**
 * Messages that a rule foresees, with the variable parts that the quotation in its source does not show: a word without
 * quotation marks, a name that says where in the design it stands.
 */
import type { CauseTable } from '../cause.ts'

export const ruleMessages = {
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
  'boot.kernel-missing': {
    by: 'QEMU',
    says: [
      "qemu: could not open kernel file '{path}': {}",
      "could not load kernel '{path}'",
      "could not load initrd '{path}'",
      "could not open kernel file '{path}': {}",
    ],
    cause: 'The kernel {path} or what belongs to it is missing.',
    at: 'os.kernel',
  },
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
  'clock.timer': {
    by: 'libvirt',
    says: [
      "Configuring the '{timer}' timer is not supported for virtType={type} arch={arch} machine={machine} guests",
      "Configuring the '{timer}' timer is not supported with this QEMU binary",
      "unsupported timer type (name) '{timer}'",
      "unsupported {timer} timer tickpolicy '{policy}'",
      "unsupported {timer} tickpolicy '{policy}'",
      '{timer} timer is not supported by this architecture',
    ],
    cause: 'The machine or QEMU has no timer {timer} that can be set so. Leave it out.',
    at: 'clock.timers',
  },
  'clock.incomplete': {
    by: 'libvirt',
    says: [
      "missing '{attribute}' attribute for clock with offset='{offset}'",
      "unsupported clock offset '{offset}'",
      "unknown clock offset '{offset}'",
      "unknown clock basis '{basis}'",
    ],
    at: 'clock',
  },
  'console.kind': {
    by: 'libvirt',
    says: ['unsupported console target type {kind}', '{kind} is not supported in this QEMU binary'],
    at: 'devices.console',
  },
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
  'cpu.cache': {
    by: 'libvirt',
    says: [
      "CPU cache mode '{mode}' can only be used with level='3'",
      "CPU cache mode '{mode}' can only be used with '{one}' / '{other}' CPUs",
      "unsupported CPU cache level for mode '{mode}'",
      'invalid CPU cache level, must be in range [1,3]',
      "CPU cache specification is not supported for '{arch}' architecture",
    ],
    at: 'cpu.cache',
  },
  'cpu.feature-conflict': {
    by: 'libvirt',
    says: ["CPU feature '{feature}' specified more than once"],
    at: 'cpu.features',
  },
  'cpu.set-range': {
    by: 'libvirt',
    says: ["Failed to parse bitmap '{cpus}'"],
    cause: '‘{cpus}’ is no list of CPUs or nodes that libvirt reads: 0-3,^2 is one.',
  },
  'cpu.topology': {
    by: 'libvirt',
    says: [
      "CPU topology doesn't match the desired vcpu count",
      'Invalid CPU topology: product of the hierarchy must match maxcpus: {}',
    ],
    at: 'cpu.topology',
  },
  'cpu.topology-machine': {
    by: 'QEMU',
    says: [
      "{level} > 1 not supported by this machine's CPU topology",
      'Only 1 {level} per {other} is supported',
      "{level} not supported by this machine's CPU topology",
    ],
    at: 'cpu.topology',
  },
  'cpu.without-model': {
    by: 'libvirt',
    says: ['no CPU model specified', 'no guest CPU model specified'],
    at: 'cpu',
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
  'firmware.features-alone': { by: 'libvirt', says: [], at: 'os.firmware_features' },
  'firmware.nvram-without-loader': {
    by: 'libvirt',
    says: ['Only EFI firmware permits NVRAM', 'Only pflash loader type permits NVRAM'],
    at: 'os.nvram',
  },
  'firmware.secure-loader': {
    by: 'libvirt',
    rules: ['firmware.secure-needs-smm', 'firmware.secure-needs-q35'],
    says: ['Secure boot is supported for x86_64 architecture only'],
    at: 'os.loader',
  },
  'graphics.kind-unsupported': {
    by: 'libvirt',
    says: [
      '{kind} graphics are not supported with this QEMU',
      'unknown graphics type {kind}',
      'multiple OpenGL displays are not supported by QEMU',
    ],
    at: 'devices.graphics',
  },
  'graphics.listen-differs': {
    by: 'libvirt',
    says: [
      "graphics 'listen' attribute '{address}' must match 'address' attribute of first listen element (found '{other}')",
      "graphics 'socket' attribute '{path}' must match 'socket' attribute of first listen element (found '{other}')",
      'missing listen element',
    ],
    at: 'devices.graphics',
  },
  'graphics.spice-tls': {
    by: 'libvirt',
    says: [
      'spice {key} secure requested in XML configuration, but TLS connection is not available',
      'spice {key} insecure requested in XML configuration, but plaintext connection is not available',
    ],
    at: 'devices.graphics',
  },
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
  'hugepages.size': { by: 'libvirt', says: ["hugepage size can't be zero"], at: 'memory_backing.hugepages' },
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
  'iothread.bus': { by: 'libvirt', says: ['IOThreads not available for bus {bus} target {disk}'] },
  'iothread.pin-unknown': {
    by: 'libvirt',
    says: ["Cannot find 'iothread' : {id#}", "duplicate iothreadpin for same iothread '{id#}'"],
    at: 'cputune',
  },
  'iothread.undefined': {
    by: 'libvirt',
    says: ["iothread '{id#}' not defined in iothreadid", "cannot find IOThread '{id#}' in iothreadids"],
    at: 'iothreads',
  },
  'iothread.ids': {
    by: 'libvirt',
    says: [
      "duplicate iothread id '{id#}' found",
      "thread_pool_min ({least#}) can't be greater than thread_pool_max ({most#})",
    ],
    at: 'iothreadids',
  },
  'lifecycle.action': {
    by: 'libvirt',
    says: [
      "qemu driver doesn't support the '{action}' action for '{one}'/'{other}'",
      "qemu driver doesn't support '{one}' set to '{action}' and '{other}' set to '{other2}'",
    ],
  },
  'machine.device': {
    by: 'libvirt',
    says: [
      '{model} model of watchdog is only part of q35 machine',
      '{model} model of watchdog cannot be used with this machine type',
      '{model} model of watchdog can go only on PCI bus',
      '{model} model of watchdog does not support configuring the address',
      '{feature} feature is not available with this QEMU binary',
      '{feature} feature state cannot be controlled with this QEMU binary',
      'PowerPC pseries machines do not support floppy device',
      'parallel ports are not supported',
    ],
  },
  'memory.device-overlap': {
    by: 'libvirt',
    says: ['memory device address [{from}:{to}] overlaps with other memory device ({other})'],
    at: 'devices.memory',
  },
  'memory.device-needs-numa': {
    by: 'libvirt',
    says: [
      "can't add memory backend for guest node '{node#}' as the guest has only '{count#}' NUMA nodes configured",
      'NUMA nodes are not supported for {model}',
    ],
    at: 'devices.memory',
  },
  'memory.device-slots': {
    by: 'libvirt',
    says: [
      "memory device slot '{slot#}' exceeds slots count '{count#}'",
      "count of memory devices requiring memory slots '{slot#}' exceeds slots count '{count#}'",
      "cannot use/hotplug a memory device when domain 'maxMemory' is not defined",
      'no free memory device slot available',
    ],
    at: 'devices.memory',
  },
  'memory.device-form': {
    by: 'libvirt',
    says: [
      "path is required for model '{model}'",
      "only '{kind}' addresses are supported for the {model} device",
      'minimum target size for the NVDIMM must be 256MB plus the label size',
      'invalid NUMA node in target',
    ],
    at: 'devices.memory',
  },
  'memory.current-above': {
    by: 'libvirt',
    says: [
      'cannot set memory higher than max memory',
      'maximum memory size must be equal or greater than the actual memory size',
    ],
    at: 'memory',
  },
  'network.kind-only': {
    by: 'libvirt',
    says: [
      'setting MTU on interface type {kind} is not supported yet',
      'scripts are not supported on interfaces of type {kind}',
      'coalesce settings on interface type {kind} are not supported',
      'interface {mac} - multiqueue is not supported for network interfaces of type {kind}',
      'multiqueue is not supported for network interfaces of type {kind}',
      'interface {mac} - filterref is not supported for network interfaces of type {kind}',
      'vhost-net is only supported for virtio network interfaces',
      'Invalid attempt to set network interface guest-side IP {what}, not supported by QEMU',
      "<port isolated='{}'/> is not supported for network interfaces with type='{kind}'",
      'vlan trunking is not supported by SR-IOV network devices',
    ],
    at: 'devices.interfaces',
  },
  'network.kind-unsupported': {
    by: 'libvirt',
    says: [
      "network device type '{kind}' is not supported by this hypervisor",
      "unknown interface type '{kind}'",
    ],
    at: 'devices.interfaces',
  },
  'network.device-missing': {
    by: 'libvirt',
    says: ["interface type='{kind}' requires a 'source' element"],
    at: 'devices.interfaces',
  },
  'network.address': {
    by: 'libvirt',
    says: [
      "Invalid address '{address}' in <ip>",
      "Invalid prefix value '{prefix}' in <ip>",
      "Invalid peer '{address}' in <ip>",
      'Only one {family} address per interface is allowed',
      "unsupported IPv6 address prefix='{prefix}' - must be 64",
    ],
    at: 'devices.interfaces',
  },
  'network.mac-multicast': {
    by: 'libvirt',
    says: [
      "expected unicast mac address, found multicast '{mac}'",
      "unable to parse mac address '{mac}'",
      'invalid MAC address: {mac}',
    ],
  },
  'network.multicast': {
    by: 'QEMU',
    says: ['specified mcastaddr {address} ({}) does not contain a multicast address'],
    at: 'devices.interfaces',
  },
  'network.queue-size': {
    by: 'QEMU',
    says: [
      '{key} has to be a power of two',
      'Invalid {key} (= {value#}), must be a power of 2 between {least#} and {most#}',
    ],
    at: 'devices.interfaces',
  },
  'network.teaming': {
    by: 'libvirt',
    says: [
      "virtio-net teaming persistent interface must be <model type='virtio'/>, not '{model}'",
      "virtio-net teaming transient interface must be type='hostdev', not '{kind}'",
      "interface {mac} - teaming transient device must be type='hostdev', not '{kind}'",
      "unknown teaming type '{kind}'",
    ],
    at: 'devices.interfaces',
  },
  'network.vhostuser': {
    by: 'libvirt',
    says: [
      "invalid model for interface of type '{kind}': '{model}' - must be 'virtio'",
      "'interface' requires shared memory",
      "'reconnect' attribute is not supported when source mode='server' for <interface type='vhostuser'>",
    ],
    at: 'devices.interfaces',
  },
  'network.vhostuser-backend': {
    by: 'libvirt',
    says: [
      'interface {mac} - custom tap device path is not supported for network interfaces of type {kind}',
      'custom tap device path is not supported for network interfaces of type {kind}',
    ],
  },
  'network.forward-backend': {
    by: 'libvirt',
    says: [
      "The <portForward> element can only be used with the 'passt' backend of interface type='user' or type='vhostuser'",
      "The 'passt' backend can only be used with interface type='user' or type='vhostuser'",
      "The 'dev' attribute of the <source> element can only be used with <interface> type='user' or type='vhostuser' if the <backend> type='passt'",
    ],
    at: 'devices.interfaces',
  },
  'numa.attributes': {
    by: 'libvirt',
    says: [
      "'{key}' refers to a non-existent NUMA node",
      "'{key}' refers to a non-existent NUMA node cache",
      "Cache level '{level#}' already defined",
      'HMAT is not supported with this QEMU',
    ],
    at: 'cpu.numa',
  },
  'numa.cpu-twice': {
    by: 'libvirt',
    says: [
      'NUMA cells {one#} and {other#} have overlapping vCPU ids',
      'CPU index: {cpu#} or NUMA node not specified',
    ],
    at: 'cpu.numa',
  },
  'numa.cpus': {
    by: 'libvirt',
    says: [
      'Number of CPUs in <numa> exceeds the desired maximum vcpu count',
      'CPU IDs in <numa> exceed the <vcpu> count',
      'CPU(s) not present in any NUMA nodes: {cpus}',
    ],
    at: 'cpu.numa',
  },
  'numa.distance-unknown': {
    by: 'libvirt',
    says: [
      "'sibling_id {id#}' does not refer to a valid cell within NUMA 'cell id {cell#}'",
      "'value {value#}' is invalid for 'sibling id {id#}' under NUMA 'cell id {cell#}'",
      'NUMA distances defined without siblings',
      'NUMA topology defined without NUMA cells',
      'The distance between node {one#} and {other#} is missing, at least one distance value between each nodes should be provided.',
    ],
    at: 'cpu.numa',
  },
  'numa.ids': {
    by: 'libvirt',
    says: [
      "Duplicate NUMA cell info for cell id '{cell#}'",
      "Exactly one 'cell' element per guest NUMA cell allowed, non-contiguous ranges or ranges not starting from 0 are not allowed",
    ],
    at: 'cpu.numa',
  },
  'numatune.memnode': {
    by: 'libvirt',
    says: [
      'Multiple memnode elements with cellid {cell#}',
      "Argument 'cellid' in memnode element must correspond to existing guest's NUMA cell",
      "NUMA memory tuning in '{mode}' mode only supports single node",
      "Invalid nodeset of 'numatune': {nodes}",
    ],
    at: 'numatune',
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
  'qemu.option-unknown': {
    by: 'QEMU',
    says: ['-{option}: invalid option', '{option}: requires an argument'],
    at: 'qemu_arguments',
  },
  'qemu.set-unknown': {
    by: 'QEMU',
    says: ['-set {property}={}: there is no device "{id}" defined', 'there is no device "{id}" defined'],
    cause:
      '-set speaks of a device {id} that is not there when QEMU reads it: libvirt hands its devices over as JSON, which -set does not see. Use qemu:override.',
    at: 'qemu_arguments',
  },
  'resctrl.shares': {
    by: 'libvirt',
    says: [
      'Memory Bandwidth already defined for node {node#}',
      'Resource control is not supported on this host',
      "Cache level {level#} id {id#} does not support tuning for scope type '{kind}'",
      'RDT Memory Bandwidth allocation unsupported',
    ],
    at: 'cputune',
  },
  'rng.form': {
    by: 'libvirt',
    says: ['missing EGD backend type', 'invalid RNG rate {what} value'],
    at: 'devices.rng',
  },
  'scheduler.priority': {
    by: 'libvirt',
    says: ['Scheduler priority {priority#} out of range [{}]'],
    at: 'cputune',
  },
  'seclabel.contradiction': {
    by: 'libvirt',
    says: ["Security driver model '{model}' is not available", 'Security driver {model} not enabled'],
    cause:
      'This libvirt has no security driver {model}: another distribution wrote the design (SELinux on Fedora, AppArmor on Debian). Leave the label out.',
    at: 'seclabel',
  },
  'seclabel.twice': {
    by: 'libvirt',
    says: ['seclabel for model {model} is already provided'],
    at: 'seclabel',
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
  'smm.architecture': {
    by: 'QEMU',
    says: ["Property '{machine}-machine.smm' not found"],
    at: 'features.smm',
  },
  'sysinfo.form': {
    by: 'libvirt',
    says: [
      "Invalid BIOS 'date' format",
      "unknown smbios mode '{mode}'",
      'qemu does not support more than one entry to Type 2 in SMBIOS table',
    ],
    at: 'sysinfo',
  },
  'sysinfo.missing': { by: 'libvirt', says: ["Domain '{name}' sysinfo are not available"], at: 'sysinfo' },
  'tpm.architecture': {
    by: 'libvirt',
    says: [
      'The QEMU executable {emulator} does not support TPM model {model}',
      "TPM 1.2 is not supported on architecture '{arch}'",
    ],
    at: 'devices.tpm',
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
  'vcpu.states': {
    by: 'libvirt',
    says: [
      "vcpu {vcpu#} can't be offline",
      "duplicate vcpu order '{order#}'",
      "vcpu id '{vcpu#}' is out of range of maximum vcpu count",
      "vcpu order '{order#}' exceeds vcpu count",
      'vcpu0 must be enabled first',
      "vcpu '{vcpu#}' is missing hotplug data",
      'vCPUs count must be a multiple of the vCPU hotplug granularity ({count#})',
    ],
    at: 'vcpus',
  },
  'vcpu.tuning': {
    by: 'libvirt',
    says: [
      "vCPU '{vcpu#}' is not present in domain definition",
      "shares '{value#}' must be in range [{}]",
      "Value of cputune '{key}' must be in range [{}]",
      "Value of cputune '{key}': '{value#}' must be in range [{}]",
      "cfs_quota '{value#}' must be in range ({})",
      "cfs_period '{value#}' must be in range ({})",
      'missing cpuset for vcpupin',
    ],
    at: 'cputune',
  },
  'video.driver': {
    by: 'libvirt',
    says: [
      "unsupported rendernode accel attribute without 'vhostuser'",
      '{key} driver option is only supported for virtio devices',
    ],
    at: 'devices.video',
  },
  'video.knob': {
    by: 'libvirt',
    says: [
      "video type '{model}' doesn't support multiple 'heads'",
      "video type '{model}' does not support blob resources",
      "invalid model for video type '{model}'",
    ],
    at: 'devices.video',
  },
  'video.memory': {
    by: 'libvirt',
    says: [
      "value for '{key}' must be at least 1 MiB (1024 KiB)",
      "value for '{key}' must be power of two",
      "value for '{key}' must be less than '{most#}'",
    ],
    at: 'devices.video',
  },
  'video.secondary': { by: 'libvirt', says: ["video type '{model}' is only valid as primary video device"] },
  'vnc.password': {
    by: 'libvirt',
    says: ['VNC password is {count#} characters long, only 8 permitted'],
    at: 'devices.graphics',
  },
  'watchdog.twice': { by: 'libvirt', says: ["domain can only have one watchdog with model '{model}'"] },
  'xml.once': {
    by: 'libvirt',
    says: [
      'only one {element} is supported',
      'only one {element} element is supported',
      'only one {element} backend is supported',
      'Multiple <{element}> elements in {parent} definition not allowed',
      'at most one {element} element may be specified',
      "Multiple '{element}' elements",
    ],
  },
  'xml.one-device': {
    by: 'libvirt',
    says: [
      'only a single {device} device is supported',
      'only a single {device} is supported',
      'domain already has a {device} device',
      'a maximum of two TPM devices is supported, one of them being a TPM Proxy device',
    ],
  },
} as const satisfies CauseTable
