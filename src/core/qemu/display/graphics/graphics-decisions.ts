import type { Devices, Item } from '../../../domain/index.ts'
import { byHand, type Decisions, quiet, written } from '../../decisions/index.ts'

export type Graphics = Item<Devices['graphics']>

const rdp = byHand('It is left out: it belongs to RDP, which QEMU does not speak itself.')

/** What becomes of a display. */
export const graphicsDecisions: Decisions<Graphics> = {
  type: written,
  port: written,
  tls_port: written,
  autoport: written,
  websocket: written,
  socket: written,
  listen_address: written,
  passwd: written,
  passwd_valid_to: byHand('The password does not expire by itself: say expire_password in the QEMU monitor.'),
  connected: byHand(
    'What a new password does to who is connected is left out: it is a word of set_password in the QEMU monitor.',
  ),
  share_policy: written,
  power_control: written,
  default_mode: written,
  keymap: written,
  display: written,
  xauth: written,
  fullscreen: written,
  username: rdp,
  multi_user: rdp,
  replace_user: rdp,
  wait: quiet('bhyve’s: QEMU starts the guest at once.'),
  p2p: written,
  dbus_address: written,
  listen: { type: written, address: written, network: written, socket: written },
  channels: { name: written, mode: written },
  image: written,
  jpeg: written,
  zlib: written,
  playback: written,
  streaming: written,
  mouse: written,
  clipboard: written,
  filetransfer: written,
  gl: { enable: written, rendernode: written },
  audio: written,
}
