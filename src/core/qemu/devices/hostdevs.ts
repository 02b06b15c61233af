/** Real hardware given to the guest. libvirt manual, Host device assignment. */
import type { Path } from '../../finding.ts'
import { formatPciAddress, pciAddressFromParts } from '../../host/index.ts'
import { type Build, bootIndexOf, type Devices, device, find, type Item, idOf, object } from '../build.ts'
import { adviceByHand, byHand, quiet, type Said, said } from '../said.ts'
import { bootSaid, placeSaid } from '../said-of-devices.ts'
import { ensureUsb } from './controllers.ts'

type Hostdev = Item<Devices['hostdevs']>

const scsiOnly = quiet('Said with the SCSI device.')

export const hostdevSaid: Said<Hostdev> = {
  mode: said,
  type: said,
  managed: said,
  model: said,
  display: said,
  ramfb: said,
  sgio: scsiOnly,
  rawio: scsiOnly,
  driver: {
    name: quiet('QEMU knows VFIO alone.'),
    model: byHand(
      'The variant driver is left out: bind the device to it before the start, in place of vfio-pci.',
    ),
    iommufd: said,
  },
  source: {
    startup_policy: adviceByHand(
      'startup_policy is left out: QEMU starts without the USB device and takes it when it is plugged in.',
    ),
    guest_reset: said,
    write_filtering: byHand('writeFiltering is left out: it belongs to Xen.'),
    protocol: said,
    name: said,
    wwpn: said,
    adapter: said,
    vendor: said,
    product: said,
    domain: said,
    bus: said,
    slot: said,
    function: said,
    device: said,
    port: said,
    target: said,
    unit: said,
    uuid: said,
  },
  readonly: scsiOnly,
  shareable: scsiOnly,
  boot: bootSaid,
  rom: { bar: said, file: said, enabled: said },
  teaming: byHand(
    'teaming is left out: add failover=on to the virtio card and failover_pair_id= to this device.',
  ),
  ...placeSaid,
}

export function renderHostdevs(build: Build): void {
  for (const [index, one] of (build.devices.hostdevs ?? []).entries()) {
    const path = ['devices', 'hostdevs', index]
    if (one.mode === 'capabilities') {
      find(
        build,
        'qemu.unsupported',
        path,
        'The device is left out: mode capabilities belongs to containers.',
      )
      continue
    }
    const id = idOf(build, one.alias, `hostdev${index}`, path)
    switch (one.type) {
      case 'pci':
        renderPci(build, one, id, path)
        break
      case 'usb':
        renderUsb(build, one, id, path)
        break
      case 'mdev':
        renderMdev(build, one, id, path)
        break
      case 'scsi_host':
        renderScsiHost(build, one, id, path)
        break
      case 'scsi':
        find(
          build,
          'qemu.unsupported',
          path,
          'The SCSI device is left out: libvirt looks up its /dev/sgN. By hand: -blockdev driver=host_device,filename=/dev/sgN,node-name=sg and -device scsi-generic,drive=sg.',
        )
        break
      default:
        find(
          build,
          'qemu.unsupported',
          [...path, 'type'],
          `QEMU can't give a device of type ${one.type} to the guest.`,
        )
    }
  }
}

/** The PCI address of the host as QEMU wants it, `0000:01:00.0`. */
export function pciAddressOf(
  build: Build,
  source:
    | {
        readonly domain?: string | undefined
        readonly bus?: string | undefined
        readonly slot?: string | undefined
        readonly function?: string | undefined
      }
    | undefined,
  path: Path,
): string | undefined {
  const parts: Record<string, string> = {}
  for (const name of ['domain', 'bus', 'slot', 'function'] as const) {
    const part = source?.[name]
    if (part !== undefined) parts[name] = part
  }
  const { address, findings } = pciAddressFromParts(parts)
  if (address !== undefined) return formatPciAddress(address)
  find(
    build,
    'qemu.text',
    path,
    `The device is left out: ${findings[0]?.message ?? 'it has no PCI address.'}`,
    'warning',
  )
  return undefined
}

