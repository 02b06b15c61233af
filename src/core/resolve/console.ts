/** Serial port and console: without them a guest that has no screen can't be reached. */
import { addDevice, type Draft, note } from './draft.ts'
import { filled } from './fill.ts'

/** libvirt manual, Consoles, serial, parallel & channel devices. */
export function resolveConsole(draft: Draft): void {
  const own = draft.libvirt.devices ?? {}
  const serial = own.serial ?? []
  const consoles = own.console ?? []
  for (const [index, port] of serial.entries())
    addDevice(draft, 'serial', filled(draft, 'serial', port, index), ['libvirt', 'devices', 'serial', index])
  for (const [index, port] of consoles.entries())
    addDevice(draft, 'console', filled(draft, 'console', port, index), [
      'libvirt',
      'devices',
      'console',
      index,
    ])
  const why = 'The guest can be reached even when the network and the screen are not there: virsh console.'
  if (serial.length === 0 && own.serial === undefined) {
    const path = addDevice(draft, 'serial', { type: 'pty', target: { port: 0 } })
    note(draft, path, 'a serial port', why, 'Set libvirt.devices.serial; an empty list leaves it out.')
  }
  if (consoles.length === 0 && own.console === undefined) {
    const path = addDevice(draft, 'console', { type: 'pty', target: { type: 'serial', port: 0 } })
    note(draft, path, 'a console', why, 'Set libvirt.devices.console; an empty list leaves it out.')
  }
}
