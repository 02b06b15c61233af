/** What resolve says of each device of the author's, by its list: one line for each default. */
import type { DeviceList, Devices, Disk, Item } from '../domain/index.ts'
import type { Default } from './default.ts'
import { isVirtiofs } from './virtiofs.ts'

type DeviceDefaults = { readonly [K in DeviceList]?: readonly Default<Item<Devices[K]>>[] }

const byList = {
  disks: [
    { at: 'type', value: () => 'file' },
    { at: 'device', value: () => 'disk' },
    {
      at: 'driver.name',
      value: (disk) => (disk.driver === undefined && usualFormat(disk) === undefined ? undefined : 'qemu'),
    },
    // A format that is not said would be probed, which libvirt refuses to do.
    { at: 'driver.type', value: usualFormat },
    { at: 'readonly', value: ({ device }) => (device === 'cdrom' ? true : undefined) },
  ],
  filesystems: [
    { at: 'type', value: () => 'mount' },
    {
      at: 'accessmode',
      value: (share) => (isVirtiofs(share) && share.source?.socket === undefined ? 'passthrough' : undefined),
      what: 'access mode passthrough',
      why: 'The only one that virtiofs knows.',
    },
  ],
  interfaces: [
    { at: 'type', value: () => 'user' },
    {
      at: 'model',
      value: ({ type }, system) =>
        type === 'hostdev' || system === undefined || system.network === 'virtio'
          ? undefined
          : { type: system.network },
      what: 'a card that the guest has a driver for',
      why: 'It has none for virtio as it is installed.',
      ofGuest: true,
    },
    {
      at: 'model',
      value: ({ type }) => (type === 'hostdev' ? undefined : { type: 'virtio' }),
      what: 'a virtio card',
      why: 'Without a model libvirt takes the slow rtl8139.',
    },
  ],
  serial: [{ at: 'type', value: () => 'pty' }],
  console: [{ at: 'type', value: () => 'pty' }],
  channels: [
    { at: 'type', value: ({ name }) => (name?.startsWith('com.redhat.spice') ? 'spicevmc' : 'unix') },
    { at: 'target_type', value: () => 'virtio' },
    { at: 'source.mode', value: ({ type }) => (type === 'unix' ? 'bind' : undefined) },
  ],
  hostdevs: [
    {
      at: 'managed',
      value: ({ type }) => (type === 'pci' ? 'yes' : undefined),
      what: 'managed',
      why: 'libvirt takes the device from the host’s driver at the start and gives it back.',
      otherwise: 'Set managed to no on the host device.',
    },
    { at: 'mode', value: () => 'subsystem' },
    { at: 'model', value: ({ type }) => (type === 'mdev' ? 'vfio-pci' : undefined) },
  ],
  rng: [
    { at: 'model', value: () => 'virtio' },
    {
      at: 'backend.value',
      value: ({ backend }) => (backend?.model === undefined ? '/dev/urandom' : undefined),
    },
    { at: 'backend.model', value: () => 'random' },
  ],
  redirdev: [
    { at: 'bus', value: () => 'usb' },
    { at: 'type', value: () => 'spicevmc' },
  ],
  tpm: [{ at: 'backend.type', value: () => 'emulator' }],
} as const satisfies DeviceDefaults

/** Defaults by the key of their list. */
export const deviceDefaults: Readonly<Partial<Record<DeviceList, readonly Default<unknown>[]>>> = byList

/** A file that may be made: the rules speak of any other disk that is said to be new. */
export function isMadeEmpty({ type = 'file', device = 'disk' }: Disk): boolean {
  return type === 'file' && (device === 'disk' || device === 'floppy')
}

function usualFormat({ type, device, create }: Disk) {
  if (device === 'cdrom' || type === 'block') return 'raw'
  if (create === undefined || !isMadeEmpty({ type, device })) return undefined
  return device === 'floppy' ? 'raw' : 'qcow2'
}
