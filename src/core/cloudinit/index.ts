/** The door of cloudinit/: what the guest is told at its first boot, and the SSH key that goes in. */
export { guestDistro } from './guest-distro.ts'
export { loginOf, notBlank } from './login.ts'
export { type PublicKeys, readPublicKeys } from './public-keys.ts'
export {
  type CloudInit,
  type CloudInitFile,
  hasSomethingToSay,
  hostName,
  hostNameFrom,
  renderCloudInit,
} from './render.ts'
export { keyChannels, sshKey, sshKeys, wantsSshKey } from './ssh-key.ts'
export { yamlOf } from './yaml-1-1.ts'
