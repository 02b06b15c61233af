/** Domain XML in, and the shortest VmSpec that says the same. */
export { forLibvirt } from './for-libvirt.ts'
export { lift, liftForQemu } from './lift.ts'
export { pruned } from './prune.ts'
export {
  type DomainDocument,
  type Kept,
  keptFinding,
  listKept,
  type ReadDomain,
  readDomainXml,
} from './read-domain.ts'
export { missingFrom, sameValue } from './same-value.ts'
export { type DomainPlace, nearestPositions, specPositions } from './spec-positions.ts'
