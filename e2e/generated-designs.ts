/** Designs made at random from pieces that every QEMU has, each with the devices that a guest then finds. */
import fc from 'fast-check'
import type { VmSpec } from '../src/core/index.ts'

type Libvirt = NonNullable<VmSpec['libvirt']>
type Devices = NonNullable<Libvirt['devices']>

/** One piece of a design. */
interface Piece {
  readonly devices?: Devices
  readonly domain?: Omit<Libvirt, 'devices'>
  /** QOM types of the devices that QEMU then has; each once, or as often as it is here. */
  readonly types: readonly string[]
}

/** A design, and what a guest finds. */
export interface GeneratedDesign {
  readonly libvirt: Libvirt
  readonly vcpus: number
  readonly types: readonly string[]
}

/** Files that the designs use: a raw image with a comma in its name, a directory, UEFI firmware. */
export interface Files {
  readonly raw: string
  readonly directory: string
  readonly firmware: string
  readonly variables: string
}

const flag = fc.boolean()
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })

/** Without the keys that are undefined: a design has no such values. */
function said<T extends object>(value: T): T {
  const kept = { ...value }
  for (const [key, held] of Object.entries(value)) if (held === undefined) Reflect.deleteProperty(kept, key)
  return kept
}

type DiskBus = 'virtio' | 'sata' | 'scsi' | 'usb'

const diskTypes: Readonly<Record<DiskBus, string>> = {
  virtio: 'virtio-blk-pci',
  sata: 'ide-hd',
  scsi: 'scsi-hd',
  usb: 'usb-storage',
}

function disks({ raw }: Files): fc.Arbitrary<Piece> {
  const disk = fc.record({
    bus: fc.constantFrom<DiskBus>('virtio', 'sata', 'scsi', 'usb'),
    cache: maybe(fc.constantFrom('none', 'writeback', 'writethrough', 'directsync', 'unsafe')),
    discard: maybe(fc.constantFrom('unmap', 'ignore')),
    serial: maybe(fc.constantFrom('S1', 'with-dash')),
    shareable: fc.constant(true),
  })
  return fc.array(disk, { maxLength: 4 }).map((all) => ({
    types: [
      ...all.map(({ bus }) => diskTypes[bus]),
      ...(all.some(({ bus }) => bus === 'scsi') ? ['virtio-scsi-pci'] : []),
    ],
    devices: {
      controllers: all.some(({ bus }) => bus === 'scsi')
        ? [{ type: 'scsi', index: 0, model: 'virtio-scsi' }]
        : [],
      disks: all.map(({ bus, cache, discard, serial, shareable }, index) =>
        said({
          driver: said({ type: 'raw' as const, cache, discard }),
          source: { file: raw },
          target: { dev: `${bus === 'virtio' ? 'vd' : 'sd'}${String.fromCharCode(98 + index)}`, bus },
          serial,
          shareable,
        }),
      ),
    },
  }))
}

const cards = ['virtio', 'e1000e', 'rtl8139', 'virtio-transitional', 'vmxnet3'] as const

const cardTypes: Readonly<Record<(typeof cards)[number], string>> = {
  virtio: 'virtio-net-pci',
  e1000e: 'e1000e',
  rtl8139: 'rtl8139',
  'virtio-transitional': 'virtio-net-pci-transitional',
  vmxnet3: 'vmxnet3',
}

const interfaces: fc.Arbitrary<Piece> = fc
  .array(fc.record({ model: fc.constantFrom(...cards), last: fc.integer({ min: 0, max: 255 }) }), {
    maxLength: 3,
  })
  .map((all) => ({
    types: all.map(({ model }) => cardTypes[model]),
    devices: {
      interfaces: all.map(({ model, last }, index) => ({
        type: 'user' as const,
        mac: { address: `52:54:00:00:0${index}:${last.toString(16).padStart(2, '0')}` },
        model: { type: model },
      })),
    },
  }))

