/** What controllers can be told. libvirt: `qemuBuildPCIControllerProps`, `qemuBuildControllerSCSIDevProps`. */
import type { Controller } from '../../domain/index.ts'
import {
  type Codec,
  counted,
  decimalText,
  hexText,
  iothread,
  number,
  onOff,
  text,
} from '../properties/codec.ts'
import { given, type Properties, propertyOf } from '../properties/property.ts'
import { virtio } from '../properties/shared.ts'

const property = propertyOf<Controller>()

/** KiB of libvirt's, whole ones alone, as bytes. */
const wholeKibibytes: Codec<number> = {
  print: (held) => (typeof held === 'number' ? held * 1024 : undefined),
  parse: (held) => {
    const kib = /^\d+$/.test(held) ? Number(held) / 1024 : undefined
    return Number.isInteger(kib) ? kib : undefined
  },
}

const reserve: Properties<Controller> = {
  'mem-reserve': property('target.memory_reserve', wholeKibibytes),
}

const chassis = property('target.chassis', decimalText)
const port = property('target.port', hexText)
const hotplug = property('target.hotplug', onOff)

const expander: Properties<Controller> = {
  bus_nr: property('target.bus_nr', decimalText),
  id: given,
  numa_node: property('target.node', number),
}

/** PCI bridges and ports, by libvirt's model; all others are told what a bridge is. */
const pciModels: ReadonlyMap<string | undefined, Properties<Controller>> = new Map([
  ['pci-bridge', { chassis_nr: property('target.chassis_nr', decimalText), ...reserve, id: given }],
  ['pcie-root-port', { port, chassis, hotplug, ...reserve, id: given }],
  ['pcie-switch-downstream-port', { port, chassis, hotplug, id: given }],
  ['pci-expander-bus', expander],
  ['pcie-expander-bus', expander],
])
const otherBridge: Properties<Controller> = { ...reserve, id: given }

export function pciProperties(model: Controller['model']): Properties<Controller> {
  return pciModels.get(model) ?? otherBridge
}

export const virtioScsi: Properties<Controller> = {
  iothread: property('driver.iothread', iothread),
  ...virtio,
  id: given,
  num_queues: property('driver.queues', counted),
}

/** What stands after the I/O threads of the queues. */
export const virtioScsiLimits: Properties<Controller> = {
  cmd_per_lun: property('driver.cmd_per_lun', number),
  max_sectors: property('driver.max_sectors', number),
  ioeventfd: property('driver.ioeventfd', onOff),
}

export const virtioSerial: Properties<Controller> = {
  ...virtio,
  id: given,
  max_ports: property('ports', number),
  vectors: property('vectors', number),
}

/** libvirt has one number of ports for USB 2 and 3. */
export const xhci: Properties<Controller> = {
  p2: property('ports', number, { whole: 'ports' }),
  p3: property('ports', number, { whole: 'ports' }),
  id: given,
}

export const usbCompanion: Properties<Controller> = {
  masterbus: given,
  firstport: property('master', number),
}

export const nvme: Properties<Controller> = { serial: property('serial', text), id: given }

/** What any of them can be told. */
export const controllerProperties: readonly Properties<Controller>[] = [
  ...pciModels.values(),
  virtioScsi,
  virtioScsiLimits,
  virtioSerial,
  xhci,
  usbCompanion,
  nvme,
]
