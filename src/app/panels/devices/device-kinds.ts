/** The lists of small devices: how each is called, what a row says, and what a new one starts as. */
import { ownValue } from '../../../core/index.ts'
import { lookingGlassMemoryMiB, type UnknownRecord } from '../../core.ts'
import type { AddEntry, DeviceWords } from '../../form/index.ts'
import type { IconName } from '../../ui/index.ts'
import { phrase, textAt, textOf } from '../spec-values.ts'

export interface DeviceKind {
  /** Key below `libvirt.devices`. */
  readonly key: string
  readonly title: string
  /** One of them. */
  readonly item: string
  readonly icon: IconName
  /** What they are for, a few words. */
  readonly about: string
  readonly describe: (device: UnknownRecord, index: number) => DeviceWords
  readonly main?: readonly string[]
  readonly add: readonly AddEntry[]
}

/** A row that is called by one of its values, with others after it. */
function called(key: string, names: Readonly<Record<string, string>>, ...more: readonly string[]) {
  return (device: UnknownRecord): DeviceWords => {
    const held = textOf(ownValue(device, key))
    return {
      title: held === undefined ? 'Not chosen yet' : (ownValue(names, held) ?? held),
      summary: phrase(...more.map((one) => textAt(device, ...one.split('.')))),
    }
  }
}

/** Shared memory for one screen of Looking Glass. */
function lookingGlass(width: number, height: number): readonly AddEntry[] {
  const size = lookingGlassMemoryMiB({ width, height })
  if (size === undefined) return []
  return [
    {
      id: `looking-glass-${width}x${height}`,
      label: `Looking Glass, ${width} × ${height}`,
      description: `${size} MiB of shared memory`,
      value: { name: 'looking-glass', size: `${size}M`, model: { type: 'ivshmem-plain' } },
    },
  ]
}

const inputNames = {
  tablet: 'Tablet',
  mouse: 'Mouse',
  keyboard: 'Keyboard',
  passthrough: 'Device of the host',
  evdev: 'Device of the host, shared',
}

