/** Each kind of device in words: what it is called in the picture, what is said beside it, where it leads on the host. */
import { type Address, busOfDisk, type Devices, type Item } from '../domain/index.ts'
import { ownValue } from '../text/index.ts'
import {
  audioEnd,
  diskEnd,
  fileEnd,
  graphicsEnd,
  hostdevEnd,
  inputEnd,
  interfaceEnd,
  type Known,
  lineEnd,
  memoryEnd,
  rngEnd,
  shareEnd,
  shmemEnd,
  tpmEnd,
} from './host-ends.ts'
import type { HostEnd } from './picture.ts'

/** What a device is called, and where it leads. */
export interface DeviceWords {
  readonly title: string
  readonly details: readonly string[]
  readonly end?: HostEnd | undefined
  /** The kind of controller that it is on, when its address is that of a drive. */
  readonly drive?: string | undefined
}

/** Whatever of a Domain's `devices` is a device, and not the program or what vm.yml says of one. */
export type DeviceKey = Exclude<keyof Devices, 'emulator' | 'usb' | '$rest'>

/** One device of a list; of what there is once, that. */
type One<Key extends DeviceKey> =
  NonNullable<Devices[Key]> extends readonly unknown[] ? Item<Devices[Key]> : NonNullable<Devices[Key]>

/** One device of a Domain. */
export interface DescribedDevice {
  readonly key: DeviceKey
  /** Undefined for what there is once. */
  readonly index: number | undefined
  readonly words: DeviceWords
  readonly address: Address | undefined
}

interface At<Key extends DeviceKey> {
  readonly index: number | undefined
  readonly device: One<Key> & { readonly address?: Address | undefined }
}

function allOf<Key extends DeviceKey>(devices: Devices, key: Key): readonly At<Key>[]
function allOf(devices: Readonly<Record<string, unknown>>, key: string): readonly unknown[] {
  const held = ownValue(devices, key)
  if (held === undefined) return []
  return Array.isArray(held)
    ? held.map((device: unknown, index) => ({ index, device }))
    : [{ index: undefined, device: held }]
}

/** All devices of a Domain in words, in the order in which the picture shows those that have no bus. */
export function describedDevices(devices: Devices, known: Known): readonly DescribedDevice[] {
  return Object.values(kinds).flatMap((describe) => describe(devices, known))
}

type DescribeAll = (devices: Devices, known: Known) => readonly DescribedDevice[]

function each<Key extends DeviceKey>(
  key: Key,
  describe: (device: One<Key>, known: Known) => DeviceWords,
): DescribeAll {
  return (devices, known) =>
    allOf(devices, key).map(({ device, index }) => ({
      key,
      index,
      words: describe(device, known),
      address: device.address,
    }))
}

function said(title: string, ...details: readonly (string | number | undefined)[]): DeviceWords {
  return {
    title: title.trim(),
    details: details.flatMap((word) => (word === undefined || word === '' ? [] : [String(word)])),
  }
}

