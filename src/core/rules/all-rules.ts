/** All rules, by their ids. */
import { rule as clockAdjustment } from './cpu/clock-adjustment.ts'
import { rule as clockBasis } from './cpu/clock-basis.ts'
import { rule as clockIncomplete } from './cpu/clock-incomplete.ts'
import { rule as cpuAddressWidth } from './cpu/cpu-address-width.ts'
import { rule as cpuBeyondHost } from './cpu/cpu-beyond-host.ts'
import { rule as cpuCache } from './cpu/cpu-cache.ts'
import { rule as cpuCustomNeedsModel } from './cpu/cpu-custom-needs-model.ts'
import { rule as cpuEim } from './cpu/cpu-eim.ts'
import { rule as cpuFeatureConflict } from './cpu/cpu-feature-conflict.ts'
import { rule as cpuMigratableMode } from './cpu/cpu-migratable-mode.ts'
import { rule as cpuPassthroughEmulated } from './cpu/cpu-passthrough-emulated.ts'
import { rule as cpuPassthroughWithModel } from './cpu/cpu-passthrough-with-model.ts'
import { rule as cpuTopology } from './cpu/cpu-topology.ts'
import { rule as cpuTopologyIncomplete } from './cpu/cpu-topology-incomplete.ts'
import { rule as cpuVectorLengths } from './cpu/cpu-vector-lengths.ts'
import { rule as featureMachine } from './cpu/feature-machine.ts'
import { rule as featurePs2 } from './cpu/feature-ps2.ts'
import { rule as hypervArchitecture } from './cpu/hyperv-architecture.ts'
import { rule as hypervNeeds } from './cpu/hyperv-needs.ts'
import { rule as hypervSpinlocks } from './cpu/hyperv-spinlocks.ts'
import { rule as hypervVendorId } from './cpu/hyperv-vendor-id.ts'
import { rule as iothreadBus } from './cpu/iothread-bus.ts'
import { rule as iothreadPinUnknown } from './cpu/iothread-pin-unknown.ts'
import { rule as iothreadSchedulerUnknown } from './cpu/iothread-scheduler-unknown.ts'
import { rule as iothreadUndefined } from './cpu/iothread-undefined.ts'
import { rule as machineArchitecture } from './cpu/machine-architecture.ts'
import { rule as machineArchitectureUnknown } from './cpu/machine-architecture-unknown.ts'
import { rule as machineUnknown } from './cpu/machine-unknown.ts'
import { rule as numaCpuTwice } from './cpu/numa-cpu-twice.ts'
import { rule as numaCpus } from './cpu/numa-cpus.ts'
import { rule as numaDistanceUnknown } from './cpu/numa-distance-unknown.ts'
import { rule as numaIds } from './cpu/numa-ids.ts'
import { rule as numaMemorySum } from './cpu/numa-memory-sum.ts'
import { rule as numatuneMemnode } from './cpu/numatune-memnode.ts'
import { rule as numatuneNodeset } from './cpu/numatune-nodeset.ts'
import { rule as numatuneNodesetMissing } from './cpu/numatune-nodeset-missing.ts'
import { rule as smmArchitecture } from './cpu/smm-architecture.ts'
import { rule as smmTseg } from './cpu/smm-tseg.ts'
import { rule as vcpuCurrentAbove } from './cpu/vcpu-current-above.ts'
import { rule as vcpuPinTwice } from './cpu/vcpu-pin-twice.ts'
import { rule as vcpuPinUnknown } from './cpu/vcpu-pin-unknown.ts'
import { rule as vcpuSchedulerTwice } from './cpu/vcpu-scheduler-twice.ts'
import { rule as autostartNeedsLibvirt } from './design/autostart-needs-libvirt.ts'
import { rule as fieldNotForThisKind } from './design/field-not-for-this-kind.ts'
import { rule as fieldTooNew } from './design/field-too-new.ts'
import { rule as fieldValue } from './design/field-value.ts'
import { rule as nameInvalid } from './design/name-invalid.ts'
import { rule as pathTilde } from './design/path-tilde.ts'
import { rule as qemuNamespace } from './design/qemu-namespace.ts'
import { rule as requiredMissing } from './design/required-missing.ts'
import { rule as seclabelTwice } from './design/seclabel-twice.ts'
import { rule as shellWord } from './design/shell-word.ts'
import { rule as xmlCharacter } from './design/xml-character.ts'
import { rule as xmlOneDevice } from './design/xml-one-device.ts'
import { rule as xmlUnknownWord } from './design/xml-unknown-word.ts'
import { rule as addressBusFull } from './devices/address-bus-full.ts'
import { rule as addressMainboard } from './devices/address-mainboard.ts'
import { rule as addressRange } from './devices/address-range.ts'
import { rule as addressRootPortSlot } from './devices/address-root-port-slot.ts'
import { rule as addressTwice } from './devices/address-twice.ts'
import { rule as addressZpci } from './devices/address-zpci.ts'
import { rule as aliasPrefix } from './devices/alias-prefix.ts'
import { rule as aliasTwice } from './devices/alias-twice.ts'
import { rule as channelNameTwice } from './devices/channel-name-twice.ts'
import { rule as chardevIncomplete } from './devices/chardev-incomplete.ts'
import { rule as chardevProtocol } from './devices/chardev-protocol.ts'
import { rule as chardevReconnect } from './devices/chardev-reconnect.ts'
import { rule as controllerExpander } from './devices/controller-expander.ts'
import { rule as controllerRoot } from './devices/controller-root.ts'
import { rule as controllerTwice } from './devices/controller-twice.ts'
import { rule as controllerWrongBus } from './devices/controller-wrong-bus.ts'
import { rule as hostdevAddressKind } from './devices/hostdev-address-kind.ts'
import { rule as hostdevBalloon } from './devices/hostdev-balloon.ts'
import { rule as hostdevBoot } from './devices/hostdev-boot.ts'
import { rule as hostdevMdevDisplay } from './devices/hostdev-mdev-display.ts'
import { rule as hostdevNoAddress } from './devices/hostdev-no-address.ts'
import { rule as hostdevPciAddress } from './devices/hostdev-pci-address.ts'
import { rule as hostdevScsiOnly } from './devices/hostdev-scsi-only.ts'
import { rule as hostdevTwice } from './devices/hostdev-twice.ts'
import { rule as inputEvdevSource } from './devices/input-evdev-source.ts'
import { rule as inputModel } from './devices/input-model.ts'
import { rule as iommuIoapic } from './devices/iommu-ioapic.ts'
import { rule as iommuMachine } from './devices/iommu-machine.ts'
import { rule as iommuVirtio } from './devices/iommu-virtio.ts'
import { rule as panicAddress } from './devices/panic-address.ts'
import { rule as panicModel } from './devices/panic-model.ts'
import { rule as pciNone } from './devices/pci-none.ts'
import { rule as serialMachine } from './devices/serial-machine.ts'
import { rule as shareAccessmode } from './devices/share-accessmode.ts'
import { rule as shareReadonlyVersion } from './devices/share-readonly-version.ts'
import { rule as shareSharedMemory } from './devices/share-shared-memory.ts'
import { rule as shareTagLong } from './devices/share-tag-long.ts'
import { rule as shareTagTwice } from './devices/share-tag-twice.ts'
import { rule as shmemName } from './devices/shmem-name.ts'
import { rule as shmemServer } from './devices/shmem-server.ts'
import { rule as shmemSize } from './devices/shmem-size.ts'
import { rule as usbCompanion } from './devices/usb-companion.ts'
import { rule as usbDisabled } from './devices/usb-disabled.ts'
import { rule as usbPortTwice } from './devices/usb-port-twice.ts'
import { rule as usbPortUnknown } from './devices/usb-port-unknown.ts'
import { rule as usbPorts } from './devices/usb-ports.ts'
import { rule as watchdogTwice } from './devices/watchdog-twice.ts'
import { rule as bootBothWays } from './disks/boot-both-ways.ts'
import { rule as bootOrderTwice } from './disks/boot-order-twice.ts'
import { rule as diskAddressKind } from './disks/disk-address-kind.ts'
import { rule as diskAddressTwice } from './disks/disk-address-twice.ts'
import { rule as diskAuthTwice } from './disks/disk-auth-twice.ts'
import { rule as diskEjectableBus } from './disks/disk-ejectable-bus.ts'
import { rule as diskEncryptionFormat } from './disks/disk-encryption-format.ts'
import { rule as diskFormatByName } from './disks/disk-format-by-name.ts'
import { rule as diskFormatGone } from './disks/disk-format-gone.ts'
import { rule as diskIde } from './disks/disk-ide.ts'
import { rule as diskInquiryBus } from './disks/disk-inquiry-bus.ts'
import { rule as diskIsoAsDisk } from './disks/disk-iso-as-disk.ts'
import { rule as diskIsoFormat } from './disks/disk-iso-format.ts'
import { rule as diskLun } from './disks/disk-lun.ts'
import { rule as diskLunBus } from './disks/disk-lun-bus.ts'
import { rule as diskLunOnly } from './disks/disk-lun-only.ts'
import { rule as diskNativeCache } from './disks/disk-native-cache.ts'
import { rule as diskNoSource } from './disks/disk-no-source.ts'
import { rule as diskNoTarget } from './disks/disk-no-target.ts'
import { rule as diskNumberTwice } from './disks/disk-number-twice.ts'
import { rule as diskPartition } from './disks/disk-partition.ts'
import { rule as diskProtocolGone } from './disks/disk-protocol-gone.ts'
import { rule as diskQueues } from './disks/disk-queues.ts'
import { rule as diskShareableFormat } from './disks/disk-shareable-format.ts'
import { rule as diskTargetName } from './disks/disk-target-name.ts'
import { rule as diskTargetTwice } from './disks/disk-target-twice.ts'
import { rule as diskThrottleBoth } from './disks/disk-throttle-both.ts'
import { rule as diskUsbEmpty } from './disks/disk-usb-empty.ts'
import { rule as snapshotNameTwice } from './disks/snapshot-name-twice.ts'
import { rule as sourceNotForThisKind } from './disks/source-not-for-this-kind.ts'
import { rule as audioTwice } from './display/audio-twice.ts'
import { rule as audioUnknown } from './display/audio-unknown.ts'
import { rule as graphicsOpenToNetwork } from './display/graphics-open-to-network.ts'
import { rule as graphicsTwice } from './display/graphics-twice.ts'
import { rule as spiceMissing } from './display/spice-missing.ts'
import { rule as videoAccel3d } from './display/video-accel3d.ts'
import { rule as videoAccel3dDisplay } from './display/video-accel3d-display.ts'
import { rule as videoAddress } from './display/video-address.ts'
import { rule as videoArchitecture } from './display/video-architecture.ts'
import { rule as videoBlobMemory } from './display/video-blob-memory.ts'
import { rule as videoNoneBeside } from './display/video-none-beside.ts'
import { rule as videoPrimaryTwice } from './display/video-primary-twice.ts'
import { rule as videoSecondary } from './display/video-secondary.ts'
import { rule as vncPassword } from './display/vnc-password.ts'
import { rule as vncPort } from './display/vnc-port.ts'
import { rule as firmwareAcpiNeedsUefi } from './firmware/firmware-acpi-needs-uefi.ts'
import { rule as firmwareCodeAsRom } from './firmware/firmware-code-as-rom.ts'
import { rule as firmwareEnrolledKeys } from './firmware/firmware-enrolled-keys.ts'
import { rule as firmwareLoaderWithAutoselection } from './firmware/firmware-loader-with-autoselection.ts'
import { rule as firmwareNoneFits } from './firmware/firmware-none-fits.ts'
import { rule as firmwareNvramWithoutFlash } from './firmware/firmware-nvram-without-flash.ts'
import { rule as firmwareUefiNeedsAcpi } from './firmware/firmware-uefi-needs-acpi.ts'
import { rule as launchSecurityHost } from './firmware/launch-security-host.ts'
import { rule as tpmArchitecture } from './firmware/tpm-architecture.ts'
import { rule as tpmBackendMissing } from './firmware/tpm-backend-missing.ts'
import { rule as tpmCrbVersion } from './firmware/tpm-crb-version.ts'
import { rule as tpmTwice } from './firmware/tpm-twice.ts'
import { rule as hugepagesSize } from './memory/hugepages-size.ts'
import { rule as hugepagesSizeTwice } from './memory/hugepages-size-twice.ts'
import { rule as memoryCurrentAbove } from './memory/memory-current-above.ts'
import { rule as memoryDeviceNeedsNuma } from './memory/memory-device-needs-numa.ts'
import { rule as memoryDeviceOverlap } from './memory/memory-device-overlap.ts'
import { rule as memoryHugepagesSource } from './memory/memory-hugepages-source.ts'
import { rule as memoryNone } from './memory/memory-none.ts'
import { rule as memorySmall } from './memory/memory-small.ts'
import { rule as numaTooLarge } from './memory/numa-too-large.ts'
import { rule as guestUnreachable } from './network/guest-unreachable.ts'
import { rule as networkBridgeInSession } from './network/network-bridge-in-session.ts'
import { rule as networkBridgeMissing } from './network/network-bridge-missing.ts'
import { rule as networkDeviceMissing } from './network/network-device-missing.ts'
import { rule as networkForwardBackend } from './network/network-forward-backend.ts'
import { rule as networkMacMulticast } from './network/network-mac-multicast.ts'
import { rule as networkMacTwice } from './network/network-mac-twice.ts'
import { rule as networkModelUnknown } from './network/network-model-unknown.ts'
import { rule as networkNameMissing } from './network/network-name-missing.ts'
import { rule as networkNetworkInSession } from './network/network-network-in-session.ts'
import { rule as networkNoModel } from './network/network-no-model.ts'
import { rule as networkPortPrivileged } from './network/network-port-privileged.ts'
import { rule as networkPortRange } from './network/network-port-range.ts'
import { rule as networkPortTwice } from './network/network-port-twice.ts'
import { rule as networkQueueSize } from './network/network-queue-size.ts'
import { rule as networkRangeBackwards } from './network/network-range-backwards.ts'
import { rule as networkVhostuserBackend } from './network/network-vhostuser-backend.ts'
import { rule as sshPortAndAuto } from './network/ssh-port-and-auto.ts'
import type { Rule } from './support/rule.ts'

