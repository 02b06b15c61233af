import type { Devices, Item } from '../../../domain/index.ts'
import { byHand, quiet, type Said, said } from '../../writing/decisions.ts'

export type Graphics = Item<Devices['graphics']>

const rdp = byHand('It is left out: it belongs to RDP, which QEMU does not speak itself.')

/** What becomes of a display. */
export const graphicsSaid: Said<Graphics> = {
  type: said,
  port: said,
  tls_port: said,
  autoport: said,
  websocket: said,
  socket: said,
  listen_address: said,
  passwd: said,
  passwd_valid_to: byHand('The password does not expire by itself: say expire_password in the QEMU monitor.'),
  connected: byHand(
    'What a new password does to who is connected is left out: it is a word of set_password in the QEMU monitor.',
  ),
  share_policy: said,
  power_control: said,
  default_mode: said,
  keymap: said,
  display: said,
  xauth: said,
  fullscreen: said,
  username: rdp,
  multi_user: rdp,
  replace_user: rdp,
  wait: quiet('bhyve’s: QEMU starts the guest at once.'),
  p2p: said,
  dbus_address: said,
  listen: { type: said, address: said, network: said, socket: said },
  channels: { name: said, mode: said },
  image: said,
  jpeg: said,
  zlib: said,
  playback: said,
  streaming: said,
  mouse: said,
  clipboard: said,
  filetransfer: said,
  gl: { enable: said, rendernode: said },
  audio: said,
}
