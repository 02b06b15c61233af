/** The door of guest/: what the guest sees of its host, from inside. */
export { type GuestMount, guestMounts } from './guest-mount.ts'
