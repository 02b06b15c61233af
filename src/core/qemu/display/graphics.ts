/** How the screen is seen from outside. libvirt manual, Graphical framebuffers; QEMU manual, -display, -spice, -vnc. */
import type { Path } from '../../finding.ts'
import {
  type Build,
  checkSocketPath,
  type Devices,
  emit,
  find,
  type Item,
  object,
  socketPath,
} from '../build.ts'
import { type OptionValue, options } from '../options.ts'
import { byHand, type Said, said } from '../said.ts'

type Graphics = Item<Devices['graphics']>

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
  username: byHand('The user name is left out: QEMU has no RDP.'),
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

/** QEMU shows one window at most; SPICE and VNC are beside it. */
export function renderGraphics(build: Build): void {
  let window: Path | undefined
  let keymap: string | undefined
  for (const [index, one] of (build.devices.graphics ?? []).entries()) {
    const path = ['devices', 'graphics', index]
    if (one.type === 'spice') renderSpice(build, one, index, path)
    else if (one.type === 'vnc') renderVnc(build, one, index, path)
    else {
      const value = displayOf(build, one, path)
      if (value !== undefined && window !== undefined)
        find(build, 'qemu.unsupported', path, 'QEMU has one -display: this one is left out.')
      else if (value !== undefined) {
        emit(build, '-display', path, value)
        window = path
      }
    }
    if (one.keymap !== undefined && keymap === undefined) {
      keymap = one.keymap
      emit(build, '-k', [...path, 'keymap'], one.keymap)
    } else if (one.keymap !== undefined && one.keymap !== keymap)
      find(build, 'qemu.unsupported', [...path, 'keymap'], `QEMU has one keymap for all displays: ${keymap}.`)
  }
  if (window === undefined) emit(build, '-display', ['devices', 'graphics'], 'none')
}

/** Where a display listens. */
type Listen =
  | { readonly kind: 'address'; readonly address: string }
  | { readonly kind: 'socket'; readonly socket: string }
  | { readonly kind: 'none' }

function listenOf(build: Build, one: Graphics, socketName: string, path: Path): Listen {
  if ((one.listen?.length ?? 0) > 1)
    find(build, 'qemu.unsupported', [...path, 'listen', 1], 'QEMU listens at one place: the first is taken.')
  const first = one.listen?.[0]
  const type = first?.type ?? (first?.socket === undefined ? 'address' : 'socket')
  if (first === undefined && one.socket !== undefined) return { kind: 'socket', socket: one.socket }
  if (first !== undefined && type === 'none') return { kind: 'none' }
  if (first !== undefined && type === 'socket') {
    if (first.socket === undefined) return { kind: 'socket', socket: socketPath(build, socketName, path) }
    checkSocketPath(build, first.socket, path)
    return { kind: 'socket', socket: first.socket }
  }
  const address = first?.address ?? one.listen_address
  if (type === 'network' && address === undefined)
    find(
      build,
      'qemu.differs',
      [...path, 'listen', 0],
      `QEMU does not know libvirt’s networks: it listens on 127.0.0.1. Say the address of ${first?.network ?? 'the network'}.`,
    )
  return { kind: 'address', address: address ?? '127.0.0.1' }
}

const firstPort = 5900

/** libvirt picks a free port at the start, which a fixed command line can't. */
function portOf(build: Build, one: Graphics, index: number, path: Path): number {
  if (one.port !== undefined && one.port > 0 && one.autoport !== 'yes') return one.port
  const port = firstPort + index
  find(
    build,
    'qemu.differs',
    [...path, one.port === undefined ? 'type' : 'port'],
    `The port is ${port}: libvirt would pick a free one. Say another when it is taken.`,
  )
  return port
}

/** A password on a command line can be read by everybody on the host: QEMU reads it from a file. */
function passwordSecret(build: Build, one: Graphics, index: number, path: Path): string | undefined {
  if (one.passwd === undefined) return undefined
  const id = `graphics${index}-password`
  const file = `${build.stateDir}/${id}`
  object(build, 'secret', [...path, 'passwd'], { id, file })
  find(
    build,
    'qemu.secret',
    [...path, 'passwd'],
    `Write the password into ${file}, readable by you alone: it does not belong on a command line.`,
  )
  return id
}

