/** How the screen is seen from outside. libvirt manual, Graphical framebuffers; QEMU manual, -display, -spice, -vnc. */

import { portsOf } from '../../../complete/index.ts'
import type { Path } from '../../../finding.ts'
import { type Build, leftOut } from '../../build/index.ts'
import { emit } from '../../writing/index.ts'
import type { Graphics } from './graphics-decisions.ts'
import { renderSpice } from './spice.ts'
import { renderVnc } from './vnc.ts'
import { isWindow, renderWindow, reportNoDisplay } from './windows.ts'

/** QEMU shows one window at most, and one SPICE; VNC servers are as many as there are. */
export function renderGraphics(build: Build): void {
  const list = build.devices.graphics ?? []
  const ports = portsOf(list)
  const keymaps: Keymap = { chosen: undefined }
  let hasWindow = false
  let hasSpice = false
  let isSeen = false
  for (const [index, one] of list.entries()) {
    const path = ['devices', 'graphics', index]
    if (one.type === 'vnc') {
      renderVnc(build, one, ports[index], index, path)
      isSeen = true
    } else if (one.type === 'spice' && hasSpice)
      leftOut(build, path, 'QEMU has one SPICE server: this one is left out.')
    else if (one.type === 'spice') {
      renderSpice(build, one, ports[index], index, path)
      hasSpice = true
      isSeen = true
    } else if (!isWindow(one)) reportNoDisplay(build, one, path)
    else if (hasWindow) leftOut(build, path, 'QEMU has one -display: this one is left out.')
    else hasWindow = renderWindow(build, one, path)
    renderKeymap(build, one, keymaps, path)
  }
  // QEMU opens a window when it is not seen anywhere else.
  if (!hasWindow && !isSeen) emit(build, '-display', ['devices', 'graphics'], 'none')
}

interface Keymap {
  chosen: string | undefined
}

function renderKeymap(build: Build, { keymap }: Graphics, keymaps: Keymap, path: Path): void {
  if (keymap === undefined || keymap === keymaps.chosen) return
  if (keymaps.chosen === undefined) {
    keymaps.chosen = keymap
    emit(build, '-k', [...path, 'keymap'], keymap)
  } else leftOut(build, [...path, 'keymap'], `QEMU has one keymap for all displays: ${keymaps.chosen}.`)
}