const kinds: { readonly [Key in DeviceKey]-?: DescribeAll } = {
  controllers: each('controllers', ({ type, model, index }) =>
    said(
      ownValue(bridges, model ?? '') ?? `${ownValue(controllers, type ?? '') ?? type} controller`,
      model,
      index,
    ),
  ),
  disks: each('disks', (disk) => {
    const { device = 'disk', target, readonly, boot, serial } = disk
    return {
      ...said(
        `${ownValue(drives, device) ?? device} ${target?.dev ?? ''}`,
        busOfDisk(disk),
        readonly === true ? 'read-only' : undefined,
        boot?.order === undefined ? undefined : `boot ${boot.order}`,
        serial,
      ),
      end: diskEnd(disk),
      drive: busOfDisk(disk),
    }
  }),
  interfaces: each('interfaces', (card, known) => ({
    ...said(
      'Network card',
      card.model?.type,
      card.mac?.address,
      card.link?.state === 'down' ? 'link down' : undefined,
    ),
    end: interfaceEnd(card, known),
  })),
  filesystems: each('filesystems', (share) => ({
    ...said(`Share ${share.target?.dir ?? ''}`, share.readonly === true ? 'read-only' : undefined),
    end: shareEnd(share),
  })),
  hostdevs: each('hostdevs', (device, known) => ({
    ...said(`${ownValue(hostdevs, device.type ?? '') ?? 'Host device'}`),
    end: hostdevEnd(device, known),
    drive: 'scsi',
  })),
  video: each('video', ({ model }) => said('Video card', model)),
  graphics: each('graphics', (display) => ({
    ...said(`Display ${ownValue(displays, display.type ?? '') ?? display.type}`),
    end: graphicsEnd(display),
  })),
  sound: each('sound', ({ model }) => said('Sound card', model)),
  audio: each('audio', (audio) => ({ ...said('Sound', audio.id), end: audioEnd(audio) })),
  inputs: each('inputs', (input) => ({
    ...said(ownValue(inputs, input.type ?? '') ?? 'Input', input.bus),
    end: inputEnd(input),
  })),
  serial: each('serial', (line) => ({
    ...said('Serial port', line.target?.port, line.target?.type),
    end: lineEnd(line),
  })),
  parallel: each('parallel', (line) => ({ ...said('Parallel port', line.target?.port), end: lineEnd(line) })),
  console: each('console', (line) => ({
    ...said('Console', line.target?.port, line.target?.type),
    end: lineEnd(line),
  })),
  channels: each('channels', (line) => ({ ...said('Channel', line.name), end: lineEnd(line) })),
  redirdev: each('redirdev', (line) => ({ ...said('USB redirection'), end: lineEnd(line) })),
  redirfilter: each('redirfilter', ({ usbdevs = [] }) =>
    said('USB redirection filter', `${usbdevs.length} rules`),
  ),
  smartcard: each('smartcard', ({ mode, ...line }) => ({
    ...said('Smartcard reader', mode),
    end: lineEnd(line),
  })),
  hub: each('hub', () => said('USB hub')),
  tpm: each('tpm', (tpm) => ({ ...said('TPM', tpm.backend?.version, tpm.model), end: tpmEnd(tpm) })),
  rng: each('rng', (rng) => ({ ...said('Random numbers', rng.model), end: rngEnd(rng) })),
  watchdog: each('watchdog', ({ model, action }) => said('Watchdog', model, action)),
  panic: each('panic', ({ model }) => said('Panic device', model)),
  memballoon: each('memballoon', ({ model }) => said('Memory balloon', model)),
  memory: each('memory', (memory) => ({
    ...said(`Memory ${memory.model ?? ''}`, memory.target?.size, cellWords(memory.target?.node)),
    end: memoryEnd(memory),
  })),
  shmem: each('shmem', (shmem) => ({
    ...said('Shared memory', shmem.size, shmem.model?.type),
    end: shmemEnd(shmem),
  })),
  iommu: each('iommu', ({ model }) => said('IOMMU', model)),
  more_iommus: each('more_iommus', ({ model }) => said('IOMMU', model)),
  vsock: each('vsock', ({ cid }) =>
    said('vsock', cid?.address === undefined ? undefined : `CID ${cid.address}`),
  ),
  crypto: each('crypto', ({ model }) => said('Crypto device', model)),
  nvram: each('nvram', () => said('NVRAM')),
  pstore: each('pstore', ({ backend, path }) => ({
    ...said('Persistent store', backend),
    end: fileEnd(path),
  })),
  leases: each('leases', ({ key, path }) => ({ ...said('Lease', key), end: fileEnd(path) })),
}

function cellWords(node: number | undefined): string | undefined {
  return node === undefined ? undefined : `cell ${node}`
}

const bridges: Readonly<Record<string, string>> = {
  'pci-root': 'PCI bus',
  'pcie-root': 'PCIe bus',
  'pcie-root-port': 'Root port',
  'pcie-switch-upstream-port': 'Switch',
  'pcie-switch-downstream-port': 'Switch port',
  'pcie-to-pci-bridge': 'Bridge to PCI',
  'dmi-to-pci-bridge': 'Bridge to PCI',
  'pci-bridge': 'PCI bridge',
  'pci-expander-bus': 'PCI expander',
  'pcie-expander-bus': 'PCIe expander',
}

const controllers: Readonly<Record<string, string>> = {
  usb: 'USB',
  ide: 'IDE',
  sata: 'SATA',
  scsi: 'SCSI',
  fdc: 'Floppy',
  ccid: 'Smart card',
  'virtio-serial': 'virtio-serial',
  pci: 'PCI',
}

const drives: Readonly<Record<string, string>> = { disk: 'Disk', cdrom: 'CD', floppy: 'Floppy', lun: 'LUN' }

const hostdevs: Readonly<Record<string, string>> = {
  pci: 'PCI host device',
  usb: 'USB host device',
  mdev: 'Mediated device',
  scsi: 'SCSI host device',
}

const displays: Readonly<Record<string, string>> = { vnc: 'VNC', spice: 'SPICE', rdp: 'RDP', sdl: 'SDL' }

const inputs: Readonly<Record<string, string>> = { mouse: 'Mouse', tablet: 'Tablet', keyboard: 'Keyboard' }
