/** What QEMU does without being told. */
import { atLeast } from '../host/index.ts'
import type { Line, Step } from './line.ts'
import { driverOf, type Piece, plain, valueFor, without } from './pieces.ts'

interface Default {
  readonly option: string
  /** Of a device: its driver. */
  readonly driver?: string
  readonly key: string
  readonly value: string
  /** QEMU's version that it came with, for machines that follow the version. */
  readonly since?: string
}

/** Keys whose value QEMU takes anyway, or that are of no concern to the guest. `qemu-options.hx`. */
const defaults: readonly Default[] = [
  { option: 'name', key: 'debug-threads', value: 'on' },
  { option: 'machine', key: 'usb', value: 'off' },
  { option: 'machine', key: 'acpi', value: 'on' },
  // Whether a dump of a crashed QEMU holds the memory of the guest.
  { option: 'machine', key: 'dump-guest-core', value: 'off' },
  { option: 'cpu', key: 'migratable', value: 'on' },
  // What the memory is called in a saved state.
  { option: 'object', key: 'x-use-canonical-path-for-ramblock-id', value: 'off' },
  { option: 'overcommit', key: 'mem-lock', value: 'off' },
  { option: 'rtc', key: 'base', value: 'utc' },
  // Firmware goes on to devices without a place in the boot order when none with a place boots.
  { option: 'boot', key: 'strict', value: 'on' },
  { option: 'spice', key: 'seamless-migration', value: 'on' },
  { option: 'msg', key: 'timestamp', value: 'on' },
  { option: 'global', key: 'ICH9-LPC.noreboot', value: 'off', since: '8.0' },
]

/** Properties of devices at their defaults, as `-device DRIVER,help` prints them; a test asks QEMU. */
export const deviceDefaults: readonly {
  readonly driver: string
  readonly key: string
  readonly value: string
}[] = [
  { driver: 'virtio-vga', key: 'max_outputs', value: '1' },
  { driver: 'virtio-gpu-pci', key: 'max_outputs', value: '1' },
  { driver: 'VGA', key: 'vgamem_mb', value: '16' },
  { driver: 'qxl-vga', key: 'ram_size', value: '67108864' },
  { driver: 'qxl-vga', key: 'vram_size', value: '67108864' },
  { driver: 'qxl-vga', key: 'vgamem_mb', value: '16' },
  { driver: 'qxl', key: 'ram_size', value: '67108864' },
  { driver: 'qxl', key: 'vram_size', value: '67108864' },
  { driver: 'qxl', key: 'vgamem_mb', value: '16' },
  { driver: 'usb-storage', key: 'removable', value: 'off' },
]

/** Options that a VM of libvirt’s has and one run by hand does not need. */
const ofLibvirt = new Set(['no-user-config', 'monitor', 'qmp', 'pidfile', 'sandbox'])

export const leaveOutLibvirts: Step = {
  what: 'what only libvirt needs',
  source:
    'qemu-options.hx: sockets to control QEMU, its pid file, its sandbox, no configuration from /etc: none is seen by the guest',
  shorten: ({ pieces }) =>
    pieces.filter(
      (piece) =>
        piece.isFixed === true ||
        !(ofLibvirt.has(piece.option) || (piece.option === 'watchdog-action' && piece.text === 'reset')),
    ),
}

export const leaveOutDefaults: Step = {
  what: 'defaults',
  source: 'qemu-options.hx; -device DRIVER,help',
  shorten: (line) =>
    line.pieces.flatMap((piece) => {
      if (piece.isFixed === true || piece.pairs.length === 0) return [piece]
      const keys = defaultKeys(line, piece)
      const shorter = without(piece, ...keys)
      return shorter.pairs.length === 0 ? [] : [shorter]
    }),
}

function defaultKeys({ machine, version }: Line, piece: Piece): string[] {
  const isAt = ({ key, value }: { readonly key: string; readonly value: string }) =>
    valueFor(piece, key) === value
  const driver = driverOf(piece)
  if (driver !== undefined)
    return deviceDefaults.filter((one) => one.driver === driver && isAt(one)).map(({ key }) => key)
  const hasVersion = /-\d/.test(machine.name)
  return defaults
    .filter(
      ({ option, since }) =>
        option === piece.option &&
        (since === undefined || (!hasVersion && (version === undefined || atLeast(version, since)))),
    )
    .filter(isAt)
    .map(({ key }) => key)
}

export const nameAlone: Step = {
  what: 'name',
  source: 'qemu-options.hx, -name: the first key is guest',
  shorten: ({ pieces }) =>
    pieces.map((piece) =>
      piece.option === 'name' && piece.isFixed !== true && piece.pairs[0]?.[0] === 'guest'
        ? { ...piece, text: undefined, first: 'guest' }
        : piece,
    ),
}

/**
 * A PC gets a parallel port, and one of i440FX a floppy drive, whatever else is on the line; a virt board gets a card and
 * a serial port only where none is said. QEMU, `qemu_create_default_devices` and `qemu_disable_default_devices` of
 * system/vl.c, `no_floppy`, `no_cdrom` and `no_parallel` of hw/arm/virt.c.
 */
export const defaultDevices: Step = {
  what: 'no default devices',
  source: 'system/vl.c, default_list: what suppresses each default device; hw/arm/virt.c',
  shorten: ({ pieces, machine }) => {
    const has = (...options: readonly string[]) => pieces.some(({ option }) => options.includes(option))
    const addsNothing = machine.isVirt && machine.arch === 'aarch64' && has('nic', 'netdev') && has('serial')
    return addsNothing ? pieces.filter(({ option }) => option !== 'nodefaults') : pieces
  },
}

export const usbOfBoard: Step = {
  what: 'USB of i440FX',
  source:
    'qemu-options.hx, -usb: the controller of the mainboard; hw/i386/pc_piix.c puts it at function 2 of slot 1',
  shorten: ({ pieces, machine }) => {
    const isBoards = (piece: Piece) =>
      driverOf(piece) === 'piix3-usb-uhci' &&
      piece.pairs.every(([key, value]) => key === 'driver' || (key === 'addr' && value === '0x1.0x2'))
    if (machine.board !== 'pc' || pieces.filter(isBoards).length !== 1) return pieces
    return pieces.map((piece) => (isBoards(piece) ? plain('usb', piece.path) : piece))
  },
}
