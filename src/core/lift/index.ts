/** Domain XML in, and the shortest VmSpec that says the same. */
export { followDomain } from './follow-domain.ts'
export { lift, liftForQemu } from './lift.ts'
export {
  type DomainDocument,
  type Kept,
  keptFinding,
  listKept,
  type ReadDomain,
  readDomainXml,
} from './read-domain.ts'
export { type DomainPlace, nearestPositions, specPositions } from './spec-positions.ts'
