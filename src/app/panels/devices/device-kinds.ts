/** The lists of small devices: how each is called, what a row says, and what a new one starts as. */

import type { ReactNode } from 'react'
import { ownValue } from '../../../core/index.ts'
import { lookingGlassMemoryMiB } from '../../core.ts'
import type { AddEntry, DeviceWords } from '../../form/index.ts'
import { below, type FieldOf, type SpecPath, specPath } from '../../spec-path.ts'
import type { IconName } from '../../ui/index.ts'
import { t } from '../../words/index.ts'
import { phrase, textOf } from '../spec-values.ts'
import { type SharedMemory, sharedMemoryForm } from './SharedMemory.tsx'

/** A list of devices, with words for its items. */
export interface KindOf<Item extends object> {
  readonly list: SpecPath<readonly Item[]>
  readonly title: string
  /** One of them. */
  readonly item: string
  readonly icon: IconName
  /** What they are for, a few words. */
  readonly about: string
  readonly describe: (device: Item, index: number) => DeviceWords
  readonly main?: readonly FieldOf<Item>[]
  readonly add: readonly AddEntry<Item>[]
  /** Instead of the form of the table. */
  readonly form?: (path: SpecPath<Item>, device: Item) => ReactNode
}

/** A kind of device, whatever its items are: `use` gets them with their type. */
export interface DeviceKind {
  readonly key: string
  readonly given: <Result>(use: <Item extends object>(kind: KindOf<Item>) => Result) => Result
}

const devices = specPath(['libvirt', 'devices'])

function kind<Item extends object>(
  list: SpecPath<readonly Item[]>,
  words: Omit<KindOf<NoInfer<Item>>, 'list'>,
): DeviceKind {
  return { key: String(list.at(-1)), given: (use) => use({ ...words, list }) }
}

/** A row that is called by one of its values, with others after it. */
function called(
  held: string | undefined,
  names: Readonly<Record<string, string>>,
  ...more: readonly (string | number | undefined)[]
): DeviceWords {
  return {
    title: held === undefined ? t`Not chosen yet` : (ownValue(names, held) ?? held),
    summary: phrase(...more.map(textOf)),
  }
}

/** Shared memory for one screen of Looking Glass. */
function lookingGlass(width: number, height: number): readonly AddEntry<SharedMemory>[] {
  const size = lookingGlassMemoryMiB({ width, height })
  if (size === undefined) return []
  return [
    {
      id: `looking-glass-${width}x${height}`,
      label: t`Looking Glass, ${width} × ${height}`,
      description: t`${size} MiB of shared memory`,
      value: { name: 'looking-glass', size: `${size}M`, model: { type: 'ivshmem-plain' } },
    },
  ]
}

const inputNames = {
  tablet: 'Tablet',
  mouse: 'Mouse',
  keyboard: 'Keyboard',
  passthrough: t`Device of the host`,
  evdev: t`Device of the host, shared`,
}

