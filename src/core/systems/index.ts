/** The door of systems/: what is known of the systems that run in VMs, and what follows from it. */
export { guestSystem, guestSystems, nearestSystem } from './all-systems.ts'
export { type GuestWord, guestWords, systemOf, withGuestWords, withWords } from './guest-words.ts'
export { imageChanges, imageOf } from './image-changes.ts'
export { type GuestSystem, systemFamilies } from './system.ts'
