/** The door of cloudinit/: what the guest is told at its first boot, and the SSH key that goes in. */
export { type GuestDistro, guestDistro } from './guest-distro.ts'
export { type Login, loginOf } from './login.ts'
export { type CloudInit, type CloudInitFile, hasSomethingToSay, renderCloudInit } from './render.ts'
export { type KeyChannels, keyChannels, sshKey, wantsSshKey } from './ssh-key.ts'
