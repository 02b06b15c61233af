/** Screens, and the cards that draw them. */
import { attributes, flag, kind, list, number, numbers, object, required, text } from '../words.ts'
import { acpi, alias, queueIds, withMode } from './shared.ts'

const gl = {
  ...attributes('enable'),
  render_node: text('@rendernode'),
}

const listenersNetwork = attributes('address network')

const listeners = {
  address: kind('@type', 'address', attributes('address')),
  network: kind('@type', 'network', listenersNetwork),
  socket: kind('@type', 'socket', attributes('socket')),
}

const clipBoard = {
  copy_paste: required(text('@copypaste')),
}

const spiceCompression = {
  compression: required(text('@compression')),
}

export const graphics = {
  audio: object('audio', queueIds),
  dbus: kind('@type', 'dbus', {
    ...attributes('address p2p'),
    gl: object('gl', gl),
  }),
  desktop: kind('@type', 'desktop', {
    ...attributes('display'),
    full_screen: text('@fullscreen'),
  }),
  egl_headless: kind('@type', 'egl-headless', {
    gl: object('gl', {
      render_node: text('@rendernode'),
    }),
  }),
  rdp: kind('@type', 'rdp', {
    ...attributes('listen multiUser passwd replaceUser username'),
    ...numbers('port'),
    auto_port: flag('@autoport'),
    listeners: list('listen', listeners),
  }),
  sdl: kind('@type', 'sdl', {
    ...attributes('display xauth'),
    full_screen: text('@fullscreen'),
    gl: object('gl', attributes('enable')),
  }),
  spice: kind('@type', 'spice', {
    ...attributes('connected defaultMode keymap listen passwd passwdValidTo'),
    ...numbers('port tlsPort'),
    auto_port: flag('@autoport'),
    channel: list('channel', {
      mode: required(text('@mode')),
      name: required(text('@name')),
    }),
    clip_board: object('clipboard', clipBoard),
    file_transfer: object('filetransfer', {
      enable: required(text('@enable')),
    }),
    gl: object('gl', gl),
    image: object('image', spiceCompression),
    jpeg: object('jpeg', spiceCompression),
    listeners: list('listen', listeners),
    mouse: object('mouse', withMode),
    playback: object('playback', spiceCompression),
    streaming: object('streaming', withMode),
    zlib: object('zlib', spiceCompression),
  }),
  vnc: kind('@type', 'vnc', {
    ...attributes('connected keymap listen passwd passwdValidTo powerControl sharePolicy socket'),
    ...numbers('port'),
    auto_port: flag('@autoport'),
    listeners: list('listen', listeners),
    web_socket: number('@websocket'),
  }),
}

export const video = {
  acpi: object('acpi', acpi),
  alias: object('alias', alias),
  driver: object('driver', {
    ...attributes('ats iommu name packed page_per_vq'),
    vga_conf: text('@vgaconf'),
  }),
  model: object('model', {
    ...attributes('blob edid primary type'),
    ...numbers('heads ram vram vram64'),
    accel: object('acceleration', {
      ...attributes('accel2d accel3d'),
      render_node: text('@rendernode'),
    }),
    resolution: object('resolution', {
      x: required(number('@x')),
      y: required(number('@y')),
    }),
    vga_mem: number('@vgamem'),
  }),
}
