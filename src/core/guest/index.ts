/** The door of guest/: what the guest sees of its host, from inside. */
export { escapeUnitPath, type GuestMount, guestMounts } from './guest-mount.ts'
