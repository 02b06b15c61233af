/** VmSpec and HostFacts to Domain. */
export { defaultPlaces, each, mayBeFilledIn, type Pattern } from './filled-in.ts'
export type { Installation, InstallationMedium } from './installation.ts'
export { type MadeDevice, madeDeviceAt, madeDeviceList, madeDevices } from './made-devices.ts'
export { domainPathsOf, originOf, specPathOf } from './origin-paths.ts'
export { without, withoutAll } from './places.ts'
export { resolve } from './resolve.ts'
export { type NewDisk, type Note, type Origin, type Resolved, type Target, targetOf } from './resolved.ts'