/** QEMU does not take a device from its driver: libvirt does when it is managed. */
function renderPci(build: Build, one: Hostdev, id: string, path: Path): void {
  const host = pciAddressOf(build, one.source, [...path, 'source'])
  if (host === undefined) return
  const iommufd = one.driver?.iommufd === true
  if (iommufd && !build.present.has('iommufd')) {
    object(build, 'iommufd', [...path, 'driver', 'iommufd'], { id: 'iommufd0' })
    build.present.add('iommufd')
  }
  device(build, one.ramfb === 'on' ? 'vfio-pci-nohotplug' : 'vfio-pci', path, {
    host,
    id,
    bootindex: bootIndexOf(build, 'hostdev', one.boot),
    ...romOptions(one),
    iommufd: iommufd ? 'iommufd0' : undefined,
    display: one.display,
    ramfb: one.ramfb,
  })
  find(
    build,
    'qemu.host-setup',
    path,
    `Bind ${host} to vfio-pci before the start, with all of its IOMMU group: libvirt does that by itself, QEMU does not.`,
  )
}

function romOptions(one: Hostdev) {
  const { rom } = one
  return {
    rombar: rom?.bar === undefined ? undefined : rom.bar ? 1 : 0,
    romfile: rom?.enabled === false ? '' : rom?.file,
  }
}

function renderUsb(build: Build, one: Hostdev, id: string, path: Path): void {
  const { source } = one
  ensureUsb(build, path)
  const reset = source?.guest_reset
  device(build, 'usb-host', path, {
    id,
    vendorid: source?.vendor,
    productid: source?.product,
    hostbus: source?.bus === undefined ? undefined : Number(source.bus),
    hostaddr: source?.device === undefined ? undefined : Number(source.device),
    hostport: source?.port,
    'guest-reset': reset === undefined ? undefined : reset !== 'off',
    'guest-resets-all': reset === undefined || reset === 'off' ? undefined : reset === 'on',
    bootindex: bootIndexOf(build, 'hostdev', one.boot),
  })
  find(
    build,
    'qemu.host-setup',
    path,
    'QEMU has to be allowed to open the device in /dev/bus/usb: run it as root or add a udev rule.',
  )
}

/** libvirt manual, mdev: the device has to be there before. */
function renderMdev(build: Build, one: Hostdev, id: string, path: Path): void {
  const uuid = one.source?.uuid
  if (uuid === undefined) {
    find(build, 'qemu.text', [...path, 'source', 'uuid'], 'A mediated device needs its UUID.', 'warning')
    return
  }
  const sysfsdev = `/sys/bus/mdev/devices/${uuid}`
  const model = one.model === 'vfio-ccw' || one.model === 'vfio-ap' ? one.model : 'vfio-pci'
  const screen = one.ramfb === 'on' && model === 'vfio-pci' ? 'vfio-pci-nohotplug' : model
  device(build, screen, path, {
    id,
    sysfsdev,
    display: one.display,
    ramfb: one.ramfb,
    bootindex: bootIndexOf(build, 'hostdev', one.boot),
  })
  find(
    build,
    'qemu.host-setup',
    path,
    `The mediated device has to be there before the start: mdevctl start -u ${uuid}.`,
  )
}

function renderScsiHost(build: Build, one: Hostdev, id: string, path: Path): void {
  const flavour =
    one.model === 'virtio-transitional' || one.model === 'virtio-non-transitional' ? one.model.slice(6) : ''
  device(build, `vhost-scsi-pci${flavour}`, path, {
    id,
    wwpn: one.source?.wwpn,
    bootindex: bootIndexOf(build, 'hostdev', one.boot),
  })
  find(
    build,
    'qemu.host-setup',
    path,
    'The target has to be there before the start (targetcli), and QEMU has to be allowed to open /dev/vhost-scsi.',
  )
}
