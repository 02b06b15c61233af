/** VmSpec and HostFacts to Domain. */
export { without } from './leave-out.ts'
export { domainPathsOf, originOf, specPathOf } from './origin-paths.ts'
export { resolve } from './resolve.ts'
export type { Note, Origin, Resolved, Target } from './resolved.ts'