const displays: fc.Arbitrary<Piece> = fc.constantFrom<Piece>(
  { types: ['virtio-vga'], devices: { graphics: [vnc()], video: [{ model: 'virtio', primary: true }] } },
  { types: ['VGA'], devices: { graphics: [vnc()], video: [{ model: 'vga', vram: 16384 }] } },
  { types: ['qxl-vga'], devices: { graphics: [spice()], video: [{ model: 'qxl', heads: 1 }] } },
  {
    types: ['bochs-display'],
    devices: { graphics: [vnc()], video: [{ model: 'bochs', resolution: { x: 1280, y: 720 } }] },
  },
  {
    types: ['VGA', 'virtio-gpu-pci'],
    devices: { graphics: [vnc(), spice()], video: [{ model: 'vga', primary: true }, { model: 'virtio' }] },
  },
)

function vnc() {
  return { type: 'vnc' as const, listen: [{ type: 'socket' as const }] }
}

function spice() {
  return { type: 'spice' as const, listen: [{ type: 'socket' as const }] }
}

const small: readonly Piece[] = [
  { types: ['virtio-rng-pci'], devices: { rng: [{ model: 'virtio', backend: { model: 'builtin' } }] } },
  {
    types: ['i6300esb'],
    devices: { watchdog: [{ model: 'i6300esb', action: 'poweroff' }] },
  },
  { types: ['pvpanic'], devices: { panic: [{ model: 'isa' }] } },
  { types: ['usb-tablet'], devices: { inputs: [{ type: 'tablet', bus: 'usb' }] } },
  { types: ['usb-kbd'], devices: { inputs: [{ type: 'keyboard', bus: 'usb' }] } },
  { types: ['virtio-keyboard-pci'], devices: { inputs: [{ type: 'keyboard', bus: 'virtio' }] } },
  { types: ['virtio-tablet-pci'], devices: { inputs: [{ type: 'tablet', bus: 'virtio' }] } },
  { types: ['intel-hda', 'hda-duplex'], devices: { sound: [{ model: 'ich6' }] } },
  { types: ['AC97'], devices: { sound: [{ model: 'ac97' }] } },
  { types: ['usb-audio'], devices: { sound: [{ model: 'usb' }] } },
  { types: ['vmcoreinfo'], domain: { features: { acpi: true, vmcoreinfo: true } } },
  { types: ['vmgenid'], domain: { genid: '43dc0cf8-809b-4adb-9bea-a9abb5f3d90e' } },
  {
    types: ['virtconsole'],
    devices: { console: [{ type: 'pty' }, { type: 'null', target: { type: 'virtio' } }] },
  },
  {
    types: ['virtserialport'],
    devices: { channels: [{ type: 'unix', name: 'org.qemu.guest_agent.0' }] },
  },
  {
    types: ['pci-serial'],
    devices: { serial: [{ type: 'pty' }, { type: 'null', target: { type: 'pci-serial' } }] },
  },
  { types: ['isa-parallel'], devices: { parallel: [{ type: 'null' }] } },
  { types: ['usb-redir'], devices: { redirdev: [{ bus: 'usb', type: 'spicevmc' }], graphics: [spice()] } },
  { types: ['usb-hub'], devices: { hub: [{ type: 'usb' }] } },
  {
    types: ['virtio-crypto-pci'],
    devices: { crypto: [{ model: 'virtio', type: 'qemu', backend: { model: 'builtin', queues: 1 } }] },
  },
  { types: ['nec-usb-xhci'], devices: { controllers: [{ type: 'usb', index: 1, model: 'nec-xhci' }] } },
  {
    types: ['usb-ccid', 'ccid-card-passthru'],
    devices: {
      smartcard: [
        { mode: 'passthrough', type: 'tcp', source: { mode: 'bind', host: '127.0.0.1', service: '0' } },
      ],
    },
  },
]