function renderSpice(build: Build, one: Graphics, index: number, path: Path): void {
  const listen = listenOf(build, one, 'spice.sock', path)
  const secret = passwordSecret(build, one, index, path)
  const gl = one.gl?.enable === 'yes'
  const tls = one.tls_port !== undefined && one.tls_port > 0
  if (one.tls_port === -1)
    find(
      build,
      'qemu.unsupported',
      [...path, 'tls_port'],
      'The TLS port is left out: libvirt would pick a free one. Say its number.',
    )
  if (tls)
    find(
      build,
      'qemu.host-setup',
      [...path, 'tls_port'],
      'Certificates have to be in /etc/pki/libvirt-spice: ca-cert.pem, server-cert.pem, server-key.pem.',
    )
  const where: Record<string, OptionValue> =
    listen.kind === 'socket'
      ? { unix: true, addr: listen.socket }
      : listen.kind === 'address'
        ? {
            port: tls && one.port === undefined ? undefined : portOf(build, one, index, path),
            'tls-port': tls ? one.tls_port : undefined,
            addr: listen.address,
          }
        : {}
  const secure: string[] = []
  const plain: string[] = []
  if (one.default_mode === 'secure') secure.push('default')
  if (one.default_mode === 'insecure') plain.push('default')
  for (const { name, mode } of one.channels ?? []) {
    if (name === undefined) continue
    if (mode === 'secure') secure.push(name)
    if (mode === 'insecure') plain.push(name)
  }
  emit(
    build,
    '-spice',
    path,
    options('', {
      ...where,
      'x509-dir': tls ? '/etc/pki/libvirt-spice' : undefined,
      'tls-channel': secure,
      'plaintext-channel': plain,
      'disable-ticketing': secret === undefined ? true : undefined,
      'password-secret': secret,
      'image-compression': one.image,
      'jpeg-wan-compression': one.jpeg,
      'zlib-glz-wan-compression': one.zlib,
      'playback-compression': one.playback,
      'streaming-video': one.streaming,
      'agent-mouse': one.mouse === undefined ? undefined : one.mouse === 'client',
      'disable-copy-paste': one.clipboard === false ? true : undefined,
      'disable-agent-file-xfer': one.filetransfer === false ? true : undefined,
      gl: gl ? true : undefined,
      rendernode: gl ? one.gl?.rendernode : undefined,
    }),
  )
}

function renderVnc(build: Build, one: Graphics, index: number, path: Path): void {
  const listen = listenOf(build, one, 'vnc.sock', path)
  const secret = passwordSecret(build, one, index, path)
  let where = 'none'
  if (listen.kind === 'socket') where = `unix:${listen.socket}`
  else if (listen.kind === 'address') {
    const port = portOf(build, one, index, path)
    if (port < firstPort)
      find(
        build,
        'qemu.text',
        [...path, 'port'],
        `QEMU counts VNC ports from ${firstPort}: ${port} is below.`,
      )
    const address = listen.address.includes(':') ? `[${listen.address}]` : listen.address
    where = `${address}:${Math.max(0, port - firstPort)}`
  }
  emit(
    build,
    '-vnc',
    path,
    options(where, {
      'password-secret': secret,
      websocket: one.websocket === undefined ? undefined : one.websocket > 0 ? one.websocket : true,
      share: one.share_policy,
      'power-control': one.power_control,
      audiodev: one.audio === undefined ? undefined : `audio${one.audio}`,
    }),
  )
}

function displayOf(build: Build, one: Graphics, path: Path): string | undefined {
  const gl = one.gl?.enable === undefined ? undefined : one.gl.enable === 'yes'
  const rendernode = one.gl?.rendernode
  switch (one.type) {
    case 'sdl':
      if (one.display !== undefined || one.xauth !== undefined)
        find(
          build,
          'qemu.host-setup',
          [...path, 'display'],
          `QEMU takes the X display from its environment: start it with DISPLAY=${one.display ?? ':0'} and XAUTHORITY=${one.xauth ?? '~/.Xauthority'}.`,
        )
      return options('sdl', { gl, 'full-screen': one.fullscreen })
    case 'desktop':
      if (one.display !== undefined)
        find(
          build,
          'qemu.host-setup',
          [...path, 'display'],
          `QEMU takes the X display from its environment: start it with DISPLAY=${one.display}.`,
        )
      return options('gtk', { gl, 'full-screen': one.fullscreen })
    case 'egl-headless':
      return options('egl-headless', { rendernode })
    case 'dbus':
      return options('dbus', {
        p2p: one.p2p === true ? true : undefined,
        addr: one.dbus_address,
        gl,
        rendernode,
        audiodev: one.audio === undefined ? undefined : `audio${one.audio}`,
      })
    default:
      find(
        build,
        'qemu.unsupported',
        [...path, 'type'],
        `QEMU has no display of type ${one.type}: use spice or vnc.`,
      )
      return undefined
  }
}
