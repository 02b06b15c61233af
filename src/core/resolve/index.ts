/** VmSpec and HostFacts to Domain. */
export { without } from './leave-out.ts'
export { resolve } from './resolve.ts'
export type { Note, Origin, Resolved, Target } from './resolved.ts'
