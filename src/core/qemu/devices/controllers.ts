/** Controllers: those that are said, and those that a device needs and nobody said. libvirt manual, Controllers. */
import type { Path } from '../../finding.ts'
import { sizeInBytes } from '../../table/index.ts'
import {
  type Build,
  type Devices,
  device,
  emit,
  find,
  type Item,
  idNamed,
  idOf,
  virtioDevice,
  virtioOptions,
} from '../build.ts'
import { qemuSize } from '../machine/memory.ts'
import { byHand, quiet, type Said, said } from '../said.ts'
import { placeSaid, virtioSaid } from '../said-of-devices.ts'

type Controller = Item<Devices['controllers']>

const xen = byHand('It is left out: it belongs to Xen.')

export const controllerSaid: Said<Controller> = {
  type: said,
  index: said,
  model: said,
  ports: said,
  vectors: said,
  max_grant_frames: xen,
  max_event_channels: xen,
  serial: said,
  driver: {
    queues: said,
    cmd_per_lun: said,
    max_sectors: said,
    ioeventfd: said,
    iothread: said,
    ...virtioSaid,
  },
  master: said,
  pcihole64: said,
  pci_model: quiet('Said with the PCI controller.'),
  target: quiet('Said with the PCI controller.'),
  ...placeSaid,
}

export function renderControllers(build: Build): void {
  const list = numbered(build.devices.controllers ?? [])
  // A companion hangs on the bus of its EHCI controller, which has to be there before.
  for (const [index, controller] of list.entries())
    if (!isCompanion(controller, list)) renderController(build, controller, ['devices', 'controllers', index])
  for (const [index, controller] of list.entries())
    if (isCompanion(controller, list)) renderCompanion(build, controller, ['devices', 'controllers', index])
}

/** Whoever has no number gets the next one of its kind. */
function numbered(list: readonly Controller[]): readonly Controller[] {
  const next = new Map<string, number>()
  for (const { type, index } of list)
    if (type !== undefined && index !== undefined) next.set(type, Math.max(next.get(type) ?? 0, index + 1))
  return list.map((controller) => {
    const { type, index } = controller
    if (type === undefined || index !== undefined) return controller
    const number = next.get(type) ?? 0
    next.set(type, number + 1)
    return { ...controller, index: number }
  })
}

const companionPorts: Readonly<Record<string, number>> = { 'ich9-uhci1': 0, 'ich9-uhci2': 2, 'ich9-uhci3': 4 }

function isCompanion({ type, model, index }: Controller, list: readonly Controller[]): boolean {
  if (type !== 'usb' || companionPorts[model ?? ''] === undefined) return false
  return list.some((other) => other.type === 'usb' && other.model === 'ich9-ehci1' && other.index === index)
}

/** USB 1 ports of an EHCI controller. */
function renderCompanion(build: Build, controller: Controller, path: Path): void {
  const { model = 'ich9-uhci1', index = 0 } = controller
  device(build, usbDevices[model] ?? model, path, {
    masterbus: `${idNamed(build, `usb${index}`)}.0`,
    firstport: controller.master ?? companionPorts[model],
  })
}

function renderController(build: Build, controller: Controller, path: Path): void {
  switch (controller.type) {
    case 'usb':
      renderUsb(build, controller, path)
      break
    case 'scsi':
      renderScsi(build, controller, path)
      break
    case 'sata':
      renderSata(build, controller, path)
      break
    case 'virtio-serial':
      renderVirtioSerial(build, controller, path)
      break
    case 'ccid':
      ensureUsb(build, path)
      device(build, 'usb-ccid', path, {
        id: idOf(build, controller.alias, `ccid${controller.index ?? 0}`, path),
      })
      build.present.add('ccid')
      break
    case 'pci':
      renderPci(build, controller, path)
      break
    case 'nvme':
      device(build, 'nvme', path, {
        id: idOf(build, controller.alias, `nvme${controller.index ?? 0}`, path),
        serial: controller.serial ?? `nvme${controller.index ?? 0}`,
      })
      build.present.add(`nvme${controller.index ?? 0}`)
      break
    case 'ide':
    case 'fdc':
      if (build.board !== 'pc' && controller.type === 'ide')
        find(build, 'qemu.unsupported', path, 'This mainboard has no IDE: use sata.')
      break
    default:
      find(build, 'qemu.unsupported', path, `QEMU has no controller of type ${controller.type}.`)
  }
}

const usbDevices: Readonly<Record<string, string>> = {
  'qemu-xhci': 'qemu-xhci',
  'nec-xhci': 'nec-usb-xhci',
  'piix3-uhci': 'piix3-usb-uhci',
  'piix4-uhci': 'piix4-usb-uhci',
  ehci: 'usb-ehci',
  'ich9-ehci1': 'ich9-usb-ehci1',
  'ich9-uhci1': 'ich9-usb-uhci1',
  'ich9-uhci2': 'ich9-usb-uhci2',
  'ich9-uhci3': 'ich9-usb-uhci3',
  'vt82c686b-uhci': 'vt82c686b-usb-uhci',
  'pci-ohci': 'pci-ohci',
}

