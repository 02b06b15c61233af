/** Consoles: another name for the first serial port, or ports of the virtio-serial controller. libvirt manual, Console. */
import type { Devices, Item } from '../../domain/index.ts'
import { type Build, idOf, leftOut } from '../build/index.ts'
import { type Decisions, placeDecisions, quiet, written } from '../decisions/index.ts'
import { device, place } from '../writing/index.ts'
import { chardevDecisions, renderChardev } from './chardev.ts'
import { renderSerial } from './serial-ports.ts'

type Console = Item<Devices['console']>

export const consoleDecisions: Decisions<Console> = {
  ...chardevDecisions,
  tty: quiet('What libvirt reports of a running VM.'),
  target: { type: written, port: written, model: written },
  ...placeDecisions,
}

export function renderConsoles(build: Build): void {
  for (const [index, one] of (build.devices.console ?? []).entries()) {
    const path = ['devices', 'console', index]
    const type = one.target?.type ?? 'serial'
    switch (type) {
      case 'virtio':
      case 'sclp':
      case 'sclplm': {
        const id = idOf(build, one.alias, `console${index}`, path)
        if (!renderChardev(build, one, `char${id}`, `console${index}.sock`, path)) break
        device(build, type === 'virtio' ? 'virtconsole' : `${type}console`, path, place(build, one.address), {
          chardev: `char${id}`,
          id,
        })
        break
      }
      case 'xen':
      case 'lxc':
      case 'uml':
      case 'openvz':
        leftOut(build, [...path, 'target'], `A console of type ${type} is left out.`)
        break
      default:
        // The first console is another name for the first serial port.
        if (index === 0 && (build.devices.serial?.length ?? 0) === 0)
          renderSerial(build, serialOf(one), 'serial0', 0, path)
    }
  }
}

/** libvirt makes a serial port of a first console that has none. */
function serialOf({ target, ...rest }: Console): Item<Devices['serial']> {
  switch (target?.type) {
    case 'isa-serial':
    case 'usb-serial':
    case 'pci-serial':
    case 'spapr-vio-serial':
    case 'sclp-serial':
    case 'system-serial':
    case 'isa-debug':
      return { ...rest, target: { ...target, type: target.type } }
    default:
      return rest
  }
}
