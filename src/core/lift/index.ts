/** Domain XML in, and the shortest VmSpec that says the same. */
export { lift } from './lift.ts'
export { type DomainDocument, type Kept, listKept, type ReadDomain, readDomainXml } from './read-domain.ts'
