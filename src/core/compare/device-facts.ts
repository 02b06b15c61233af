/**
 * What libvirt 11.3 can do to the devices of a VM by its commands: plugged in and out while it runs, in its definition,
 * changed in place. From src/qemu/qemu_driver.c (qemuDomainAttachDeviceConfig, qemuDomainUpdateDeviceConfig and their
 * twins for detaching) and src/qemu/qemu_hotplug.c (qemuDomainAttachDeviceLive, qemuDomainChangeDiskLive,
 * qemuDomainChangeNet), each asked in the lab.
 */
import type { Devices } from '../domain/index.ts'
import { valueAt } from '../path.ts'

export interface DeviceFacts {
  /** Whether `attach-device --config` and `detach-device --config` take it. */
  readonly inDefinition: (device: unknown) => boolean
  /** Why it can't be plugged in and out while the VM runs; undefined when it can. */
  readonly whyNotLive: (device: unknown) => string | undefined
  /** Whether `update-device --config` takes it. */
  readonly isUpdated?: boolean
  /** What `update-device --live` changes, as paths below the device; what stands below them, too. */
  readonly updatedLive?: (device: unknown) => readonly string[]
  /** Whether it takes a place on a PCI bus when it is plugged in. */
  readonly needsPci?: (device: unknown) => boolean
  /** Whether it is of conventional PCI: beside PCIe it takes a place on a bridge, and none on a root port. */
  readonly isConventional?: (device: unknown) => boolean
}

const yes = () => undefined
const always = () => true
const never = (what: string) => () => `libvirt plugs ${what} in only at the start`
const textAt = (device: unknown, ...path: readonly string[]) => {
  const held = valueAt(device, path)
  return held === undefined ? undefined : String(held)
}

const isRemovable = (disk: unknown) => ['cdrom', 'floppy'].includes(textAt(disk, 'device') ?? 'disk')

const disks: DeviceFacts = {
  inDefinition: always,
  whyNotLive: (disk) => {
    if (isRemovable(disk)) return 'a drive for CDs or floppies is plugged in only at the start'
    const bus = textAt(disk, 'target', 'bus') ?? 'virtio'
    return ['virtio', 'scsi', 'usb'].includes(bus)
      ? undefined
      : `a disk on ${bus} is plugged in only at the start`
  },
  isUpdated: true,
  updatedLive: (disk) => (isRemovable(disk) ? ['source', 'type', 'driver.type'] : []),
  needsPci: (disk) => (textAt(disk, 'target', 'bus') ?? 'virtio') === 'virtio',
}

const interfaces: DeviceFacts = {
  inDefinition: always,
  whyNotLive: yes,
  isUpdated: true,
  updatedLive: (card) =>
    ['bridge', 'network'].includes(textAt(card, 'type') ?? '')
      ? ['link', 'source.bridge', 'source.network', 'bandwidth', 'filterref']
      : ['link'],
  needsPci: (card) => textAt(card, 'model', 'type') !== 'usb-net',
  isConventional: (card) =>
    /^(?:e1000(?:-.*)?|rtl8139|pcnet|ne2k_pci|i8255.*)$/.test(textAt(card, 'model', 'type') ?? ''),
}

const onlyInDefinition = (what: string): DeviceFacts => ({ inDefinition: always, whyNotLive: never(what) })
const onlyAnew = (what: string): DeviceFacts => ({ inDefinition: () => false, whyNotLive: never(what) })

/** Those that are not here are changed by a new definition alone. */
export const deviceFacts: { readonly [Key in keyof Devices]?: DeviceFacts } = {
  disks,
  interfaces,
  controllers: {
    inDefinition: always,
    whyNotLive: (controller) =>
      textAt(controller, 'type') === 'scsi'
        ? undefined
        : 'only SCSI controllers are plugged in while a VM runs',
    needsPci: always,
  },
  filesystems: {
    inDefinition: always,
    whyNotLive: (share) =>
      textAt(share, 'driver', 'type') === 'virtiofs'
        ? undefined
        : 'only virtiofs shares are plugged in while a VM runs',
    needsPci: always,
  },
  serial: {
    inDefinition: always,
    whyNotLive: (port) =>
      ['usb-serial', 'pci-serial'].includes(textAt(port, 'target', 'type') ?? '')
        ? undefined
        : 'a serial port on the mainboard is there from the start',
    needsPci: (port) => textAt(port, 'target', 'type') === 'pci-serial',
  },
  parallel: onlyInDefinition('a parallel port'),
  channels: {
    inDefinition: always,
    whyNotLive: (channel) =>
      (textAt(channel, 'target', 'type') ?? 'virtio') === 'virtio'
        ? undefined
        : 'only virtio channels are plugged in while a VM runs',
  },
  inputs: {
    inDefinition: always,
    whyNotLive: (input) =>
      textAt(input, 'bus') === 'ps2' ? 'PS/2 devices are there from the start' : undefined,
    needsPci: (input) =>
      ['virtio', undefined].includes(textAt(input, 'bus')) && textAt(input, 'type') !== 'evdev',
  },
  graphics: { inDefinition: () => false, whyNotLive: never('a display'), isUpdated: true },
  sound: onlyInDefinition('a sound card'),
  hostdevs: {
    inDefinition: always,
    whyNotLive: yes,
    needsPci: (device) => ['pci', 'mdev'].includes(textAt(device, 'type') ?? ''),
  },
  redirdev: { inDefinition: always, whyNotLive: yes },
  watchdog: {
    inDefinition: always,
    whyNotLive: (watchdog) =>
      textAt(watchdog, 'model') === 'i6300esb' ? undefined : 'this watchdog is there from the start',
    needsPci: always,
    isConventional: always,
  },
  rng: { inDefinition: always, whyNotLive: yes, needsPci: always },
  shmem: { inDefinition: always, whyNotLive: yes, needsPci: always },
  memory: { inDefinition: always, whyNotLive: yes },
  leases: { inDefinition: always, whyNotLive: yes },
  vsock: { inDefinition: always, whyNotLive: yes, needsPci: always },
  iommu: onlyInDefinition('an IOMMU'),
  console: {
    // One on a serial port is that port as well.
    inDefinition: (end) => textAt(end, 'target', 'type') === 'virtio',
    whyNotLive: (end) =>
      textAt(end, 'target', 'type') === 'virtio' ? undefined : 'this console is there from the start',
  },
  smartcard: onlyAnew('a smartcard reader'),
  tpm: onlyAnew('a TPM'),
  audio: onlyAnew('an audio backend'),
  video: onlyAnew('a video card'),
  hub: onlyAnew('a hub'),
  memballoon: onlyAnew('the memory balloon'),
  panic: onlyAnew('a panic device'),
  nvram: onlyAnew('the NVRAM device'),
  crypto: onlyAnew('a crypto device'),
  pstore: onlyAnew('a persistent store'),
  redirfilter: onlyAnew('the filter of USB redirection'),
}
