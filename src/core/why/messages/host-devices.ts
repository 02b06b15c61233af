/** Passed-through devices: libvirt, QEMU’s VFIO and the kernel’s. */
import type { CauseTable } from '../cause.ts'

export const hostDeviceMessages = {
  'host.iommu-off': {
    by: 'libvirt',
    says: [
      "host doesn't support VFIO PCI passthrough",
      'Mediated host device assignment requires VFIO support',
      'VFIO device assignment is currently not supported on this system',
      'Unable to resolve device {path} iommu_group symlink {}: No such file or directory',
      'no iommu_group found: No such file or directory',
      'vfio {address}: no iommu_group found: No such file or directory',
    ],
    cause:
      'The IOMMU is off: VT-d or AMD-Vi in the firmware setup of the host, and on Intel intel_iommu=on on the kernel’s command line. Without it no device can be passed through.',
    run: "sudo dmesg | grep -i -e DMAR -e 'AMD-Vi'; ls /sys/kernel/iommu_groups",
    at: 'devices.hostdevs',
  },
  'host.group-partial': {
    by: 'QEMU',
    says: [
      'group {group#} is not viable Please ensure all devices within the iommu_group are bound to their vfio bus driver.',
      'vfio {address}: group {group#} is not viable',
      'vfio: error: group {group#} is not viable, please ensure all devices within the iommu_group are bound to their vfio bus driver.',
    ],
    cause:
      'Another device of IOMMU group {group} is still driven by the host. All of them go to the guest or to vfio-pci together; those of a bridge stay.',
    run: 'ls /sys/kernel/iommu_groups/{group}/devices; lspci -nnk',
    at: 'devices.hostdevs',
  },
  'why.vfio-group-busy': {
    by: 'QEMU',
    says: [
      'vfio {address}: failed to open /dev/vfio/{group#}: Device or resource busy',
      'failed to open /dev/vfio/{group#}: Device or resource busy',
      "Could not open '/dev/vfio/{group#}': Device or resource busy",
      'Failed to open VFIO group file: /dev/vfio/{group#}: Device or resource busy',
    ],
    cause:
      'Another process has IOMMU group {group}: a VM that runs with a device of the same group. Shut that one down first.',
    run: 'sudo fuser -v /dev/vfio/{group}; virsh -c qemu:///system list',
    at: 'devices.hostdevs',
  },
  'why.vfio-denied': {
    by: 'QEMU',
    says: [
      'vfio {address}: failed to open /dev/vfio/{group#}: Permission denied',
      'failed to open /dev/vfio/{group#}: Permission denied',
      "Could not open '/dev/vfio/{group#}': Permission denied",
      'Failed to open /dev/vfio/vfio: Permission denied',
    ],
    cause:
      'The one who runs QEMU may not open /dev/vfio/{group}. A session has to be given it by a udev rule; qemu:///system does it itself.',
    run: 'ls -l /dev/vfio',
    at: 'devices.hostdevs',
  },
  'why.vfio-module': {
    by: 'QEMU',
    says: [
      "modprobe reported success loading module '{module}', but module is missing from /sys/module",
      'Failed to open /dev/vfio/vfio: No such file or directory',
      'failed to open /dev/vfio/{group#}: No such file or directory',
      'VFIO PCI device assignment is not supported by this version of QEMU',
    ],
    cause: 'The kernel’s module vfio-pci is not loaded.',
    run: 'sudo modprobe vfio-pci',
    at: 'devices.hostdevs',
  },
  'host.memlock': {
    by: 'QEMU',
    says: [
      'vfio_dma_map({}) = -12 (Cannot allocate memory)',
      'VFIO_MAP_DMA failed: Cannot allocate memory',
      'VFIO_MAP_DMA: -12',
      'vfio_container_dma_map({}) = -12 (Cannot allocate memory)',
      'vfio_pin_pages_remote: RLIMIT_MEMLOCK ({}) exceeded',
      'cannot limit locked memory to {}: Operation not permitted',
      'cannot limit locked memory of process {} to {}: Operation not permitted',
      'failed to setup container for group {group#}: memory listener initialization failed: Region {}: vfio_dma_map({}) = -12 (Cannot allocate memory)',
      'Locked memory for process {} limited to {} bytes',
    ],
    cause:
      'Not enough memory may be locked: a passed-through device pins all memory of the guest, and a session has the person’s limit (memlock). Raise it, or use qemu:///system.',
    run: 'ulimit -l; sudo sh -c \'echo "* hard memlock unlimited" > /etc/security/limits.d/memlock.conf\'',
    at: 'devices.hostdevs',
  },
  'why.vfio-invalid-map': {
    by: 'QEMU',
    says: [
      'vfio_dma_map({}) = -22 (Invalid argument)',
      'vfio_container_dma_map({}) = -22 (Invalid argument)',
      'vfio_dma_map({}) = -14 (Bad address)',
      'VFIO_MAP_DMA failed: Invalid argument',
      'VFIO_MAP_DMA failed: Bad address',
      'failed to setup container for group {group#}: {}',
    ],
    cause:
      'The memory of the guest can’t be mapped for the device: its address width is larger than that of the IOMMU, or a region of the device can’t be mapped. Limit the address bits of the CPU (maxphysaddr) to those of the host.',
    at: 'cpu.maxphysaddr',
  },
  'why.vfio-no-interrupt-remapping': {
    by: 'Linux',
    says: [
      'No interrupt remapping support. Use the module param "allow_unsafe_interrupts" to enable VFIO IOMMU support on this platform',
      'vfio_iommu_type1_attach_group: No interrupt remapping support',
      'failed to setup container for group {group#}: Failed to set iommu for container: Operation not permitted',
    ],
    cause:
      'The host’s IOMMU can’t remap interrupts, so that the kernel refuses to pass devices through. If all guests are trusted, it can be told to do it all the same.',
    run: 'echo "options vfio_iommu_type1 allow_unsafe_interrupts=1" | sudo tee /etc/modprobe.d/vfio.conf',
    at: 'devices.hostdevs',
  },
  'host.device-missing': {
    by: 'libvirt',
    says: [
      'Device {address} not found: could not access {path}: No such file or directory',
      'Device {address} not found: could not access {path}',
      'vfio {address}: no such host device: No such file or directory',
      'Device not found: could not access {path}',
    ],
    cause:
      'The host has no PCI function {address}: the number changes when cards are moved or the firmware numbers its buses anew. lspci shows them all.',
    run: 'lspci -nn',
    at: 'devices.hostdevs',
  },
  'why.pci-in-use': {
    by: 'libvirt',
    says: [
      'PCI device {address} is in use by driver {driver}, domain {domain}',
      'PCI device {address} is in use',
      'PCI device {address} allocated from network {} is already in use by domain {domain}',
    ],
    cause: 'The PCI function {address} belongs to another VM that runs, {domain}. Shut that one down first.',
    run: 'virsh -c qemu:///system list',
    at: 'devices.hostdevs',
  },
  'why.pci-not-assignable': {
    by: 'libvirt',
    says: [
      'PCI device {address} is not assignable',
      'Non-endpoint PCI devices cannot be assigned to guests',
      'PCI device {address} is behind a switch lacking ACS and cannot be assigned',
    ],
    cause:
      'The function {address} can’t be passed through: it is a bridge, or sits behind a switch that does not keep devices apart (ACS). Take the device behind the bridge, or put the card into another slot.',
    run: 'lspci -nnt',
    at: 'devices.hostdevs',
  },
  'why.pci-unmanaged': {
    by: 'libvirt',
    says: [
      'Unmanaged PCI device {address} must be manually detached from the host',
      'No stub driver configured for PCI device {address}',
      'Unknown stub driver configured for PCI device {address}',
    ],
    cause:
      'The device {address} is not managed by libvirt, and nobody took it from the host. Let libvirt do it.',
    fix: {
      title: 'Let libvirt take the device from the host',
      changes: [{ below: 'managed', value: 'yes' }],
    },
    at: 'devices.hostdevs',
  },
  'why.pci-unbind': {
    by: 'libvirt',
    says: [
      "Failed to unbind PCI device '{address}' from {driver}",
      "Failed to bind PCI device '{address}' to {driver}: {}",
      "Failed to add driver '{driver}' to driver_override interface of PCI device '{address}'",
      "Failed to trigger a probe for PCI device '{address}'",
      'The PCI device {address} must be bound to a vfio driver, but is currently bound to {driver}',
      'The driver {driver} bound to device {address} is not a vfio driver',
      'Failed to re-attach PCI device: {}',
    ],
    cause:
      'The host does not let go of the device {address}: its driver is in use, often a graphics card that shows a picture. Bind it to vfio-pci at the start of the host, or end what uses it.',
    run: 'lspci -nnks {address}',
    at: 'devices.hostdevs',
  },
  'why.pci-reset': {
    by: 'libvirt',
    says: [
      'Unable to reset PCI device {address}: {}',
      'Failed to reset PCI device: {}',
      'Unable to reset PCI device {address}: no FLR, PM reset or bus reset available',
      'internal error: Active {address} devices on bus with {}, not doing bus reset',
      'vfio: Cannot reset device {address}, no available reset mechanism.',
      'vfio: Cannot reset device {address}, depends on group {group#} which is not owned.',
      'vfio: Cannot reset device {address}, depends on device {} which is not owned.',
      'vfio-pci {address}: not ready {}ms after bus reset; giving up',
      'vfio-pci {address}: not ready {}ms after FLR; giving up',
      'vfio-pci {address}: timed out waiting for pending transaction; performing function level reset anyway',
    ],
    cause:
      'The device {address} can’t be reset between two starts: it lacks the means, or another function that would be reset with it stays with the host. Pass all functions of the card; some cards need vendor-reset, or a restart of the host.',
    run: 'cat /sys/bus/pci/devices/{address}/reset_method',
    at: 'devices.hostdevs',
  },
  'why.vfio-d3': {
    by: 'Linux',
    says: [
      'vfio-pci {address}: Unable to change power state from D3cold to D0, device inaccessible',
      'vfio-pci {address}: Unable to change power state from D3hot to D0, device inaccessible',
      'vfio-pci {address}: Refused to change power state from D0 to D3hot',
      'vfio {address}: error getting device from group {group#}: {}',
      "Unknown PCI header type '{header}' for device '{address}'",
      'vfio-pci {address}: vfio_bar_restore: reset recovery - restoring BARs',
    ],
    cause:
      'The device {address} fell asleep and does not answer any more. Restart the host, and switch the sleeping state of unused devices off.',
    run: 'echo "options vfio-pci disable_idle_d3=1" | sudo tee /etc/modprobe.d/vfio-idle.conf',
    at: 'devices.hostdevs',
  },
  'why.vfio-rom': {
    by: 'Linux',
    says: [
      'vfio-pci {address}: Invalid PCI ROM header signature: expecting 0xaa55, got {}',
      'vfio-pci {address}: Invalid PCI ROM data signature: expecting {}, got {}',
      'vfio-pci {address}: No more image in the PCI ROM',
      'Device option ROM contents are probably invalid (check dmesg). Skip option ROM probe with rombar=0, or load from file with romfile=',
      'vfio-pci: Cannot read device rom at {address}',
    ],
    cause:
      'The option ROM of the card {address} can’t be read, mostly because the host’s firmware used the card as its first one. Give the card its ROM from a file, or leave the ROM off.',
    run: 'sudo cat /sys/bus/pci/devices/{address}/rom | head -c 2 | xxd',
    at: 'devices.hostdevs',
  },
  'why.vfio-bar-busy': {
    by: 'Linux',
    says: [
      "vfio-pci {address}: BAR {bar#}: can't reserve [mem {range}]",
      "vfio-pci {address}: BAR {bar#} [mem {range}]: can't reserve",
      'Failed to mmap {address} BAR {bar#}. Performance may be slow',
      'vfio_region_mmap({}) failed: {}',
    ],
    cause:
      'The host still draws its boot screen into the memory of the card {address}. Keep it off: video=efifb:off, or initcall_blacklist=sysfb_init on newer kernels, on the kernel’s command line.',
    run: 'sudo grep -i -e efifb -e simplefb -e BOOTFB /proc/iomem',
    at: 'devices.hostdevs',
  },
  'why.vfio-romfile': {
    by: 'QEMU',
    says: [
      'failed to find romfile "{path}"',
      'romfile "{path}" too large ({} bytes)',
      'romfile "{path}" is empty',
      'failed to load romfile "{path}"',
    ],
    cause:
      'The ROM file {path} is missing, empty or too large for a card. AppArmor lets QEMU read it below /usr/share/vgabios.',
    run: 'ls -l {path}',
    at: 'devices.hostdevs',
  },
  'host.mdev': {
    by: 'libvirt',
    says: ["mediated device '{uuid}' not found", "device '{uuid}' not found: could not access {path}"],
    cause:
      'The host has no mediated device {uuid}: it is gone after a restart unless mdevctl keeps it. Make it again, with mdevctl define --auto.',
    run: 'mdevctl list; mdevctl types',
    at: 'devices.hostdevs',
  },
  'why.mdev-in-use': {
    by: 'libvirt',
    says: [
      'mediated device {path} is in use by driver {driver}, domain {domain}',
      'mediated device {path} is in use',
    ],
    cause: 'Another VM that runs has the mediated device. Shut that one down, or make another one.',
    run: 'virsh -c qemu:///system list',
    at: 'devices.hostdevs',
  },
  'host.usb-missing': {
    by: 'libvirt',
    says: [
      'Did not find USB device {usb}',
      'Did not find USB device {usb} bus:{bus#} device:{device#}',
      'Did not find USB device bus:{bus#} device:{device#}',
      'Multiple USB devices for {usb} were found, but none of them is at bus:{bus#} device:{device#}',
      'failed to find host usb device {usb}',
    ],
    cause:
      'The USB device {usb} is not plugged in, or has another number since it was plugged in again. Say it by vendor and product, or let the VM start without it (startupPolicy optional).',
    run: 'lsusb',
    at: 'devices.hostdevs',
  },
  'host.usb-twins': {
    by: 'libvirt',
    says: ['Multiple USB devices for {usb}, use <address> to specify one'],
    run: 'lsusb',
    at: 'devices.hostdevs',
  },
  'why.usb-in-use': {
    by: 'libvirt',
    says: [
      'USB device {usb} is in use by driver {driver}, domain {domain}',
      'USB device {usb} is already in use',
      'libusb_open: {} [ACCESS]',
      "libusb: error [get_usbfs_fd] libusb couldn't open USB device {path}, errno={}",
      'failed to open host usb device {usb}',
      'libusb_claim_interface: {} [BUSY]',
    ],
    cause:
      'The USB device {usb} belongs to another VM, or the one who runs QEMU may not open it: in a session a udev rule has to allow it.',
    run: 'lsusb; ls -l /dev/bus/usb/*',
    at: 'devices.hostdevs',
  },
  'why.input-device': {
    by: 'QEMU',
    says: ['{path}: is not an evdev device', '{path}: failed to get exclusive access'],
    cause:
      'The input device {path} can’t be taken: another VM or program has it, or it is none. Name another one below /dev/input/by-id.',
    run: 'ls -l /dev/input/by-id',
  },
  'why.vfio-migration': {
    by: 'QEMU',
    says: [
      'vfio {address}: error getting device from group {group#}: No such device Verify all devices in group {} are bound to vfio-<bus> or pci-stub and not already in use',
      'Verify all devices in group {group#} are bound to vfio-<bus> or pci-stub and not already in use',
    ],
    cause:
      'A device of IOMMU group {group} is not bound to vfio-pci, or is in use. Bind all of the group to vfio-pci, or end what uses it.',
    run: 'lspci -nnk',
    at: 'devices.hostdevs',
  },
  'why.vfio-display': {
    by: 'QEMU',
    says: [
      "vfio: device doesn't support any (known) display method",
      'vfio-display-dmabuf: opengl not available',
    ],
    cause:
      'The mediated device has no picture that QEMU can show, or its display has no OpenGL: switch the display of the device off, or OpenGL on.',
    at: 'devices.hostdevs',
  },
} as const satisfies CauseTable
