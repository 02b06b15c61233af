import type { Devices, Item } from '../../../domain/index.ts'
import { byHand, type Decisions, quiet, written, writtenIn } from '../../decisions/index.ts'

export type Graphics = Item<Devices['graphics']>

const rdp = byHand('It is left out: it belongs to RDP, which QEMU does not speak itself.')

/** What becomes of a display. */
export const graphicsDecisions: Decisions<Graphics> = {
  ...writtenIn<Graphics>()('type port tls_port autoport websocket socket listen_address passwd'),
  passwd_valid_to: byHand('The password does not expire by itself: say expire_password in the QEMU monitor.'),
  connected: byHand(
    'What a new password does to who is connected is left out: it is a word of set_password in the QEMU monitor.',
  ),
  ...writtenIn<Graphics>()('share_policy power_control default_mode keymap display xauth fullscreen'),
  username: rdp,
  multi_user: rdp,
  replace_user: rdp,
  wait: quiet('bhyve’s: QEMU starts the guest at once.'),
  p2p: written,
  dbus_address: written,
  listen: { type: written, address: written, network: written, socket: written },
  channels: { name: written, mode: written },
  ...writtenIn<Graphics>()('image jpeg zlib playback streaming mouse clipboard filetransfer'),
  gl: { enable: written, rendernode: written },
  audio: written,
}
