/** Devices that libvirt adds by itself. libvirt: `qemuDomainDefAddDefaultDevices`, `virDomainDefPostParseCommon`. */
import { type Draft, own } from './draft.ts'
import { videoModel } from './models.ts'

export function addImpliedDevices(draft: Draft): void {
  const { devices, machine } = draft
  addConsoleTwin(draft)
  if (devices.graphics !== undefined && devices.graphics.length > 0 && (devices.video ?? []).length === 0)
    own(draft, 'video').push({ model: videoModel(machine) })
  if (devices.memballoon === undefined && machine.board !== 'other') devices.memballoon = { model: 'virtio' }
  if (machine.board === 'q35' && devices.watchdog?.some(({ model }) => model === 'itco') !== true)
    own(draft, 'watchdog').push({ model: 'itco', action: 'reset' })
  addAudio(draft)
}

/** The first console is the first serial port seen from outside: where one is said, the other is there as well. */
function addConsoleTwin(draft: Draft): void {
  const first = draft.devices.console?.[0]
  if (first === undefined || (draft.devices.serial ?? []).length > 0) return
  if (first.target?.type !== undefined && first.target.type !== 'serial') return
  const { target: _target, tty: _tty, ...end } = first
  own(draft, 'serial').push({ ...end, target: { port: 0 } })
}

/** SPICE carries sound, VNC only where the host's administrator wants it; a machine without a display is silent. */
function addAudio(draft: Draft): void {
  const { graphics = [], audio = [], sound = [] } = draft.devices
  if (audio.length > 0) return
  const has = (kind: string) => graphics.some(({ type }) => type === kind)
  if (has('spice')) own(draft, 'audio').push({ id: 1, type: 'spice' })
  else if (graphics.length === 0 || has('vnc')) own(draft, 'audio').push({ id: 1, type: 'none' })
  else if (sound.length > 0) own(draft, 'audio').push({ id: 1, type: has('sdl') ? 'sdl' : 'none' })
}
