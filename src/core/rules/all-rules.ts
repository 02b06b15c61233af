/** All rules, by their ids. */
import { rule as addressRange } from './address-range.ts'
import { rule as addressRootPortSlot } from './address-root-port-slot.ts'
import { rule as addressTwice } from './address-twice.ts'
import { rule as aliasPrefix } from './alias-prefix.ts'
import { rule as aliasTwice } from './alias-twice.ts'
import { rule as audioTwice } from './audio-twice.ts'
import { rule as audioUnknown } from './audio-unknown.ts'
import { rule as autostartNeedsLibvirt } from './autostart-needs-libvirt.ts'
import { rule as bootBothWays } from './boot-both-ways.ts'
import { rule as bootOrderTwice } from './boot-order-twice.ts'
import { rule as channelNameTwice } from './channel-name-twice.ts'
import { rule as clockAdjustment } from './clock-adjustment.ts'
import { rule as clockBasis } from './clock-basis.ts'
import { rule as clockIncomplete } from './clock-incomplete.ts'
import { rule as cpuBeyondHost } from './cpu-beyond-host.ts'
import { rule as cpuCustomNeedsModel } from './cpu-custom-needs-model.ts'
import { rule as cpuEim } from './cpu-eim.ts'
import { rule as cpuMigratableMode } from './cpu-migratable-mode.ts'
import { rule as cpuPassthroughEmulated } from './cpu-passthrough-emulated.ts'
import { rule as cpuPassthroughWithModel } from './cpu-passthrough-with-model.ts'
import { rule as cpuTopology } from './cpu-topology.ts'
import { rule as cpuTopologyIncomplete } from './cpu-topology-incomplete.ts'
import { rule as diskEjectableBus } from './disk-ejectable-bus.ts'
import { rule as diskFormatByName } from './disk-format-by-name.ts'
import { rule as diskIde } from './disk-ide.ts'
import { rule as diskIsoAsDisk } from './disk-iso-as-disk.ts'
import { rule as diskIsoFormat } from './disk-iso-format.ts'
import { rule as diskLun } from './disk-lun.ts'
import { rule as diskNativeCache } from './disk-native-cache.ts'
import { rule as diskNoSource } from './disk-no-source.ts'
import { rule as diskNoTarget } from './disk-no-target.ts'
import { rule as diskNumberTwice } from './disk-number-twice.ts'
import { rule as diskPartition } from './disk-partition.ts'
import { rule as diskShareableFormat } from './disk-shareable-format.ts'
import { rule as diskTargetTwice } from './disk-target-twice.ts'
import { rule as fieldNotForThisKind } from './field-not-for-this-kind.ts'
import { rule as fieldTooNew } from './field-too-new.ts'
import { rule as fieldValue } from './field-value.ts'
import { rule as firmwareAcpiNeedsUefi } from './firmware-acpi-needs-uefi.ts'
import { rule as firmwareCodeAsRom } from './firmware-code-as-rom.ts'
import { rule as firmwareEnrolledKeys } from './firmware-enrolled-keys.ts'
import { rule as firmwareLoaderWithAutoselection } from './firmware-loader-with-autoselection.ts'
import { rule as firmwareUefiNeedsAcpi } from './firmware-uefi-needs-acpi.ts'
import { rule as graphicsOpenToNetwork } from './graphics-open-to-network.ts'
import { rule as graphicsTwice } from './graphics-twice.ts'
import { rule as guestUnreachable } from './guest-unreachable.ts'
import { rule as hostdevBalloon } from './hostdev-balloon.ts'
import { rule as hostdevMdevDisplay } from './hostdev-mdev-display.ts'
import { rule as hostdevNoAddress } from './hostdev-no-address.ts'
import { rule as hostdevPciAddress } from './hostdev-pci-address.ts'
import { rule as hostdevTwice } from './hostdev-twice.ts'
import { rule as hypervArchitecture } from './hyperv-architecture.ts'
import { rule as hypervNeeds } from './hyperv-needs.ts'
import { rule as hypervSpinlocks } from './hyperv-spinlocks.ts'
import { rule as hypervVendorId } from './hyperv-vendor-id.ts'
import { rule as inputEvdevSource } from './input-evdev-source.ts'
import { rule as iommuIoapic } from './iommu-ioapic.ts'
import { rule as iommuMachine } from './iommu-machine.ts'
import { rule as iothreadBus } from './iothread-bus.ts'
import { rule as iothreadPinUnknown } from './iothread-pin-unknown.ts'
import { rule as iothreadUndefined } from './iothread-undefined.ts'
import { rule as machineArchitecture } from './machine-architecture.ts'
import { rule as memoryCurrentAbove } from './memory-current-above.ts'
import { rule as memoryHugepagesSource } from './memory-hugepages-source.ts'
import { rule as memoryNone } from './memory-none.ts'
import { rule as memorySmall } from './memory-small.ts'
import { rule as nameInvalid } from './name-invalid.ts'
import { rule as networkBridgeInSession } from './network-bridge-in-session.ts'
import { rule as networkBridgeMissing } from './network-bridge-missing.ts'
import { rule as networkDeviceMissing } from './network-device-missing.ts'
import { rule as networkForwardBackend } from './network-forward-backend.ts'
import { rule as networkMacMulticast } from './network-mac-multicast.ts'
import { rule as networkMacTwice } from './network-mac-twice.ts'
import { rule as networkNameMissing } from './network-name-missing.ts'
import { rule as networkNetworkInSession } from './network-network-in-session.ts'
import { rule as networkNoModel } from './network-no-model.ts'
import { rule as networkPortPrivileged } from './network-port-privileged.ts'
import { rule as networkPortRange } from './network-port-range.ts'
import { rule as networkPortTwice } from './network-port-twice.ts'
import { rule as networkRangeBackwards } from './network-range-backwards.ts'
import { rule as numaCpuTwice } from './numa-cpu-twice.ts'
import { rule as numaCpus } from './numa-cpus.ts'
import { rule as numaMemorySum } from './numa-memory-sum.ts'
import { rule as pathTilde } from './path-tilde.ts'
import { rule as qemuNamespace } from './qemu-namespace.ts'
import { rule as requiredMissing } from './required-missing.ts'
import { rule as shareAccessmode } from './share-accessmode.ts'
import { rule as shareReadonlyVersion } from './share-readonly-version.ts'
import { rule as shareSharedMemory } from './share-shared-memory.ts'
import { rule as shareTagLong } from './share-tag-long.ts'
import { rule as shareTagTwice } from './share-tag-twice.ts'
import { rule as shellWord } from './shell-word.ts'
import { rule as shmemName } from './shmem-name.ts'
import { rule as shmemSize } from './shmem-size.ts'
import { rule as smmArchitecture } from './smm-architecture.ts'
import { rule as snapshotNameTwice } from './snapshot-name-twice.ts'
import { rule as sourceNotForThisKind } from './source-not-for-this-kind.ts'
import { rule as spiceMissing } from './spice-missing.ts'
import { rule as sshPortAndAuto } from './ssh-port-and-auto.ts'
import type { Rule } from './support/rule.ts'
import { rule as tpmArchitecture } from './tpm-architecture.ts'
import { rule as tpmCrbVersion } from './tpm-crb-version.ts'
import { rule as tpmTwice } from './tpm-twice.ts'
import { rule as usbDisabled } from './usb-disabled.ts'
import { rule as vcpuCurrentAbove } from './vcpu-current-above.ts'
import { rule as vcpuPinTwice } from './vcpu-pin-twice.ts'
import { rule as vcpuPinUnknown } from './vcpu-pin-unknown.ts'
import { rule as videoAccel3d } from './video-accel3d.ts'
import { rule as videoAccel3dDisplay } from './video-accel3d-display.ts'
import { rule as videoArchitecture } from './video-architecture.ts'
import { rule as videoBlobMemory } from './video-blob-memory.ts'
import { rule as videoNoneBeside } from './video-none-beside.ts'
import { rule as videoPrimaryTwice } from './video-primary-twice.ts'
import { rule as videoSecondary } from './video-secondary.ts'
import { rule as vncPassword } from './vnc-password.ts'
import { rule as vncPort } from './vnc-port.ts'
import { rule as watchdogTwice } from './watchdog-twice.ts'
import { rule as xmlCharacter } from './xml-character.ts'

