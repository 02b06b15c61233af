/** The door of host/: what the host is, and the readers of what a host prints about itself. */
export { distroFamily } from './distro-family.ts'
export {
  defaultHost,
  type HostFacts,
  type HostFirmware,
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
export { type HostPaths, hostPaths } from './host-paths.ts'
export { type IommuGroup, iommuGroups, withoutIommuGroup } from './iommu-groups.ts'
export {
  type IommuListing,
  iommuListingCommand,
  iommuListingLimits,
  readIommuListing,
} from './iommu-listing.ts'
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
export { readHostFacts } from './read-facts.ts'
export { atLeast, compareVersions } from './version.ts'
