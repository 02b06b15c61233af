/** `-display`: a window on this desktop, or drawing for others. QEMU manual, Invocation, Display options. */
import type { Path } from '../../../finding.ts'
import { type Build, hasQemu, leftOut, report, setVariable } from '../../build/index.ts'
import { options } from '../../words/options.ts'
import { emit } from '../../writing/index.ts'
import { audiodevOf } from '../sound/audio-names.ts'
import type { Graphics } from './graphics-decisions.ts'

export function isWindow({ type }: Graphics): boolean {
  return type === 'sdl' || type === 'desktop' || type === 'egl-headless' || type === 'dbus'
}

export function reportNoDisplay(build: Build, { type }: Graphics, path: Path): void {
  const message =
    type === 'rdp'
      ? 'QEMU does not speak RDP: libvirt starts qemu-rdp beside it. By hand: a display of type dbus, and qemu-rdp on its bus.'
      : `QEMU has no display of type ${type}: use spice or vnc.`
  leftOut(build, [...path, 'type'], message)
}

/** @returns false when this version of QEMU has no such display */
export function renderWindow(build: Build, one: Graphics, path: Path): boolean {
  const value = windowOf(build, one, path)
  if (value === undefined) return false
  emit(build, '-display', path, value)
  return true
}

function windowOf(build: Build, one: Graphics, path: Path): string | undefined {
  const rendernode = one.gl?.rendernode
  const gl = one.gl?.enable === undefined ? undefined : one.gl.enable === 'yes'
  switch (one.type) {
    case 'sdl':
    case 'desktop': {
      // The X display is told by the environment.
      setVariable(build, 'DISPLAY', one.display, [...path, 'display'])
      setVariable(build, 'XAUTHORITY', one.xauth, [...path, 'xauth'])
      if (rendernode !== undefined)
        report(
          build,
          'qemu.differs',
          [...path, 'gl', 'rendernode'],
          'A window draws with the GPU of its desktop.',
        )
      // libvirt says -full-screen before, which a -display after it takes back.
      const pairs = { gl, 'full-screen': one.fullscreen === true ? true : undefined }
      return options(one.type === 'sdl' ? 'sdl' : 'gtk', pairs)
    }
    case 'egl-headless':
      return options('egl-headless', { rendernode })
    case 'dbus':
      return dbus(build, one, path)
    default:
      return undefined
  }
}

function dbus(build: Build, one: Graphics, path: Path): string | undefined {
  if (!hasQemu(build, '7.0')) {
    leftOut(build, [...path, 'type'], 'QEMU has a D-Bus display since 7.0: use spice or vnc.')
    return undefined
  }
  if (one.p2p !== true && one.dbus_address === undefined)
    report(
      build,
      'qemu.differs',
      [...path, 'type'],
      'The display is on the session bus: libvirt would start a bus of the VM’s own. Say dbus_address or p2p.',
    )
  if (one.clipboard === true)
    report(
      build,
      'qemu.differs',
      [...path, 'clipboard'],
      'The clipboard is shared when there is a channel of type qemu-vdagent.',
    )
  return options('dbus', {
    p2p: one.p2p === true ? true : undefined,
    addr: one.p2p === true ? undefined : one.dbus_address,
    gl: one.gl?.enable === undefined ? undefined : one.gl.enable === 'yes',
    rendernode: one.gl?.rendernode,
    audiodev: one.audio === undefined ? undefined : audiodevOf(build, one.audio),
  })
}