export const allRules: readonly Rule[] = [
  addressRange,
  addressRootPortSlot,
  addressTwice,
  aliasPrefix,
  aliasTwice,
  audioTwice,
  audioUnknown,
  autostartNeedsLibvirt,
  bootBothWays,
  bootOrderTwice,
  channelNameTwice,
  clockAdjustment,
  clockBasis,
  clockIncomplete,
  cpuBeyondHost,
  cpuCustomNeedsModel,
  cpuEim,
  cpuMigratableMode,
  cpuPassthroughEmulated,
  cpuPassthroughWithModel,
  cpuTopology,
  cpuTopologyIncomplete,
  diskEjectableBus,
  diskFormatByName,
  diskIde,
  diskIsoAsDisk,
  diskIsoFormat,
  diskLun,
  diskNativeCache,
  diskNoSource,
  diskNoTarget,
  diskNumberTwice,
  diskPartition,
  diskShareableFormat,
  diskTargetTwice,
  fieldNotForThisKind,
  fieldTooNew,
  fieldValue,
  firmwareAcpiNeedsUefi,
  firmwareCodeAsRom,
  firmwareEnrolledKeys,
  firmwareLoaderWithAutoselection,
  firmwareUefiNeedsAcpi,
  graphicsOpenToNetwork,
  graphicsTwice,
  guestUnreachable,
  hostdevBalloon,
  hostdevMdevDisplay,
  hostdevNoAddress,
  hostdevPciAddress,
  hostdevTwice,
  hypervArchitecture,
  hypervNeeds,
  hypervSpinlocks,
  hypervVendorId,
  inputEvdevSource,
  iommuIoapic,
  iommuMachine,
  iothreadBus,
  iothreadPinUnknown,
  iothreadUndefined,
  machineArchitecture,
  memoryCurrentAbove,
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
  networkNameMissing,
  networkNetworkInSession,
  networkNoModel,
  networkPortPrivileged,
  networkPortRange,
  networkPortTwice,
  networkRangeBackwards,
  numaCpuTwice,
  numaCpus,
  numaMemorySum,
  pathTilde,
  qemuNamespace,
  requiredMissing,
  shareAccessmode,
  shareReadonlyVersion,
  shareSharedMemory,
  shareTagLong,
  shareTagTwice,
  shellWord,
  shmemName,
  shmemSize,
  smmArchitecture,
  snapshotNameTwice,
  sourceNotForThisKind,
  spiceMissing,
  sshPortAndAuto,
  tpmArchitecture,
  tpmCrbVersion,
  tpmTwice,
  usbDisabled,
  vcpuCurrentAbove,
  vcpuPinTwice,
  vcpuPinUnknown,
  videoAccel3d,
  videoAccel3dDisplay,
  videoArchitecture,
  videoBlobMemory,
  videoNoneBeside,
  videoPrimaryTwice,
  videoSecondary,
  vncPassword,
  vncPort,
  watchdogTwice,
  xmlCharacter,
]