function renderUsb(build: Build, controller: Controller, path: Path): void {
  const { model, ports } = controller
  if (model === 'none') return
  const driver = usbDevices[model ?? 'qemu-xhci']
  if (driver === undefined) {
    find(build, 'qemu.unsupported', path, `QEMU has no USB controller ${model}.`)
    return
  }
  const number = controller.index ?? 0
  const xhci = driver === 'qemu-xhci' || driver === 'nec-usb-xhci'
  device(build, driver, path, {
    id: idOf(build, controller.alias, `usb${number}`, path),
    p2: xhci ? ports : undefined,
    p3: xhci ? ports : undefined,
  })
  if (ports !== undefined && !xhci)
    find(build, 'qemu.unsupported', [...path, 'ports'], `The number of ports of ${model} is fixed.`)
  build.present.add('usb')
}

/** A bus for USB devices; xHCI does USB 1 to 3. */
export function ensureUsb(build: Build, path: Path): void {
  if (build.present.has('usb')) return
  device(build, 'qemu-xhci', path, { id: 'usb0' })
  build.present.add('usb')
}

const scsiDevices: Readonly<Record<string, string>> = {
  lsilogic: 'lsi',
  lsisas1068: 'mptsas1068',
  lsisas1078: 'megasas',
  vmpvscsi: 'pvscsi',
  am53c974: 'am53c974',
  dc390: 'dc390',
  'virtio-scsi': 'virtio-scsi-pci',
  auto: 'virtio-scsi-pci',
  virtio: 'virtio-scsi-pci',
  'virtio-transitional': 'virtio-scsi-pci-transitional',
  'virtio-non-transitional': 'virtio-scsi-pci-non-transitional',
}

function renderScsi(build: Build, controller: Controller, path: Path): void {
  const { model, driver } = controller
  const name = scsiDevices[model ?? 'auto']
  if (name === undefined) {
    find(build, 'qemu.unsupported', path, `QEMU has no SCSI controller ${model}.`)
    return
  }
  const number = controller.index ?? 0
  const virtio = name.startsWith('virtio')
  device(build, name, path, {
    id: idOf(build, controller.alias, `scsi${number}`, path),
    ...(virtio
      ? {
          num_queues: driver?.queues,
          cmd_per_lun: driver?.cmd_per_lun,
          max_sectors: driver?.max_sectors,
          ioeventfd: driver?.ioeventfd,
          iothread: driver?.iothread === undefined ? undefined : `iothread${driver.iothread}`,
          ...virtioOptions(driver),
        }
      : {}),
  })
  if (!virtio && driver !== undefined)
    find(
      build,
      'qemu.unsupported',
      [...path, 'driver'],
      `The driver options are for virtio-scsi, not ${model}.`,
    )
  build.present.add(`scsi${number}`)
  if (!virtio) build.present.add(`scsi${number}-parallel`)
}

/** libvirt would take LSI Logic here, which no current guest has a driver for. */
export function ensureScsi(build: Build, number: number, path: Path): void {
  if (build.present.has(`scsi${number}`)) return
  device(build, 'virtio-scsi-pci', path, { id: `scsi${number}` })
  build.present.add(`scsi${number}`)
  find(
    build,
    'qemu.differs',
    path,
    'No SCSI controller is said, so virtio-scsi is taken. Add one with model virtio-scsi to have the same under libvirt.',
  )
}

/** q35 has an AHCI controller of its own, which is number 0. */
function renderSata(build: Build, controller: Controller, path: Path): void {
  const number = controller.index ?? 0
  if (build.board === 'q35' && number === 0) return
  device(build, 'ich9-ahci', path, { id: idOf(build, controller.alias, `sata${number}`, path) })
  build.present.add(`sata${number}`)
}

/** The name of the bus of an AHCI port: `ide.N` on q35's own controller. */
export function sataBus(build: Build, number: number, port: number, path: Path): string {
  if (build.board === 'q35' && number === 0) return `ide.${port}`
  if (!build.present.has(`sata${number}`)) {
    device(build, 'ich9-ahci', path, { id: `sata${number}` })
    build.present.add(`sata${number}`)
  }
  return `${idNamed(build, `sata${number}`)}.${port}`
}

function renderVirtioSerial(build: Build, controller: Controller, path: Path): void {
  const number = controller.index ?? 0
  if (controller.driver?.iothread !== undefined)
    find(build, 'qemu.unsupported', [...path, 'driver', 'iothread'], 'virtio-serial takes no I/O thread.')
  device(build, virtioDevice('serial', controller.model), path, {
    id: idOf(build, controller.alias, `virtio-serial${number}`, path),
    max_ports: controller.ports,
    vectors: controller.vectors,
    ...virtioOptions(controller.driver),
  })
  build.present.add('virtio-serial')
}

/** One controller carries all channels. */
export function ensureVirtioSerial(build: Build, path: Path): void {
  if (build.present.has('virtio-serial')) return
  device(build, 'virtio-serial-pci', path, { id: 'virtio-serial0' })
  build.present.add('virtio-serial')
}

/** Root ports and bridges are there for addresses, which are QEMU's choice here. */
function renderPci(build: Build, controller: Controller, path: Path): void {
  const { model, pcihole64: hole } = controller
  if (hole !== undefined) {
    const bridge = build.board === 'pc' ? 'i440FX-pcihost' : 'q35-pcihost'
    emit(
      build,
      '-global',
      [...path, 'pcihole64'],
      `${bridge}.pci-hole64-size=${qemuSize(sizeInBytes(hole, 1024) ?? 0)}`,
    )
  }
  if (model === 'pci-root' || model === 'pcie-root') return
  if (build.present.has('pci-bridges')) return
  build.present.add('pci-bridges')
  find(
    build,
    'qemu.differs',
    path,
    'PCI root ports and bridges are left out: all devices sit on the root bus, where nothing can be plugged in later.',
  )
}
