/** Displays of a command line, and what QEMU shows when nobody says one. */
import type { Reading } from '../../reading/index.ts'
import { hasNoVideo } from '../video/read-video.ts'
import { readSpice } from './read-spice.ts'
import { readVnc } from './read-vnc.ts'
import { readWindow } from './read-windows.ts'

/** To be read after the video cards. */
export function readGraphics(reading: Reading): void {
  reportDefaultWindow(reading)
  const keymap = reading.unread('k')
  const words: { keymap?: string } = {}
  const last = keymap.at(-1)?.written.value
  if (last !== undefined) words.keymap = last
  const taken = [readVnc(reading, words), readSpice(reading, words)]
  readWindow(reading)
  // A window has no keymap with libvirt: the option stays.
  if (taken.includes(true)) for (const option of keymap) option.finish()
  const shown = reading.read.some(({ list }) => list === 'graphics')
  // libvirt adds a card to every display, beside one that stays as it is.
  if (shown && hasNoVideo(reading)) reading.add('video', { model: 'none' }, [])
}

const displays = ['display', 'nographic', 'vnc', 'spice', 'sdl', 'gtk', 'curses']

/** QEMU opens a window on the desktop unless it is told otherwise; libvirt does not. */
function reportDefaultWindow({ options, findings }: Reading): void {
  if (options.some(({ name }) => displays.includes(name))) return
  findings.push({
    code: 'argv.differs',
    severity: 'advice',
    path: [],
    message:
      'QEMU would open a window for this command line, and libvirt does not: say a display, such as graphics: [{type: spice}].',
  })
}
