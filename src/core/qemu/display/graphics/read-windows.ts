import { monitorAside } from '../../chardevs/read-monitor.ts'
import type { OptionInHand, Reading } from '../../reading/index.ts'
import { takeAudiodev } from '../sound/audio-names.ts'
import { takeVariable } from '../take-variable.ts'
import type { Graphics } from './graphics-decisions.ts'

type Draft = { -readonly [Key in keyof Graphics]: Graphics[Key] }

/**
 * Reads `-display`, `-sdl` and `-nographic`, of which the last one counts. GTK, curses and the like are not libvirt's:
 * they stay as they are.
 */
export function readWindow(reading: Reading): void {
  const said = reading
    .unread('display', 'sdl', 'nographic')
    .filter((option) => option.peek('vnc') === undefined)
  const last = said.at(-1)
  if (last === undefined) return
  for (const option of said) if (option !== last) option.finish()
  const type = last.name === 'display' ? last.peek('type') : last.name
  switch (type) {
    case 'none':
      last.finish()
      return
    case 'nographic':
      last.finish()
      addTerminal(reading)
      return
    case 'sdl':
      readSdl(reading, last)
      return
    case 'egl-headless':
      last.take('type')
      last.drop('gl', 'on')
      reading.add('graphics', { type, gl: glOf(last) }, [last])
      return
    case 'dbus':
      readDbus(reading, last)
  }
}

/** `-nographic` puts the first serial port on the terminal, and the monitor beside it. */
function addTerminal(reading: Reading): void {
  const hasSerial =
    reading.options.some(({ name }) => name === 'serial') ||
    reading.read.some(({ list }) => list === 'serial')
  if (hasSerial || !reading.hasDefaults) return
  reading.add('serial', { type: 'stdio', target: { port: 0 } }, [])
  reading.findings.push(monitorAside)
}

function readSdl(reading: Reading, option: OptionInHand): void {
  option.take('type')
  const fullScreen = reading.unread('full-screen')
  const item: Draft = {
    type: 'sdl',
    display: takeVariable(reading, 'DISPLAY'),
    xauth: takeVariable(reading, 'XAUTHORITY'),
    gl: glOf(option),
  }
  const isFull = option.takeBoolean('full-screen', 'full_screen')
  if (isFull === true || fullScreen.length > 0) item.fullscreen = true
  reading.add('graphics', item, [option, ...fullScreen])
}

function readDbus(reading: Reading, option: OptionInHand): void {
  option.take('type')
  const item: Draft = { type: 'dbus', gl: glOf(option) }
  if (option.takeBoolean('p2p') === true) item.p2p = true
  item.dbus_address = option.take('addr')
  item.audio = takeAudiodev(reading, option)
  reading.add('graphics', item, [option])
}

/** `gl=core` and `gl=es` are QEMU's alone. */
function glOf(option: OptionInHand): Graphics['gl'] {
  const enable = option.takeBoolean('gl')
  const rendernode = option.take('rendernode')
  if (enable === undefined && rendernode === undefined) return undefined
  return { enable: enable === undefined ? undefined : enable ? 'yes' : 'no', rendernode }
}
