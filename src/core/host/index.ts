/** The door of host/: what the host is, and the readers of what a host prints about itself. */

export { cachedImage } from './cached-image.ts'
export { checkHostFacts } from './check-facts.ts'
export { formatCpuList, parseCpuList } from './cpu-list.ts'
export { distroFamily } from './distro-family.ts'
export {
  defaultHost,
  type HostBlockDevice,
  type HostCpu,
  type HostEmulator,
  type HostFacts,
  type HostFirmware,
  type HostMdev,
  type HostNetworkDevice,
  type HostNumaNode,
  hostFactsSchema,
  type IdRange,
  type UsbDevice,
} from './facts.ts'
export {
  chooseFirmware,
  type FirmwareChoice,
  type FirmwareInstall,
  type FirmwareWish,
  firmwareCandidates,
  firmwareInstallFor,
  flashSizeMiB,
} from './firmware.ts'
export {
  type DistroFamily,
  distroFamilies,
  type FirmwareCandidate,
  type FirmwareFiles,
} from './firmware-table.ts'
export { type HostPaths, hostPaths, nameInStateDir, withoutDots } from './host-paths.ts'
export { hostSetup, type SetupFile, type SetupStep } from './host-setup.ts'
export type { HostText, HostTextKind, HostTextSource } from './host-text.ts'
export { type HugePageNeed, type HugePages, hugePages } from './hugepages.ts'
export { type IommuGroup, iommuGroups, iommuIsOn, withoutIommuGroup } from './iommu-groups.ts'
export {
  type IommuListing,
  iommuListingCommand,
  iommuListingLimits,
  readIommuListing,
} from './iommu-listing.ts'
export { mergeHostFacts } from './merge-facts.ts'
export { type Obstacle, whyNotAssignable } from './obstacles.ts'
export {
  comparePciAddresses,
  formatPciAddress,
  type PciAddress,
  type PciAddressPart,
  type PciAddressParts,
  parsePciAddress,
  pciAddressFromParts,
  pciAddressPartNames,
  pciAddressParts,
  pciRanges,
} from './pci-address.ts'
export { type PciDevice, pciDeviceSchema } from './pci-device.ts'
export { type PciAssignability, type PciKind, pciAssignability, pciKind } from './pci-kind.ts'
export { bestPinning, type GuestTopology, type Pinning, type PinningWish } from './pinning.ts'
export { readHostFacts } from './read-facts.ts'
export { readHostText } from './read-host-text.ts'
export { nestedSwitch } from './setup/nested.ts'
export { romDumps } from './setup/vbios.ts'
export { type SystemNeed, systemNeeds } from './system-needs.ts'
export {
  type HostCacheGroup,
  type HostCore,
  type HostDie,
  type HostSocket,
  type HostTopology,
  hostTopology,
} from './topology.ts'
export { type UsbIdentity, type UsbSource, usbIdentities, usbNamedBy } from './usb-identity.ts'
export { atLeast, compareVersions } from './version.ts'
export { type MdevOffer, mdevOffers, type SriovOffer, sriovOffers } from './virtual-functions.ts'