export const allRules: readonly Rule[] = [
  addressBusFull,
  addressMainboard,
  addressRange,
  addressRootPortSlot,
  addressTwice,
  addressZpci,
  aliasPrefix,
  aliasTwice,
  audioTwice,
  audioUnknown,
  autostartNeedsLibvirt,
  bootBothWays,
  bootOrderTwice,
  channelNameTwice,
  chardevIncomplete,
  chardevProtocol,
  chardevReconnect,
  clockAdjustment,
  clockBasis,
  clockIncomplete,
  controllerExpander,
  controllerRoot,
  controllerTwice,
  controllerWrongBus,
  cpuAddressWidth,
  cpuBeyondHost,
  cpuCache,
  cpuCustomNeedsModel,
  cpuEim,
  cpuFeatureConflict,
  cpuMigratableMode,
  cpuPassthroughEmulated,
  cpuPassthroughWithModel,
  cpuTopology,
  cpuTopologyIncomplete,
  cpuVectorLengths,
  diskAddressKind,
  diskAddressTwice,
  diskAuthTwice,
  diskEjectableBus,
  diskEncryptionFormat,
  diskFormatByName,
  diskFormatGone,
  diskIde,
  diskInquiryBus,
  diskIsoAsDisk,
  diskIsoFormat,
  diskLun,
  diskLunBus,
  diskLunOnly,
  diskNativeCache,
  diskNoSource,
  diskNoTarget,
  diskNumberTwice,
  diskPartition,
  diskProtocolGone,
  diskQueues,
  diskShareableFormat,
  diskTargetName,
  diskTargetTwice,
  diskThrottleBoth,
  diskUsbEmpty,
  featureMachine,
  featurePs2,
  fieldNotForThisKind,
  fieldTooNew,
  fieldValue,
  firmwareAcpiNeedsUefi,
  firmwareCodeAsRom,
  firmwareEnrolledKeys,
  firmwareLoaderWithAutoselection,
  firmwareNoneFits,
  firmwareNvramWithoutFlash,
  firmwareUefiNeedsAcpi,
  graphicsOpenToNetwork,
  graphicsTwice,
  guestUnreachable,
  hostdevAddressKind,
  hostdevBalloon,
  hostdevBoot,
  hostdevMdevDisplay,
  hostdevNoAddress,
  hostdevPciAddress,
  hostdevScsiOnly,
  hostdevTwice,
  hugepagesSize,
  hugepagesSizeTwice,
  hypervArchitecture,
  hypervNeeds,
  hypervSpinlocks,
  hypervVendorId,
  inputEvdevSource,
  inputModel,
  iommuIoapic,
  iommuMachine,
  iommuVirtio,
  iothreadBus,
  iothreadPinUnknown,
  iothreadSchedulerUnknown,
  iothreadUndefined,
  launchSecurityHost,
  machineArchitecture,
  machineArchitectureUnknown,
  machineUnknown,
  memoryCurrentAbove,
  memoryDeviceNeedsNuma,
  memoryDeviceOverlap,
  memoryHugepagesSource,
  memoryNone,
  memorySmall,
  nameInvalid,
  networkBridgeInSession,
  networkBridgeMissing,
  networkDeviceMissing,
  networkForwardBackend,
  networkMacMulticast,
  networkMacTwice,
  networkModelUnknown,
  networkNameMissing,
  networkNetworkInSession,
  networkNoModel,
  networkPortPrivileged,
  networkPortRange,
  networkPortTwice,
  networkQueueSize,
  networkRangeBackwards,
  networkVhostuserBackend,
  numaCpuTwice,
  numaCpus,
  numaDistanceUnknown,
  numaIds,
  numaMemorySum,
  numaTooLarge,
  numatuneMemnode,
  numatuneNodeset,
  numatuneNodesetMissing,
  panicAddress,
  panicModel,
  pathTilde,
  pciNone,
  qemuNamespace,
  requiredMissing,
  seclabelTwice,
  serialMachine,
  shareAccessmode,
  shareReadonlyVersion,
  shareSharedMemory,
  shareTagLong,
  shareTagTwice,
  shellWord,
  shmemName,
  shmemServer,
  shmemSize,
  smmArchitecture,
  smmTseg,
  snapshotNameTwice,
  sourceNotForThisKind,
  spiceMissing,
  sshPortAndAuto,
  tpmArchitecture,
  tpmBackendMissing,
  tpmCrbVersion,
  tpmTwice,
  usbCompanion,
  usbDisabled,
  usbPortTwice,
  usbPortUnknown,
  usbPorts,
  vcpuCurrentAbove,
  vcpuPinTwice,
  vcpuPinUnknown,
  vcpuSchedulerTwice,
  videoAccel3d,
  videoAccel3dDisplay,
  videoAddress,
  videoArchitecture,
  videoBlobMemory,
  videoNoneBeside,
  videoPrimaryTwice,
  videoSecondary,
  vncPassword,
  vncPort,
  watchdogTwice,
  xmlCharacter,
  xmlOneDevice,
  xmlUnknownWord,
]
