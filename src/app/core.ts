/**
 * What the page takes from core at once, each from the door of its folder. What writes, what reads vm.yml and what
 * makes links is not among it: it is loaded when it is needed (render/render-all.ts, open/read-specs.ts, share/link.ts).
 */

export { readPublicKeys } from '../core/cloudinit/index.ts'
export type { AddedDevice } from '../core/complete/index.ts'
export type { Domain } from '../core/domain/index.ts'
export { type GuestMount, guestMounts, type IdmapSegment, idmapSegments } from '../core/exports/index.ts'
export {
  type Change,
  concerns,
  countByTarget,
  countFindings,
  countWords,
  type Finding,
  type FindingCounts,
  type Fix,
  formatPath,
  hasErrors,
  isOwnTarget,
  type OwnTarget,
  type Path,
  type PathSegment,
  type Position,
  parsePath,
  type Severity,
  severities,
} from '../core/finding.ts'
export {
  deviceName,
  displayPortWords,
  type GpuModelName,
  gpuModels,
  isWindowsGuest,
  lookingGlassMemoryMiB,
  recommendGpuModel,
  windowsGuestChanges,
  withoutWindowsGuest,
} from '../core/guide/index.ts'
export {
  atLeast,
  bestPinning,
  checkHostFacts,
  comparePciAddresses,
  type DistroFamily,
  distroFamily,
  formatCpuList,
  formatPciAddress,
  type HostCore,
  type HostFacts,
  type HostText,
  type HostTextSource,
  type HostTopology,
  type HugePages,
  hostFactsSchema,
  hostSetup,
  hostTopology,
  hugePages,
  type IommuGroup,
  iommuGroups,
  iommuListingCommand,
  type MdevOffer,
  mdevOffers,
  mergeHostFacts,
  type PciAddress,
  type PciDevice,
  type PciKind,
  parseCpuList,
  pciAddressFromParts,
  pciAddressParts,
  pciAssignability,
  pciKind,
  readHostText,
  type SetupFile,
  type SetupStep,
  type SriovOffer,
  sriovOffers,
  type UsbIdentity,
  usbIdentities,
  usbNamedBy,
  whyNotAssignable,
  withoutIommuGroup,
} from '../core/host/index.ts'
export type { Kept } from '../core/lift/index.ts'
export type { SensitiveThing } from '../core/link/index.ts'
export { samePath, startsWith, valueAt } from '../core/path.ts'
export {
  domainPathsOf,
  type Note,
  type Origin,
  type Resolved,
  specPathOf,
  targetOf,
} from '../core/resolve/index.ts'
export type { HostReach, HostReachKind } from '../core/review/index.ts'
export { applyChanges } from '../core/spec/apply-changes.ts'
export {
  type Design,
  inSentence,
  labelOf,
  singular,
  spellOut,
  type VmSpec,
  vmSpec,
} from '../core/spec/index.ts'
export {
  type Around,
  demandsOn,
  type Field,
  formatSize,
  isMet,
  isRecord,
  type Meta,
  type Shape,
  schema,
  sizeInBytes,
  type UnknownRecord,
} from '../core/table/index.ts'
export {
  beginsKubevirt,
  beginsProxmox,
  beginsQemuCommand,
  beginsVirtInstall,
  type DesktopFormat,
  desktopFormat,
  xmlInText,
} from '../core/text/index.ts'
export { type StartStep, type StartVerdict, type StartWay, startWayNames } from '../core/verdict/index.ts'
