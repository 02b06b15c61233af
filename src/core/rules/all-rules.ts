/** All rules, by their ids. */

import { rule as clockAdjustment } from './cpu/clock-adjustment.ts'
import { rule as clockAdjustmentForm } from './cpu/clock-adjustment-form.ts'
import { rule as clockBasis } from './cpu/clock-basis.ts'
import { rule as clockIncomplete } from './cpu/clock-incomplete.ts'
import { rule as clockTimer } from './cpu/clock-timer.ts'
import { rule as cpuAddressLimit } from './cpu/cpu-address-limit.ts'
import { rule as cpuAddressWidth } from './cpu/cpu-address-width.ts'
import { rule as cpuBeyondHost } from './cpu/cpu-beyond-host.ts'
import { rule as cpuCache } from './cpu/cpu-cache.ts'
import { rule as cpuCustomNeedsModel } from './cpu/cpu-custom-needs-model.ts'
import { rule as cpuEim } from './cpu/cpu-eim.ts'
import { rule as cpuFeatureConflict } from './cpu/cpu-feature-conflict.ts'
import { rule as cpuFeatureUnknown } from './cpu/cpu-feature-unknown.ts'
import { rule as cpuGicEmulated } from './cpu/cpu-gic-emulated.ts'
import { rule as cpuGicMany } from './cpu/cpu-gic-many.ts'
import { rule as cpuHostModelEmulated } from './cpu/cpu-host-model-emulated.ts'
import { rule as cpuMigratableMode } from './cpu/cpu-migratable-mode.ts'
import { rule as cpuModelUnknown } from './cpu/cpu-model-unknown.ts'
import { rule as cpuPassthroughEmulated } from './cpu/cpu-passthrough-emulated.ts'
import { rule as cpuPassthroughWithModel } from './cpu/cpu-passthrough-with-model.ts'
import { rule as cpuSetRange } from './cpu/cpu-set-range.ts'
import { rule as cpuTooMany } from './cpu/cpu-too-many.ts'
import { rule as cpuTopology } from './cpu/cpu-topology.ts'
import { rule as cpuTopologyIncomplete } from './cpu/cpu-topology-incomplete.ts'
import { rule as cpuTopologyMachine } from './cpu/cpu-topology-machine.ts'
import { rule as cpuVectorLengths } from './cpu/cpu-vector-lengths.ts'
import { rule as cpuVendorId } from './cpu/cpu-vendor-id.ts'
import { rule as cpuWithoutModel } from './cpu/cpu-without-model.ts'
import { rule as featureIncomplete } from './cpu/feature-incomplete.ts'
import { rule as featureMachine } from './cpu/feature-machine.ts'
import { rule as featurePs2 } from './cpu/feature-ps2.ts'
import { rule as featureStateMissing } from './cpu/feature-state-missing.ts'
import { rule as featureTcg } from './cpu/feature-tcg.ts'
import { rule as hypervArchitecture } from './cpu/hyperv-architecture.ts'
import { rule as hypervNeeds } from './cpu/hyperv-needs.ts'
import { rule as hypervSpinlocks } from './cpu/hyperv-spinlocks.ts'
import { rule as hypervVendorId } from './cpu/hyperv-vendor-id.ts'
import { rule as iothreadBus } from './cpu/iothread-bus.ts'
import { rule as iothreadIds } from './cpu/iothread-ids.ts'
import { rule as iothreadMapping } from './cpu/iothread-mapping.ts'
import { rule as iothreadPinUnknown } from './cpu/iothread-pin-unknown.ts'
import { rule as iothreadSchedulerUnknown } from './cpu/iothread-scheduler-unknown.ts'
import { rule as iothreadUndefined } from './cpu/iothread-undefined.ts'
import { rule as keywrapMachine } from './cpu/keywrap-machine.ts'
import { rule as machineArchitecture } from './cpu/machine-architecture.ts'
import { rule as machineArchitectureUnknown } from './cpu/machine-architecture-unknown.ts'
import { rule as machineBoard } from './cpu/machine-board.ts'
import { rule as machineDevice } from './cpu/machine-device.ts'
import { rule as machineGone } from './cpu/machine-gone.ts'
import { rule as machineNoPci } from './cpu/machine-no-pci.ts'
import { rule as machineUnknown } from './cpu/machine-unknown.ts'
import { rule as numaAttributes } from './cpu/numa-attributes.ts'
import { rule as numaCpuTwice } from './cpu/numa-cpu-twice.ts'
import { rule as numaCpus } from './cpu/numa-cpus.ts'
import { rule as numaDistanceUnknown } from './cpu/numa-distance-unknown.ts'
import { rule as numaIds } from './cpu/numa-ids.ts'
import { rule as numaMemorySum } from './cpu/numa-memory-sum.ts'
import { rule as numatuneMemnode } from './cpu/numatune-memnode.ts'
import { rule as numatuneNodeset } from './cpu/numatune-nodeset.ts'
import { rule as numatuneNodesetMissing } from './cpu/numatune-nodeset-missing.ts'
import { rule as resctrlShares } from './cpu/resctrl-shares.ts'
import { rule as schedulerPriority } from './cpu/scheduler-priority.ts'
import { rule as smmArchitecture } from './cpu/smm-architecture.ts'
import { rule as smmTseg } from './cpu/smm-tseg.ts'
import { rule as vcpuCurrentAbove } from './cpu/vcpu-current-above.ts'
import { rule as vcpuPinShared } from './cpu/vcpu-pin-shared.ts'
import { rule as vcpuPinTwice } from './cpu/vcpu-pin-twice.ts'
import { rule as vcpuPinUnknown } from './cpu/vcpu-pin-unknown.ts'
import { rule as vcpuSchedulerTwice } from './cpu/vcpu-scheduler-twice.ts'
import { rule as vcpuStates } from './cpu/vcpu-states.ts'
import { rule as vcpuTuning } from './cpu/vcpu-tuning.ts'
import { rule as autostartNeedsLibvirt } from './design/autostart-needs-libvirt.ts'
import { rule as deploymentOfAnother } from './design/deployment-of-another.ts'
import { rule as fieldNotForThisKind } from './design/field-not-for-this-kind.ts'
import { rule as fieldTooNew } from './design/field-too-new.ts'
import { rule as fieldValue } from './design/field-value.ts'
import { rule as hypervisorOther } from './design/hypervisor-other.ts'
import { rule as lifecycleAction } from './design/lifecycle-action.ts'
import { rule as nameInvalid } from './design/name-invalid.ts'
import { rule as pathLeadsOut } from './design/path-leads-out.ts'
import { rule as pathTilde } from './design/path-tilde.ts'
import { rule as qemuNamespace } from './design/qemu-namespace.ts'
import { rule as qemuOptionGone } from './design/qemu-option-gone.ts'
import { rule as qemuOptionUnknown } from './design/qemu-option-unknown.ts'
import { rule as qemuSetUnknown } from './design/qemu-set-unknown.ts'
import { rule as requiredMissing } from './design/required-missing.ts'
import { rule as seclabelContradiction } from './design/seclabel-contradiction.ts'
import { rule as seclabelTwice } from './design/seclabel-twice.ts'
import { rule as shellWord } from './design/shell-word.ts'
import { rule as sysinfoForm } from './design/sysinfo-form.ts'
import { rule as sysinfoMissing } from './design/sysinfo-missing.ts'
import { rule as sysinfoUuid } from './design/sysinfo-uuid.ts'
import { rule as xmlAttributeMissing } from './design/xml-attribute-missing.ts'
import { rule as xmlCharacter } from './design/xml-character.ts'
import { rule as xmlOnce } from './design/xml-once.ts'
import { rule as xmlOneDevice } from './design/xml-one-device.ts'
import { rule as xmlUnknownWord } from './design/xml-unknown-word.ts'
import { rule as addressBusFull } from './devices/address-bus-full.ts'
import { rule as addressControllerRange } from './devices/address-controller-range.ts'
import { rule as addressDecimal } from './devices/address-decimal.ts'
import { rule as addressMainboard } from './devices/address-mainboard.ts'
import { rule as addressMmioMachine } from './devices/address-mmio-machine.ts'
import { rule as addressMultifunction } from './devices/address-multifunction.ts'
import { rule as addressRange } from './devices/address-range.ts'
import { rule as addressRootPortSlot } from './devices/address-root-port-slot.ts'
import { rule as addressSlotFirst } from './devices/address-slot-first.ts'
import { rule as addressTwice } from './devices/address-twice.ts'
import { rule as addressZpci } from './devices/address-zpci.ts'
import { rule as aliasPrefix } from './devices/alias-prefix.ts'
import { rule as aliasTwice } from './devices/alias-twice.ts'
import { rule as channelNameTwice } from './devices/channel-name-twice.ts'
import { rule as channelPort } from './devices/channel-port.ts'
import { rule as chardevIncomplete } from './devices/chardev-incomplete.ts'
import { rule as chardevProtocol } from './devices/chardev-protocol.ts'
import { rule as chardevReconnect } from './devices/chardev-reconnect.ts'
import { rule as chardevShared } from './devices/chardev-shared.ts'
import { rule as chardevSocket } from './devices/chardev-socket.ts'
import { rule as consoleKind } from './devices/console-kind.ts'
import { rule as controllerChassisTwice } from './devices/controller-chassis-twice.ts'
import { rule as controllerExpander } from './devices/controller-expander.ts'
import { rule as controllerMachine } from './devices/controller-machine.ts'
import { rule as controllerModelUnknown } from './devices/controller-model-unknown.ts'
import { rule as controllerNumberRange } from './devices/controller-number-range.ts'
import { rule as controllerPciCarrier } from './devices/controller-pci-carrier.ts'
import { rule as controllerPciModel } from './devices/controller-pci-model.ts'
import { rule as controllerPciOption } from './devices/controller-pci-option.ts'
import { rule as controllerQueues } from './devices/controller-queues.ts'
import { rule as controllerRoot } from './devices/controller-root.ts'
import { rule as controllerScsiOnly } from './devices/controller-scsi-only.ts'
import { rule as controllerTwice } from './devices/controller-twice.ts'
import { rule as controllerWrongBus } from './devices/controller-wrong-bus.ts'
import { rule as deviceAcpiIndex } from './devices/device-acpi-index.ts'
import { rule as deviceRomDisabled } from './devices/device-rom-disabled.ts'
import { rule as hostdevAddressKind } from './devices/hostdev-address-kind.ts'
import { rule as hostdevBalloon } from './devices/hostdev-balloon.ts'
import { rule as hostdevBoot } from './devices/hostdev-boot.ts'
import { rule as hostdevGpuMissing } from './devices/hostdev-gpu-missing.ts'
import { rule as hostdevKindUnsupported } from './devices/hostdev-kind-unsupported.ts'
import { rule as hostdevMdevDisplay } from './devices/hostdev-mdev-display.ts'
import { rule as hostdevMdevModel } from './devices/hostdev-mdev-model.ts'
import { rule as hostdevNoAddress } from './devices/hostdev-no-address.ts'
import { rule as hostdevPciAddress } from './devices/hostdev-pci-address.ts'
import { rule as hostdevScsiOnly } from './devices/hostdev-scsi-only.ts'
import { rule as hostdevTwice } from './devices/hostdev-twice.ts'
import { rule as hostdevUsbPort } from './devices/hostdev-usb-port.ts'
import { rule as inputBus } from './devices/input-bus.ts'
import { rule as inputEvdevSource } from './devices/input-evdev-source.ts'
import { rule as inputModel } from './devices/input-model.ts'
import { rule as iommuEim } from './devices/iommu-eim.ts'
import { rule as iommuIoapic } from './devices/iommu-ioapic.ts'
import { rule as iommuMachine } from './devices/iommu-machine.ts'
import { rule as iommuPlace } from './devices/iommu-place.ts'
import { rule as iommuVirtio } from './devices/iommu-virtio.ts'
import { rule as keptDeviceEarly } from './devices/kept-device-early.ts'
import { rule as panicAddress } from './devices/panic-address.ts'
import { rule as panicModel } from './devices/panic-model.ts'
import { rule as panicTwice } from './devices/panic-twice.ts'
import { rule as pciNone } from './devices/pci-none.ts'
import { rule as rngForm } from './devices/rng-form.ts'
import { rule as serialCount } from './devices/serial-count.ts'
import { rule as serialMachine } from './devices/serial-machine.ts'
import { rule as shareAccessmode } from './devices/share-accessmode.ts'
import { rule as shareDriverGone } from './devices/share-driver-gone.ts'
import { rule as shareKindOnly } from './devices/share-kind-only.ts'
import { rule as shareKindUnsupported } from './devices/share-kind-unsupported.ts'
import { rule as shareReadonlyVersion } from './devices/share-readonly-version.ts'
import { rule as shareSharedMemory } from './devices/share-shared-memory.ts'
import { rule as shareTagHidden } from './devices/share-tag-hidden.ts'
import { rule as shareTagLong } from './devices/share-tag-long.ts'
import { rule as shareTagTwice } from './devices/share-tag-twice.ts'
import { rule as shmemModel } from './devices/shmem-model.ts'
import { rule as shmemName } from './devices/shmem-name.ts'
import { rule as shmemServer } from './devices/shmem-server.ts'
import { rule as shmemSize } from './devices/shmem-size.ts'
import { rule as smartcardCount } from './devices/smartcard-count.ts'
import { rule as usbAddressKind } from './devices/usb-address-kind.ts'
import { rule as usbCompanion } from './devices/usb-companion.ts'
import { rule as usbDisabled } from './devices/usb-disabled.ts'
import { rule as usbNoController } from './devices/usb-no-controller.ts'
import { rule as usbPortTwice } from './devices/usb-port-twice.ts'
import { rule as usbPortUnknown } from './devices/usb-port-unknown.ts'
import { rule as usbPorts } from './devices/usb-ports.ts'
import { rule as usbPortsModel } from './devices/usb-ports-model.ts'
import { rule as virtioIommuPlatform } from './devices/virtio-iommu-platform.ts'
import { rule as watchdogActions } from './devices/watchdog-actions.ts'
import { rule as watchdogTwice } from './devices/watchdog-twice.ts'
import { rule as bootBothWays } from './disks/boot-both-ways.ts'
import { rule as bootOrderTwice } from './disks/boot-order-twice.ts'
import { rule as diskAddressKind } from './disks/disk-address-kind.ts'
import { rule as diskAddressTwice } from './disks/disk-address-twice.ts'
import { rule as diskAuthTwice } from './disks/disk-auth-twice.ts'
import { rule as diskBlockSize } from './disks/disk-block-size.ts'
import { rule as diskBusOnly } from './disks/disk-bus-only.ts'
import { rule as diskBusUnsupported } from './disks/disk-bus-unsupported.ts'
import { rule as diskCreate } from './disks/disk-create.ts'
import { rule as diskDeviceOnly } from './disks/disk-device-only.ts'
import { rule as diskDirectory } from './disks/disk-directory.ts'
import { rule as diskDrivePlace } from './disks/disk-drive-place.ts'
import { rule as diskEjectableBus } from './disks/disk-ejectable-bus.ts'
import { rule as diskEncryptionFormat } from './disks/disk-encryption-format.ts'
import { rule as diskEncryptionSecret } from './disks/disk-encryption-secret.ts'
import { rule as diskFormatByName } from './disks/disk-format-by-name.ts'
import { rule as diskFormatGone } from './disks/disk-format-gone.ts'
import { rule as diskFormatOnly } from './disks/disk-format-only.ts'
import { rule as diskIde } from './disks/disk-ide.ts'
import { rule as diskInquiryBus } from './disks/disk-inquiry-bus.ts'
import { rule as diskIsoAsDisk } from './disks/disk-iso-as-disk.ts'
import { rule as diskIsoFormat } from './disks/disk-iso-format.ts'
import { rule as diskLabel } from './disks/disk-label.ts'
import { rule as diskLun } from './disks/disk-lun.ts'
import { rule as diskLunBus } from './disks/disk-lun-bus.ts'
import { rule as diskLunOnly } from './disks/disk-lun-only.ts'
import { rule as diskNativeCache } from './disks/disk-native-cache.ts'
import { rule as diskNetworkSource } from './disks/disk-network-source.ts'
import { rule as diskNoSource } from './disks/disk-no-source.ts'
import { rule as diskNoTarget } from './disks/disk-no-target.ts'
import { rule as diskNumberTwice } from './disks/disk-number-twice.ts'
import { rule as diskNvmeNamespace } from './disks/disk-nvme-namespace.ts'
import { rule as diskPartition } from './disks/disk-partition.ts'
import { rule as diskPathRelative } from './disks/disk-path-relative.ts'
import { rule as diskProtocolGone } from './disks/disk-protocol-gone.ts'
import { rule as diskQemuPlace } from './disks/disk-qemu-place.ts'
import { rule as diskQueues } from './disks/disk-queues.ts'
import { rule as diskReadonlyConflict } from './disks/disk-readonly-conflict.ts'
import { rule as diskSerialLong } from './disks/disk-serial-long.ts'
import { rule as diskShareableFormat } from './disks/disk-shareable-format.ts'
import { rule as diskTargetName } from './disks/disk-target-name.ts'
import { rule as diskTargetTwice } from './disks/disk-target-twice.ts'
import { rule as diskThrottleBoth } from './disks/disk-throttle-both.ts'
import { rule as diskThrottleBurst } from './disks/disk-throttle-burst.ts'
import { rule as diskThrottleGroup } from './disks/disk-throttle-group.ts'
import { rule as diskThrottleTotal } from './disks/disk-throttle-total.ts'
import { rule as diskUnstableName } from './disks/disk-unstable-name.ts'
import { rule as diskUsbEmpty } from './disks/disk-usb-empty.ts'
import { rule as diskVhostuser } from './disks/disk-vhostuser.ts'
import { rule as diskWebWritable } from './disks/disk-web-writable.ts'
import { rule as snapshotNameTwice } from './disks/snapshot-name-twice.ts'
import { rule as sourceNotForThisKind } from './disks/source-not-for-this-kind.ts'
import { rule as audioSettings } from './display/audio-settings.ts'
import { rule as audioSpiceMissing } from './display/audio-spice-missing.ts'
import { rule as audioTwice } from './display/audio-twice.ts'
import { rule as audioUnknown } from './display/audio-unknown.ts'
import { rule as graphicsDbusAddress } from './display/graphics-dbus-address.ts'
import { rule as graphicsKindUnsupported } from './display/graphics-kind-unsupported.ts'
import { rule as graphicsListenDiffers } from './display/graphics-listen-differs.ts'
import { rule as graphicsListensMany } from './display/graphics-listens-many.ts'
import { rule as graphicsListensNowhere } from './display/graphics-listens-nowhere.ts'
import { rule as graphicsOpenToNetwork } from './display/graphics-open-to-network.ts'
import { rule as graphicsPortTwice } from './display/graphics-port-twice.ts'
import { rule as graphicsSpiceTls } from './display/graphics-spice-tls.ts'
import { rule as graphicsTwice } from './display/graphics-twice.ts'
import { rule as soundModelUnsupported } from './display/sound-model-unsupported.ts'
import { rule as spiceMissing } from './display/spice-missing.ts'
import { rule as videoAccel3d } from './display/video-accel3d.ts'
import { rule as videoAccel3dDisplay } from './display/video-accel3d-display.ts'
import { rule as videoAddress } from './display/video-address.ts'
import { rule as videoArchitecture } from './display/video-architecture.ts'
import { rule as videoBlobMemory } from './display/video-blob-memory.ts'
import { rule as videoDriver } from './display/video-driver.ts'
import { rule as videoKnob } from './display/video-knob.ts'
import { rule as videoMemory } from './display/video-memory.ts'
import { rule as videoModelUnsupported } from './display/video-model-unsupported.ts'
import { rule as videoNoneBeside } from './display/video-none-beside.ts'
import { rule as videoPrimaryTwice } from './display/video-primary-twice.ts'
import { rule as videoSecondary } from './display/video-secondary.ts'
import { rule as vncPassword } from './display/vnc-password.ts'
import { rule as vncPort } from './display/vnc-port.ts'
import { rule as bootKernelMissing } from './firmware/boot-kernel-missing.ts'
import { rule as bootSerialMissing } from './firmware/boot-serial-missing.ts'
import { rule as firmwareAcpiNeedsUefi } from './firmware/firmware-acpi-needs-uefi.ts'
import { rule as firmwareBiosArm } from './firmware/firmware-bios-arm.ts'
import { rule as firmwareCodeAsRom } from './firmware/firmware-code-as-rom.ts'
import { rule as firmwareEnrolledKeys } from './firmware/firmware-enrolled-keys.ts'
import { rule as firmwareFeaturesAlone } from './firmware/firmware-features-alone.ts'
import { rule as firmwareLoaderWithAutoselection } from './firmware/firmware-loader-with-autoselection.ts'
import { rule as firmwareNoneFits } from './firmware/firmware-none-fits.ts'
import { rule as firmwareNvramWithoutFlash } from './firmware/firmware-nvram-without-flash.ts'
import { rule as firmwareNvramWithoutLoader } from './firmware/firmware-nvram-without-loader.ts'
import { rule as firmwareOtherArchitecture } from './firmware/firmware-other-architecture.ts'
import { rule as firmwareSecureLoader } from './firmware/firmware-secure-loader.ts'
import { rule as firmwareSettingsLost } from './firmware/firmware-settings-lost.ts'
import { rule as firmwareUefiNeedsAcpi } from './firmware/firmware-uefi-needs-acpi.ts'
import { rule as launchSecurityHost } from './firmware/launch-security-host.ts'
import { rule as tpmArchitecture } from './firmware/tpm-architecture.ts'
import { rule as tpmBackendMissing } from './firmware/tpm-backend-missing.ts'
import { rule as tpmCrbVersion } from './firmware/tpm-crb-version.ts'
import { rule as tpmTwice } from './firmware/tpm-twice.ts'
import { rule as hostBridge } from './host/host-bridge.ts'
import { rule as hostCpuModel } from './host/host-cpu-model.ts'
import { rule as hostDeviceInUse } from './host/host-device-in-use.ts'
import { rule as hostDeviceMissing } from './host/host-device-missing.ts'
import { rule as hostDiskMounted } from './host/host-disk-mounted.ts'
import { rule as hostEmulatorCore } from './host/host-emulator-core.ts'
import { rule as hostGroupHeld } from './host/host-group-held.ts'
import { rule as hostGroupPartial } from './host/host-group-partial.ts'
import { rule as hostHomeFiles } from './host/host-home-files.ts'
import { rule as hostHugepages } from './host/host-hugepages.ts'
import { rule as hostIommuOff } from './host/host-iommu-off.ts'
import { rule as hostKvmMissing } from './host/host-kvm-missing.ts'
import { rule as hostMachine } from './host/host-machine.ts'
import { rule as hostMdev } from './host/host-mdev.ts'
import { rule as hostMemlock } from './host/host-memlock.ts'
import { rule as hostNeedsSystem } from './host/host-needs-system.ts'
import { rule as hostNetwork } from './host/host-network.ts'
import { rule as hostNoReset } from './host/host-no-reset.ts'
import { rule as hostNumaFar } from './host/host-numa-far.ts'
import { rule as hostOnlyGpu } from './host/host-only-gpu.ts'
import { rule as hostPasstDebian } from './host/host-passt-debian.ts'
import { rule as hostPool } from './host/host-pool.ts'
import { rule as hostProgramMissing } from './host/host-program-missing.ts'
import { rule as hostRenderNode } from './host/host-render-node.ts'
import { rule as hostSiblings } from './host/host-siblings.ts'
import { rule as hostSlotPartial } from './host/host-slot-partial.ts'
import { rule as hostSubuid } from './host/host-subuid.ts'
import { rule as hostUsbMissing } from './host/host-usb-missing.ts'
import { rule as hostUsbTwins } from './host/host-usb-twins.ts'
import { rule as hostVcpus } from './host/host-vcpus.ts'
import { rule as hostWords } from './host/host-words.ts'
import { rule as hugepagesSize } from './memory/hugepages-size.ts'
import { rule as hugepagesSizeTwice } from './memory/hugepages-size-twice.ts'
import { rule as memoryCurrentAbove } from './memory/memory-current-above.ts'
import { rule as memoryDeviceForm } from './memory/memory-device-form.ts'
import { rule as memoryDeviceNeedsAcpi } from './memory/memory-device-needs-acpi.ts'
import { rule as memoryDeviceNeedsNuma } from './memory/memory-device-needs-numa.ts'
import { rule as memoryDeviceOverlap } from './memory/memory-device-overlap.ts'
import { rule as memoryDeviceSlots } from './memory/memory-device-slots.ts'
import { rule as memoryHugepagesSource } from './memory/memory-hugepages-source.ts'
import { rule as memoryMaxBelow } from './memory/memory-max-below.ts'
import { rule as memoryNone } from './memory/memory-none.ts'
import { rule as memorySmall } from './memory/memory-small.ts'
import { rule as numaTooLarge } from './memory/numa-too-large.ts'
import { rule as guestUnreachable } from './network/guest-unreachable.ts'
import { rule as networkAddress } from './network/network-address.ts'
import { rule as networkBridgeInSession } from './network/network-bridge-in-session.ts'
import { rule as networkBridgeMissing } from './network/network-bridge-missing.ts'
import { rule as networkDeviceMissing } from './network/network-device-missing.ts'
import { rule as networkDriverVirtio } from './network/network-driver-virtio.ts'
import { rule as networkForwardAddress } from './network/network-forward-address.ts'
import { rule as networkForwardBackend } from './network/network-forward-backend.ts'
import { rule as networkForwardExclude } from './network/network-forward-exclude.ts'
import { rule as networkForwardOnlyExcluded } from './network/network-forward-only-excluded.ts'
import { rule as networkIpv6Prefix } from './network/network-ipv6-prefix.ts'
import { rule as networkKindOnly } from './network/network-kind-only.ts'
import { rule as networkKindUnsupported } from './network/network-kind-unsupported.ts'
import { rule as networkMacMulticast } from './network/network-mac-multicast.ts'
import { rule as networkMacTwice } from './network/network-mac-twice.ts'
import { rule as networkModelUnknown } from './network/network-model-unknown.ts'
import { rule as networkMulticast } from './network/network-multicast.ts'
import { rule as networkNameMissing } from './network/network-name-missing.ts'
import { rule as networkNetworkInSession } from './network/network-network-in-session.ts'
import { rule as networkNoModel } from './network/network-no-model.ts'
import { rule as networkPortPrivileged } from './network/network-port-privileged.ts'
import { rule as networkPortRange } from './network/network-port-range.ts'
import { rule as networkPortTwice } from './network/network-port-twice.ts'
import { rule as networkQueueSize } from './network/network-queue-size.ts'
import { rule as networkRangeBackwards } from './network/network-range-backwards.ts'
import { rule as networkSendQueue } from './network/network-send-queue.ts'
import { rule as networkSocketAddress } from './network/network-socket-address.ts'
import { rule as networkTeaming } from './network/network-teaming.ts'
import { rule as networkVhostuser } from './network/network-vhostuser.ts'
import { rule as networkVhostuserBackend } from './network/network-vhostuser-backend.ts'
import { rule as sshPortAndAuto } from './network/ssh-port-and-auto.ts'
import type { Rule } from './support/rule.ts'