export const deviceKinds: readonly DeviceKind[] = [
  {
    key: 'inputs',
    title: 'Input',
    item: 'input device',
    icon: 'input',
    about: 'Keyboard, mouse, tablet; a PS/2 pair is there with every screen',
    describe: called('type', inputNames, 'bus', 'source.dev', 'source.evdev'),
    add: [
      {
        id: 'tablet',
        label: 'Tablet',
        description: 'Keeps the pointer of the viewer and that of the guest in step',
        value: { type: 'tablet', bus: 'usb' },
      },
      { id: 'keyboard', label: 'Keyboard', value: { type: 'keyboard', bus: 'virtio' } },
      { id: 'mouse', label: 'Mouse', value: { type: 'mouse', bus: 'virtio' } },
      {
        id: 'evdev',
        label: 'Keyboard or mouse of the host',
        description: 'Both Ctrl keys hand it to and fro',
        value: { type: 'evdev', source: { dev: '/dev/input/by-id/', grab_toggle: 'ctrl-ctrl' } },
      },
    ],
  },
  {
    key: 'sound',
    title: 'Sound cards',
    item: 'sound card',
    icon: 'sound',
    about: 'What the guest plays on',
    describe: called('model', {}, 'audio'),
    main: ['model', 'audio'],
    add: [
      {
        id: 'ich9',
        label: 'Sound card ich9',
        description: 'Every guest has the driver',
        value: { model: 'ich9' },
      },
      {
        id: 'virtio',
        label: 'Sound card virtio',
        description: 'Linux 5.13; libvirt 10.4',
        value: { model: 'virtio' },
      },
    ],
  },
  {
    key: 'audio',
    title: 'Audio backends',
    item: 'audio backend',
    icon: 'sound',
    about: 'Where the sound goes on the host',
    describe: (device) => ({
      title: textOf(device['type']) ?? 'Not chosen yet',
      summary: `number ${textOf(device['id']) ?? '?'}`,
    }),
    add: ['pipewire', 'pulseaudio', 'alsa', 'spice', 'none'].map((type) => ({
      id: type,
      label: `Audio by ${type}`,
      value: (present) => ({ id: present.length + 1, type }),
    })),
  },
  {
    key: 'usb',
    title: 'USB controllers',
    item: 'USB controller',
    icon: 'usb',
    about: 'libvirt adds one when it is needed',
    describe: called('model', {}, 'port'),
    add: [
      {
        id: 'xhci',
        label: 'USB controller qemu-xhci',
        description: 'USB 1 to 3',
        value: { model: 'qemu-xhci', port: 15 },
      },
    ],
  },
  {
    key: 'redirdev',
    title: 'USB redirection',
    item: 'USB redirection',
    icon: 'usb',
    about: 'The SPICE viewer hands USB devices in',
    describe: called('type', { spicevmc: 'SPICE viewer' }, 'bus'),
    add: [
      {
        id: 'spice',
        label: 'USB redirection by SPICE',
        description: 'One for each device that is handed in at a time',
        value: { bus: 'usb', type: 'spicevmc' },
      },
    ],
  },
  {
    key: 'rng',
    title: 'Random numbers',
    item: 'random number device',
    icon: 'fix',
    about: 'Entropy of the host, so that the guest does not wait for it at its boot',
    describe: (device) => ({
      title: textAt(device, 'backend', 'value') ?? textAt(device, 'backend', 'model') ?? '/dev/urandom',
      summary: textOf(device['model']) ?? 'virtio',
    }),
    main: ['model', 'backend.model', 'backend.value', 'rate.bytes', 'rate.period'],
    add: [
      {
        id: 'urandom',
        label: 'Random numbers',
        description: 'From /dev/urandom of the host',
        value: { model: 'virtio', backend: { model: 'random', value: '/dev/urandom' } },
      },
    ],
  },
  {
    key: 'watchdog',
    title: 'Watchdogs',
    item: 'watchdog',
    icon: 'clock',
    about: 'Acts when the guest stops answering',
    describe: called('model', {}, 'action'),
    add: [
      {
        id: 'i6300esb',
        label: 'Watchdog i6300esb',
        description: 'On PCI, any machine',
        value: { model: 'i6300esb', action: 'reset' },
      },
      {
        id: 'itco',
        label: 'Watchdog itco',
        description: 'In every q35; libvirt 9.1',
        value: { model: 'itco', action: 'reset' },
      },
    ],
  },
  {
    key: 'panic',
    title: 'Panic devices',
    item: 'panic device',
    icon: 'warning',
    about: 'The guest says that it crashed, and on_crash acts',
    describe: called('model', {}),
    add: [
      { id: 'isa', label: 'Panic device isa', description: 'x86', value: { model: 'isa' } },
      { id: 'hyperv', label: 'Panic device hyperv', description: 'Windows', value: { model: 'hyperv' } },
      {
        id: 'pvpanic',
        label: 'Panic device on PCI',
        description: 'libvirt 9.1',
        value: { model: 'pvpanic' },
      },
    ],
  },
  {
    key: 'shmem',
    title: 'Shared memory',
    item: 'shared memory',
    icon: 'memory',
    about: 'Memory shared with programs of the host, as Looking Glass does it',
    describe: (device) => ({
      title: textOf(device['name']) ?? 'No name yet',
      summary: phrase(textOf(device['size']), textAt(device, 'model', 'type')),
    }),
    main: ['name', 'size', 'model.type', 'role', 'server.path'],
    add: [
      ...lookingGlass(1920, 1080),
      ...lookingGlass(2560, 1440),
      ...lookingGlass(3840, 2160),
      {
        id: 'plain',
        label: 'Shared memory',
        description: '1 MiB for programs of your own',
        value: { name: 'memory', size: '1M', model: { type: 'ivshmem-plain' } },
      },
    ],
  },
  {
    key: 'smartcard',
    title: 'Smartcards',
    item: 'smartcard reader',
    icon: 'key',
    about: 'A card at the viewer or of the host',
    describe: called('mode', { passthrough: 'Passed through', host: 'Card of the host' }, 'type'),
    add: [
      {
        id: 'spice',
        label: 'Smartcard at the SPICE viewer',
        value: { mode: 'passthrough', type: 'spicevmc' },
      },
      { id: 'host', label: 'Smartcard of the host', value: { mode: 'host' } },
    ],
  },
  {
    key: 'hub',
    title: 'USB hubs',
    item: 'USB hub',
    icon: 'usb',
    about: 'More USB ports in a guest of old',
    describe: called('type', { usb: 'USB hub' }),
    add: [{ id: 'usb', label: 'USB hub', value: { type: 'usb' } }],
  },
  {
    key: 'controllers',
    title: 'Controllers',
    item: 'controller',
    icon: 'pci',
    about: 'libvirt adds what the devices need',
    describe: called('type', {}, 'model', 'index'),
    add: [
      {
        id: 'scsi',
        label: 'SCSI controller',
        description: 'virtio-scsi: many disks, discard, tapes',
        value: { type: 'scsi', model: 'virtio-scsi' },
      },
      {
        id: 'root-port',
        label: 'PCIe root port',
        description: 'A place for a device that is plugged in later',
        value: { type: 'pci', model: 'pcie-root-port' },
      },
      { id: 'serial', label: 'virtio-serial controller', value: { type: 'virtio-serial' } },
    ],
  },
]
