/**
 * The library: everything about one virtual machine as pure functions. The same input gives the same bytes; nothing is
 * read, written or fetched; what is wrong comes back as findings and never as an exception. Each function says at its
 * definition what it takes, in which units, what it finds, and where its facts are from.
 *
 *     const { designs, findings } = readSpecs(text)
 *     const resolved = resolve(design, host, 'libvirt')
 *     const xml = renderXmlText(resolved.domain)
 */

// The design: vm.yml, JSON and links, read and written.

export {
  type DecodedLink,
  decodeLink,
  encodeLink,
  isSecret,
  linkLimits,
  type SensitiveThing,
  sensitiveThings,
} from './link/index.ts'
export {
  applyChanges,
  type CheckedSpec,
  checkSpec,
  type Design,
  decodeDesignLink,
  designFromPlain,
  designToPlain,
  encodeDesignLink,
  type ReadDesign,
  type ReadOptions,
  readSpecs,
  type SpecDocument,
  type SpecShape,
  type UpdateOptions,
  updateSpecText,
  type VmSpec,
  type WriteOptions,
  writeSpec,
  writeSpecs,
} from './spec/index.ts'

// Many VMs of one design and a table.

export {
  checkSet,
  decodeSetLink,
  encodeSetLink,
  findingsOfEach,
  type ReadSetLink,
  type ReadTable,
  readTable,
  type SetFinding,
  type SetTable,
  type SetVm,
  setOfDesigns,
  type VmSet,
  type VmsOfSet,
  vmsOfSet,
} from './set/index.ts'

// The systems that run in VMs: what is known of each, and how a design is made of its image.

export {
  type GuestSystem,
  guestSystem,
  guestSystems,
  imageChanges,
  imageOf,
  systemFamilies,
} from './systems/index.ts'

// The host: its facts, and what it prints about itself.

export {
  bestPinning,
  defaultHost,
  type HostFacts,
  type HostPaths,
  type HostText,
  type HostTextSource,
  type HostTopology,
  type HugePages,
  hostPaths,
  hostSetup,
  hostTopology,
  hugePages,
  type IommuGroup,
  type IommuListing,
  iommuGroups,
  iommuListingCommand,
  type MdevOffer,
  mdevOffers,
  mergeHostFacts,
  type Obstacle,
  type PciAddress,
  type PciDevice,
  type Pinning,
  type PinningWish,
  readHostFacts,
  readHostText,
  readIommuListing,
  type SetupFile,
  type SetupStep,
  type SriovOffer,
  sriovOffers,
  type UsbIdentity,
  usbIdentities,
  usbNamedBy,
  whyNotAssignable,
} from './host/index.ts'

// Everything said, nothing implied, and the way back.

export {
  type DomainDocument,
  type DomainPlace,
  forLibvirt,
  type Kept,
  keptFinding,
  lift,
  liftForQemu,
  listKept,
  nearestPositions,
  type ReadDomain,
  readDomainXml,
  specPositions,
} from './lift/index.ts'
export { describeEdit, mergeThreeWays, type Put, put, type Shown, withoutLibvirtsOwn } from './put/index.ts'
export {
  type Note,
  type Origin,
  type Resolved,
  resolve,
  type Target,
  targetOf,
} from './resolve/index.ts'
export {
  type DesignOfXml,
  designOfXml,
  ownWords,
  type StoredSpec,
  withStoredSpec,
} from './stored-spec/index.ts'

// What libvirt makes of it before it starts it.

export { type AddedDevice, addedDevices, type Completed, complete } from './complete/index.ts'

// The machine drawn.

export {
  type HostDevice,
  type HostEnd,
  type HostGroup,
  outlineOf,
  type Picture,
  type PictureNode,
  pictureOf,
  renderPictureSvg,
} from './picture/index.ts'

// Two of them side by side, and the commands that make one the other.

export {
  type CompareOptions,
  type Comparison,
  compare,
  type Difference,
  type How,
  type LeftAside,
} from './compare/index.ts'

// What a design from a stranger would touch.

export { type HostReach, type HostReachKind, hostReach } from './review/index.ts'

// What is taken away: the bundle, domain XML, command line and script, cloud-init files, mounts for the guest.

export {
  type Bundle,
  type BundleFile,
  bundle,
  bundleSet,
  fileMode,
  fileNameOf,
  type SetBundle,
  zipBundle,
} from './bundle/index.ts'
export {
  type CloudInit,
  type CloudInitFile,
  type PublicKeys,
  readPublicKeys,
  renderCloudInit,
} from './cloudinit/index.ts'
export { type Domain, type RenderedXml, renderXml, renderXmlText, withSpecElement } from './domain/index.ts'
export {
  type ExplainedCommand,
  explainCommand,
  type GuestMount,
  guestMounts,
  type IdmapSegment,
  type IdmapSegments,
  idmapSegments,
  renderCommand,
  renderShell,
  type ShellScript,
} from './exports/index.ts'
export {
  type ArgvDocument,
  argvOf,
  type Copy,
  type Helper,
  type QemuArgument,
  type QemuCommand,
  qemuCommand,
  type ReadCommand,
  readArgv,
  renderArgv,
} from './qemu/index.ts'
export { type SeedFile, seedImage, seedImageFat } from './seed/index.ts'
export { renderShortLine } from './short-line/index.ts'

// The formats of others.

export {
  isTargetId,
  type TargetFile,
  type TargetId,
  targetIds,
  targets,
  targetTitles,
  type WrittenSet,
  type WrittenTarget,
  writeTarget,
  writeTargetSet,
} from './targets/index.ts'

// What is wrong, as data.

export { allFindings } from './check/index.ts'
export {
  type Change,
  concerns,
  countByTarget,
  countFindings,
  countsInWords,
  type Finding,
  type FindingCounts,
  type FindingTarget,
  type Fix,
  findingTargets,
  formatPath,
  hasErrors,
  isOwnTarget,
  type OwnTarget,
  type Path,
  type PathSegment,
  type Position,
  parsePath,
  type Severity,
  type TargetCount,
} from './finding.ts'
export { valueAt } from './path.ts'
export { allRules, checkDesign, isSafeFix } from './rules/index.ts'
export { type CauseCode, type ErrorAnswer, type ErrorExplanation, explainError } from './why/index.ts'

// Texts as other programs read them.

export {
  beginsQemuCommand,
  desktopFormat,
  formatShellCommand,
  nearest,
  ownValue,
  quoteForShell,
  sarifMessage,
  sarifUri,
  xmlInText,
} from './text/index.ts'
export { parseXml, type XmlDocument, type XmlElement } from './xml/index.ts'
