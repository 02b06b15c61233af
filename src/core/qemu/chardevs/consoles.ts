/** Serial and parallel ports, consoles, channels, monitor. libvirt manual, Consoles, serial, parallel & channel devices. */
import type { Path } from '../../finding.ts'
import { type Build, type Devices, device, emit, find, type Item, idOf, socketPath } from '../build.ts'
import { ensureUsb, ensureVirtioSerial } from '../devices/controllers.ts'
import { doubleCommas } from '../options.ts'
import { quiet, type Said, said } from '../said.ts'
import { placeSaid } from '../said-of-devices.ts'
import { chardevSaid, renderChardev } from './chardev.ts'

type Serial = Item<Devices['serial']>
type Channel = Item<Devices['channels']>

export const serialSaid: Said<Serial> = {
  ...chardevSaid,
  target: { type: said, port: said, model: said },
  ...placeSaid,
}

export const parallelSaid: Said<Item<Devices['parallel']>> = {
  ...chardevSaid,
  target: { port: said },
  ...placeSaid,
}

export const consoleSaid: Said<Item<Devices['console']>> = {
  ...chardevSaid,
  tty: quiet('What libvirt reports of a running VM.'),
  target: { type: said, port: said },
  ...placeSaid,
}

export const channelSaid: Said<Channel> = {
  ...chardevSaid,
  path: said,
  target_type: said,
  name: said,
  target_state: quiet('What libvirt reports of a running VM.'),
  target_address: said,
  target_port: said,
  ...placeSaid,
}

/** Sockets to control the VM, and a file with the number of its process. */
export function renderMonitor(build: Build): void {
  const path: Path = []
  const socket = (name: string) => `unix:${doubleCommas(socketPath(build, name, path))},server=on,wait=off`
  emit(build, '-monitor', path, socket('monitor.sock'))
  emit(build, '-qmp', path, socket('qmp.sock'))
  emit(build, '-pidfile', path, `${build.stateDir}/qemu.pid`)
}

export function renderSerialPorts(build: Build): void {
  for (const [index, serial] of (build.devices.serial ?? []).entries()) {
    const path = ['devices', 'serial', index]
    const id = `serial${index}`
    if (!renderChardev(build, serial, `char-${id}`, index === 0 ? 'serial.sock' : `${id}.sock`, path))
      continue
    renderSerialDevice(build, serial, index, path)
  }
  for (const [index, parallel] of (build.devices.parallel ?? []).entries()) {
    const path = ['devices', 'parallel', index]
    const id = `parallel${index}`
    if (parallel.type === 'dev')
      emit(
        build,
        '-chardev',
        path,
        `parallel,id=char-${id},path=${doubleCommas(parallel.source?.path ?? '')}`,
      )
    else if (!renderChardev(build, parallel, `char-${id}`, `${id}.sock`, path)) continue
    device(build, 'isa-parallel', path, {
      id: idOf(build, parallel.alias, id, path),
      chardev: `char-${id}`,
      index: parallel.target?.port,
    })
  }
}

/** On ARM and RISC-V the first port is soldered on. */
function renderSerialDevice(build: Build, serial: Serial, index: number, path: Path): void {
  const { target } = serial
  const id = idOf(build, serial.alias, `serial${index}`, path)
  const chardev = `char-serial${index}`
  const model = target?.model ?? target?.type ?? (build.isX86 ? 'isa-serial' : 'platform-serial')
  switch (model) {
    case 'isa-serial':
      device(build, 'isa-serial', path, { id, chardev, index: target?.port ?? index })
      break
    case 'usb-serial':
      ensureUsb(build, path)
      device(build, 'usb-serial', path, { id, chardev })
      break
    case 'pci-serial':
      device(build, 'pci-serial', path, { id, chardev })
      break
    case 'spapr-vio-serial':
    case 'spapr-vty':
      device(build, 'spapr-vty', path, { id, chardev })
      break
    case 'isa-debug':
    case 'isa-debugcon':
      device(build, 'isa-debugcon', path, { id, chardev, iobase: serial.address?.iobase })
      break
    case 'platform-serial':
    case 'pl011':
    case '16550a':
      emit(build, '-serial', path, `chardev:${chardev}`)
      break
    default:
      find(
        build,
        'qemu.unsupported',
        [...path, 'target'],
        `A serial port of type ${model} is left out: it belongs to s390.`,
      )
  }
}

/** The first console is another name for the first serial port. */
export function renderConsoles(build: Build): void {
  for (const [index, one] of (build.devices.console ?? []).entries()) {
    const path = ['devices', 'console', index]
    const type = one.target?.type ?? 'serial'
    if (type === 'serial') {
      if (index > 0 || (build.devices.serial?.length ?? 0) > 0) continue
      if (!renderChardev(build, one, 'char-serial0', 'serial.sock', path)) continue
      renderSerialDevice(build, { alias: one.alias }, 0, path)
    } else if (type === 'virtio') {
      if (!renderChardev(build, one, `char-console${index}`, `console${index}.sock`, path)) continue
      ensureVirtioSerial(build, path)
      device(build, 'virtconsole', path, {
        id: idOf(build, one.alias, `console${index}`, path),
        chardev: `char-console${index}`,
      })
    } else find(build, 'qemu.unsupported', [...path, 'target'], `A console of type ${type} is left out.`)
  }
}

/** Every channel is a port of the one virtio-serial controller. */
export function renderChannels(build: Build): void {
  for (const [index, channel] of (build.devices.channels ?? []).entries()) {
    const path = ['devices', 'channels', index]
    const { target_type: target = 'virtio', source } = channel
    if (target !== 'virtio') {
      find(
        build,
        'qemu.unsupported',
        path,
        target === 'guestfwd'
          ? `The channel is left out: add guestfwd=tcp:${channel.target_address ?? ''}:${channel.target_port ?? ''}-… to -netdev user.`
          : 'The channel is left out: it belongs to Xen.',
      )
      continue
    }
    const id = `channel${index}`
    const name = channel.name ?? nameOf(channel.type)
    const socketName = `${(name ?? id).replaceAll('/', '_')}.sock`
    const host = channel.path === undefined ? source : { ...source, path: channel.path }
    if (!renderChardev(build, { ...channel, source: host }, `char-${id}`, socketName, path)) continue
    ensureVirtioSerial(build, path)
    device(build, 'virtserialport', path, {
      id: idOf(build, channel.alias, id, path),
      chardev: `char-${id}`,
      name,
    })
  }
}

/** The name that the agent in the guest looks for. */
function nameOf(type: string | undefined): string | undefined {
  return type === 'spicevmc' || type === 'qemu-vdagent' ? 'com.redhat.spice.0' : undefined
}