export const deviceKinds: readonly DeviceKind[] = [
  kind(below(devices, ['inputs']), {
    title: t`Input`,
    item: t`input device`,
    icon: 'input',
    about: t`Keyboard, mouse, tablet; a PS/2 pair is there with every screen`,
    describe: ({ type, bus, source }) => called(type, inputNames, bus, source?.dev, source?.evdev),
    add: [
      {
        id: 'tablet',
        label: t`Tablet`,
        description: t`Keeps the pointer of the viewer and that of the guest in step`,
        value: { type: 'tablet', bus: 'usb' },
      },
      { id: 'keyboard', label: t`Keyboard`, value: { type: 'keyboard', bus: 'virtio' } },
      { id: 'mouse', label: t`Mouse`, value: { type: 'mouse', bus: 'virtio' } },
      {
        id: 'evdev',
        label: t`Keyboard or mouse of the host`,
        description: t`Both Ctrl keys hand it to and fro`,
        value: { type: 'evdev', source: { dev: '/dev/input/by-id/', grab_toggle: 'ctrl-ctrl' } },
      },
    ],
  }),
  kind(below(devices, ['sound']), {
    title: t`Sound cards`,
    item: t`sound card`,
    icon: 'sound',
    about: t`What the guest plays on`,
    describe: ({ model, audio }) => called(model, {}, audio),
    main: ['model', 'audio'],
    add: [
      {
        id: 'ich9',
        label: t`Sound card ich9`,
        description: t`Every guest has the driver`,
        value: { model: 'ich9' },
      },
      {
        id: 'virtio',
        label: t`Sound card virtio`,
        description: t`Linux 5.13; libvirt 10.4`,
        value: { model: 'virtio' },
      },
    ],
  }),
  kind(below(devices, ['audio']), {
    title: t`Audio backends`,
    item: t`audio backend`,
    icon: 'sound',
    about: t`Where the sound goes on the host`,
    describe: ({ type, id }) => ({
      title: type ?? t`Not chosen yet`,
      summary: t`number ${id ?? '?'}`,
    }),
    add: (['pipewire', 'pulseaudio', 'alsa', 'spice', 'none'] as const).map((type) => ({
      id: type,
      label: t`Audio by ${type}`,
      value: (present) => ({ id: present.length + 1, type }),
    })),
  }),
  kind(below(devices, ['usb']), {
    title: t`USB controllers`,
    item: t`USB controller`,
    icon: 'usb',
    about: t`libvirt adds one when it is needed`,
    describe: ({ model, port }) => called(model, {}, port),
    add: [
      {
        id: 'xhci',
        label: t`USB controller qemu-xhci`,
        description: t`USB 1 to 3`,
        value: { model: 'qemu-xhci', port: 15 },
      },
    ],
  }),
  kind(below(devices, ['redirdev']), {
    title: t`USB redirection`,
    item: t`USB redirection`,
    icon: 'usb',
    about: t`The SPICE viewer hands USB devices in`,
    describe: ({ type, bus }) => called(type, { spicevmc: t`SPICE viewer` }, bus),
    add: [
      {
        id: 'spice',
        label: t`USB redirection by SPICE`,
        description: t`One for each device that is handed in at a time`,
        value: { bus: 'usb', type: 'spicevmc' },
      },
    ],
  }),
  kind(below(devices, ['rng']), {
    title: t`Random numbers`,
    item: t`random number device`,
    icon: 'fix',
    about: t`Entropy of the host, so that the guest does not wait for it at its boot`,
    describe: ({ backend, model }) => ({
      title: backend?.value ?? backend?.model ?? '/dev/urandom',
      summary: model ?? 'virtio',
    }),
    main: ['model', 'backend.model', 'backend.value', 'rate.bytes', 'rate.period'],
    add: [
      {
        id: 'urandom',
        label: t`Random numbers`,
        description: t`From /dev/urandom of the host`,
        value: { model: 'virtio', backend: { model: 'random', value: '/dev/urandom' } },
      },
    ],
  }),
  kind(below(devices, ['watchdog']), {
    title: t`Watchdogs`,
    item: t`watchdog`,
    icon: 'clock',
    about: t`Acts when the guest stops answering`,
    describe: ({ model, action }) => called(model, {}, action),
    add: [
      {
        id: 'i6300esb',
        label: t`Watchdog i6300esb`,
        description: t`On PCI, any machine`,
        value: { model: 'i6300esb', action: 'reset' },
      },
      {
        id: 'itco',
        label: t`Watchdog itco`,
        description: t`In every q35; libvirt 9.1`,
        value: { model: 'itco', action: 'reset' },
      },
    ],
  }),
  kind(below(devices, ['panic']), {
    title: t`Panic devices`,
    item: t`panic device`,
    icon: 'warning',
    about: t`The guest says that it crashed, and on_crash acts`,
    describe: ({ model }) => called(model, {}),
    add: [
      { id: 'isa', label: t`Panic device isa`, description: 'x86', value: { model: 'isa' } },
      { id: 'hyperv', label: t`Panic device hyperv`, description: t`Windows`, value: { model: 'hyperv' } },
      {
        id: 'pvpanic',
        label: t`Panic device on PCI`,
        description: 'libvirt 9.1',
        value: { model: 'pvpanic' },
      },
    ],
  }),
  kind(below(devices, ['shmem']), {
    title: t`Shared memory`,
    item: t`shared memory`,
    icon: 'memory',
    about: t`Memory shared with programs of the host, as Looking Glass does it`,
    describe: ({ name, size, model }) => ({
      title: name ?? t`No name yet`,
      summary: phrase(size, model?.type),
    }),
    form: sharedMemoryForm,
    add: [
      ...lookingGlass(1920, 1080),
      ...lookingGlass(2560, 1440),
      ...lookingGlass(3840, 2160),
      {
        id: 'plain',
        label: t`Shared memory`,
        description: t`1 MiB for programs of your own`,
        value: { name: 'memory', size: '1M', model: { type: 'ivshmem-plain' } },
      },
    ],
  }),
  kind(below(devices, ['smartcard']), {
    title: t`Smartcards`,
    item: t`smartcard reader`,
    icon: 'key',
    about: t`A card at the viewer or of the host`,
    describe: ({ mode, type }) =>
      called(mode, { passthrough: t`Passed through`, host: t`Card of the host` }, type),
    add: [
      {
        id: 'spice',
        label: t`Smartcard at the SPICE viewer`,
        value: { mode: 'passthrough', type: 'spicevmc' },
      },
      { id: 'host', label: t`Smartcard of the host`, value: { mode: 'host' } },
    ],
  }),
  kind(below(devices, ['hub']), {
    title: t`USB hubs`,
    item: t`USB hub`,
    icon: 'usb',
    about: t`More USB ports in a guest of old`,
    describe: ({ type }) => called(type, { usb: t`USB hub` }),
    add: [{ id: 'usb', label: t`USB hub`, value: { type: 'usb' } }],
  }),
  kind(below(devices, ['controllers']), {
    title: t`Controllers`,
    item: t`controller`,
    icon: 'pci',
    about: t`libvirt adds what the devices need`,
    describe: ({ type, model, index }) => called(type, {}, model, index),
    add: [
      {
        id: 'scsi',
        label: t`SCSI controller`,
        description: t`virtio-scsi: many disks, discard, tapes`,
        value: { type: 'scsi', model: 'virtio-scsi' },
      },
      {
        id: 'root-port',
        label: t`PCIe root port`,
        description: t`A place for a device that is plugged in later`,
        value: { type: 'pci', model: 'pcie-root-port' },
      },
      { id: 'serial', label: t`virtio-serial controller`, value: { type: 'virtio-serial' } },
    ],
  }),
]