function share({ directory }: Files): Piece {
  return {
    types: ['virtio-9p-pci'],
    devices: {
      filesystems: [
        {
          driver: { type: 'path' },
          accessmode: 'mapped',
          source: { dir: directory },
          target: { dir: 'share' },
        },
      ],
    },
  }
}

const q35Only: readonly Piece[] = [
  { types: ['intel-iommu'], devices: { iommu: { model: 'intel' } } },
  {
    types: ['pcie-root-port', 'pcie-root-port'],
    devices: {
      controllers: [
        { type: 'pci', index: 0, model: 'pcie-root' },
        { type: 'pci', index: 1, model: 'pcie-root-port' },
        { type: 'pci', index: 2, model: 'pcie-root-port' },
      ],
    },
  },
]

const memory: fc.Arbitrary<Piece> = fc.constantFrom<Piece>(
  { types: [] },
  {
    types: ['memory-backend-memfd'],
    domain: { memory_backing: { source: { type: 'memfd' }, access: { mode: 'shared' } } },
  },
  { types: ['memory-backend-ram'], domain: { memory_backing: { allocation: { mode: 'immediate' } } } },
  { types: [], domain: { memory_backing: { nosharepages: true } } },
)

interface Processors {
  readonly vcpus: number
  readonly cpu: NonNullable<Libvirt['cpu']>
}

const processors: fc.Arbitrary<Processors> = fc
  .record({
    sockets: fc.integer({ min: 1, max: 2 }),
    dies: fc.integer({ min: 1, max: 2 }),
    cores: fc.integer({ min: 1, max: 4 }),
    threads: fc.integer({ min: 1, max: 2 }),
    model: fc.constantFrom('maximum', 'qemu64', 'Nehalem'),
    aes: flag,
  })
  .map(({ sockets, dies, cores, threads, model, aes }) => ({
    vcpus: sockets * dies * cores * threads,
    cpu: {
      ...(model === 'maximum'
        ? { mode: 'maximum' as const }
        : { mode: 'custom' as const, model: { value: model } }),
      topology: { sockets, dies, cores, threads },
      features: [{ policy: aes ? ('require' as const) : ('disable' as const), name: 'aes' }],
    },
  }))

/** Designs of all sizes for Emulation, without anything that the test's machine may lack. */
export function generatedDesigns(files: Files): fc.Arbitrary<GeneratedDesign> {
  return fc
    .record({
      machine: fc.constantFrom('q35', 'pc'),
      uefi: flag,
      processors,
      pieces: fc.tuple(disks(files), interfaces, displays, memory),
      more: fc.subarray([...small, share(files)], { maxLength: 8 }),
      q35: fc.subarray([...q35Only]),
      balloon: flag,
    })
    .map(({ machine, uefi, processors: { vcpus, cpu }, pieces, more, q35, balloon }) => {
      const all = [...pieces, ...more, ...(machine === 'q35' ? q35 : [])]
      const libvirt = all.reduce<Libvirt>(added, {
        type: 'qemu',
        os: {
          machine,
          ...(uefi
            ? {
                loader: { readonly: true, type: 'pflash' as const, value: files.firmware },
                nvram: { value: files.variables },
              }
            : {}),
        },
        cpu,
        devices: { memballoon: { model: balloon ? 'virtio' : 'none' } },
      })
      return {
        libvirt,
        vcpus,
        types: [...all.flatMap(({ types }) => types), ...(balloon ? ['virtio-balloon-pci'] : [])],
      }
    })
}

/** Lists are joined, everything else is said by one piece only. */
function added(libvirt: Libvirt, piece: Piece): Libvirt {
  const devices: Record<string, unknown> = { ...libvirt.devices }
  for (const [key, held] of Object.entries(piece.devices ?? {})) {
    const before = devices[key]
    devices[key] = Array.isArray(before) && Array.isArray(held) ? [...before, ...held] : held
  }
  return { ...libvirt, ...piece.domain, devices }
}