export const allRules: readonly Rule[] = [
  addressBusFull,
  addressControllerRange,
  addressDecimal,
  addressMainboard,
  addressMmioMachine,
  addressMultifunction,
  addressRange,
  addressRootPortSlot,
  addressSlotFirst,
  addressTwice,
  addressZpci,
  aliasPrefix,
  aliasTwice,
  audioSettings,
  audioSpiceMissing,
  audioTwice,
  audioUnknown,
  autostartNeedsLibvirt,
  bootBothWays,
  bootKernelMissing,
  bootOrderTwice,
  bootSerialMissing,
  channelNameTwice,
  channelPort,
  chardevIncomplete,
  chardevProtocol,
  chardevReconnect,
  chardevShared,
  chardevSocket,
  clockAdjustment,
  clockAdjustmentForm,
  clockBasis,
  clockIncomplete,
  clockTimer,
  consoleKind,
  controllerChassisTwice,
  controllerExpander,
  controllerMachine,
  controllerModelUnknown,
  controllerNumberRange,
  controllerPciCarrier,
  controllerPciModel,
  controllerPciOption,
  controllerQueues,
  controllerRoot,
  controllerScsiOnly,
  controllerTwice,
  controllerWrongBus,
  cpuAddressLimit,
  cpuAddressWidth,
  cpuBeyondHost,
  cpuCache,
  cpuCustomNeedsModel,
  cpuEim,
  cpuFeatureConflict,
  cpuFeatureUnknown,
  cpuGicEmulated,
  cpuGicMany,
  cpuHostModelEmulated,
  cpuMigratableMode,
  cpuModelUnknown,
  cpuPassthroughEmulated,
  cpuPassthroughWithModel,
  cpuSetRange,
  cpuTooMany,
  cpuTopology,
  cpuTopologyIncomplete,
  cpuTopologyMachine,
  cpuVectorLengths,
  cpuVendorId,
  cpuWithoutModel,
  deploymentOfAnother,
  deviceAcpiIndex,
  deviceRomDisabled,
  diskAddressKind,
  diskAddressTwice,
  diskAuthTwice,
  diskBlockSize,
  diskBusOnly,
  diskBusUnsupported,
  diskCreate,
  diskDeviceOnly,
  diskDirectory,
  diskDrivePlace,
  diskEjectableBus,
  diskEncryptionFormat,
  diskEncryptionSecret,
  diskFormatByName,
  diskFormatGone,
  diskFormatOnly,
  diskIde,
  diskInquiryBus,
  diskIsoAsDisk,
  diskIsoFormat,
  diskLabel,
  diskLun,
  diskLunBus,
  diskLunOnly,
  diskNativeCache,
  diskNetworkSource,
  diskNoSource,
  diskNoTarget,
  diskNumberTwice,
  diskNvmeNamespace,
  diskPartition,
  diskPathRelative,
  diskProtocolGone,
  diskQemuPlace,
  diskQueues,
  diskReadonlyConflict,
  diskSerialLong,
  diskShareableFormat,
  diskTargetName,
  diskTargetTwice,
  diskThrottleBoth,
  diskThrottleBurst,
  diskThrottleGroup,
  diskThrottleTotal,
  diskUnstableName,
  diskUsbEmpty,
  diskVhostuser,
  diskWebWritable,
  featureIncomplete,
  featureMachine,
  featurePs2,
  featureStateMissing,
  featureTcg,
  fieldNotForThisKind,
  fieldTooNew,
  fieldValue,
  firmwareAcpiNeedsUefi,
  firmwareBiosArm,
  firmwareCodeAsRom,
  firmwareEnrolledKeys,
  firmwareFeaturesAlone,
  firmwareLoaderWithAutoselection,
  firmwareNoneFits,
  firmwareNvramWithoutFlash,
  firmwareNvramWithoutLoader,
  firmwareOtherArchitecture,
  firmwareSecureLoader,
  firmwareSettingsLost,
  firmwareUefiNeedsAcpi,
  graphicsDbusAddress,
  graphicsKindUnsupported,
  graphicsListenDiffers,
  graphicsListensMany,
  graphicsListensNowhere,
  graphicsOpenToNetwork,
  graphicsPortTwice,
  graphicsSpiceTls,
  graphicsTwice,
  guestUnreachable,
  hostBridge,
  hostCpuModel,
  hostDeviceInUse,
  hostDeviceMissing,
  hostDiskMounted,
  hostEmulatorCore,
  hostGroupHeld,
  hostGroupPartial,
  hostHomeFiles,
  hostHugepages,
  hostIommuOff,
  hostKvmMissing,
  hostMachine,
  hostMdev,
  hostMemlock,
  hostNeedsSystem,
  hostNetwork,
  hostNoReset,
  hostNumaFar,
  hostOnlyGpu,
  hostPasstDebian,
  hostPool,
  hostProgramMissing,
  hostRenderNode,
  hostSiblings,
  hostSlotPartial,
  hostSubuid,
  hostUsbMissing,
  hostUsbTwins,
  hostVcpus,
  hostWords,
  hostdevAddressKind,
  hostdevBalloon,
  hostdevBoot,
  hostdevGpuMissing,
  hostdevKindUnsupported,
  hostdevMdevDisplay,
  hostdevMdevModel,
  hostdevNoAddress,
  hostdevPciAddress,
  hostdevScsiOnly,
  hostdevTwice,
  hostdevUsbPort,
  hugepagesSize,
  hugepagesSizeTwice,
  hypervArchitecture,
  hypervNeeds,
  hypervSpinlocks,
  hypervVendorId,
  hypervisorOther,
  inputBus,
  inputEvdevSource,
  inputModel,
  iommuEim,
  iommuIoapic,
  iommuMachine,
  iommuPlace,
  iommuVirtio,
  iothreadBus,
  iothreadIds,
  iothreadMapping,
  iothreadPinUnknown,
  iothreadSchedulerUnknown,
  iothreadUndefined,
  keptDeviceEarly,
  keywrapMachine,
  launchSecurityHost,
  lifecycleAction,
  machineArchitecture,
  machineArchitectureUnknown,
  machineBoard,
  machineDevice,
  machineGone,
  machineNoPci,
  machineUnknown,
  memoryCurrentAbove,
  memoryDeviceForm,
  memoryDeviceNeedsAcpi,
  memoryDeviceNeedsNuma,
  memoryDeviceOverlap,
  memoryDeviceSlots,
  memoryHugepagesSource,
  memoryMaxBelow,
  memoryNone,
  memorySmall,
  nameInvalid,
  networkAddress,
  networkBridgeInSession,
  networkBridgeMissing,
  networkDeviceMissing,
  networkDriverVirtio,
  networkForwardAddress,
  networkForwardBackend,
  networkForwardExclude,
  networkForwardOnlyExcluded,
  networkIpv6Prefix,
  networkKindOnly,
  networkKindUnsupported,
  networkMacMulticast,
  networkMacTwice,
  networkModelUnknown,
  networkMulticast,
  networkNameMissing,
  networkNetworkInSession,
  networkNoModel,
  networkPortPrivileged,
  networkPortRange,
  networkPortTwice,
  networkQueueSize,
  networkRangeBackwards,
  networkSendQueue,
  networkSocketAddress,
  networkTeaming,
  networkVhostuser,
  networkVhostuserBackend,
  numaAttributes,
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
  panicTwice,
  pathLeadsOut,
  pathTilde,
  pciNone,
  qemuNamespace,
  qemuOptionGone,
  qemuOptionUnknown,
  qemuSetUnknown,
  requiredMissing,
  resctrlShares,
  rngForm,
  schedulerPriority,
  seclabelContradiction,
  seclabelTwice,
  serialCount,
  serialMachine,
  shareAccessmode,
  shareDriverGone,
  shareKindOnly,
  shareKindUnsupported,
  shareReadonlyVersion,
  shareSharedMemory,
  shareTagHidden,
  shareTagLong,
  shareTagTwice,
  shellWord,
  shmemModel,
  shmemName,
  shmemServer,
  shmemSize,
  smartcardCount,
  smmArchitecture,
  smmTseg,
  snapshotNameTwice,
  soundModelUnsupported,
  sourceNotForThisKind,
  spiceMissing,
  sshPortAndAuto,
  sysinfoForm,
  sysinfoMissing,
  sysinfoUuid,
  tpmArchitecture,
  tpmBackendMissing,
  tpmCrbVersion,
  tpmTwice,
  usbAddressKind,
  usbCompanion,
  usbDisabled,
  usbNoController,
  usbPortTwice,
  usbPortUnknown,
  usbPorts,
  usbPortsModel,
  vcpuCurrentAbove,
  vcpuPinShared,
  vcpuPinTwice,
  vcpuPinUnknown,
  vcpuSchedulerTwice,
  vcpuStates,
  vcpuTuning,
  videoAccel3d,
  videoAccel3dDisplay,
  videoAddress,
  videoArchitecture,
  videoBlobMemory,
  videoDriver,
  videoKnob,
  videoMemory,
  videoModelUnsupported,
  videoNoneBeside,
  videoPrimaryTwice,
  videoSecondary,
  virtioIommuPlatform,
  vncPassword,
  vncPort,
  watchdogActions,
  watchdogTwice,
  xmlAttributeMissing,
  xmlCharacter,
  xmlOnce,
  xmlOneDevice,
  xmlUnknownWord,
]
