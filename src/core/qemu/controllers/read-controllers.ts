/** Controllers of a command line. The way back of controllers.ts. */
import type { Controller } from '../../domain/index.ts'
import { takeQueueThreads } from '../machine/queue-threads.ts'
import { type ControllerDriver, controllerDrivers } from '../properties/controller-drivers.ts'
import {
  busesOf,
  hasBoardUsb,
  joined,
  type OptionInHand,
  type Reading,
  takeAlias,
  takeProperties,
  takeSeat,
} from '../reading/index.ts'
import {
  nvme,
  pciProperties,
  usbCompanion,
  virtioScsi,
  virtioScsiLimits,
  virtioSerial,
  xhci,
} from './controller-properties.ts'

export function readControllers(reading: Reading): void {
  const { byOption } = busesOf(reading)
  for (const option of reading.devices((driver) => controllerDrivers.has(driver))) {
    const kind = controllerDrivers.get(option.peek('driver') ?? '')
    const bus = byOption.get(option)
    // An NVMe controller that has its drive in itself is a disk.
    if (kind === undefined || bus === undefined || kind.type === 'fdc') continue
    if (kind.type === 'nvme' && option.peek('drive') !== undefined) continue
    const controller: Controller = {
      type: kind.type,
      index: bus.index,
      model: kind.model,
      ...takeKeys(option, kind, bus.index),
      ...takeSeat(reading, option),
    }
    reading.add('controllers', controller, [option])
  }
  readUsbWord(reading)
  readHole(reading)
  if (busesSayNoUsb(reading)) addNoUsb(reading)
}

function takeKeys(option: OptionInHand, kind: ControllerDriver, index: number): Partial<Controller> {
  switch (kind.type) {
    case 'pci':
      return takePciKeys(option, kind)
    case 'usb':
      return takeUsbKeys(option)
    case 'scsi':
      return kind.model?.startsWith('virtio') === true ? takeScsiKeys(option) : {}
    case 'virtio-serial':
      return takeProperties(option, virtioSerial)
    case 'nvme':
      option.drop('serial', `nvme${index}`)
      return takeProperties(option, nvme)
    default:
      return {}
  }
}

function takePciKeys(option: OptionInHand, { model, pciModel }: ControllerDriver): Partial<Controller> {
  if (model === 'pcie-root-port' || model === 'pcie-switch-downstream-port') {
    // What QEMU takes since the machines of 4.0.
    option.drop('x-speed', '16')
    option.drop('x-width', '32')
  }
  return { pci_model: pciModel, ...takeProperties(option, pciProperties(model)) }
}

function takeUsbKeys(option: OptionInHand): Partial<Controller> {
  if (option.take('masterbus') !== undefined) return takeProperties(option, usbCompanion)
  return option.peek('p2') === option.peek('p3') ? takeProperties(option, xhci) : {}
}

function takeScsiKeys(option: OptionInHand): Controller {
  const driver = takeQueueThreads(option)
  const own = joined(takeProperties(option, virtioScsi), takeProperties(option, virtioScsiLimits))
  return Object.keys(driver).length === 0 ? own : joined(own, { driver })
}

/** A floppy controller, once its drives have taken what is theirs. */
export function readFloppyControllers(reading: Reading): void {
  for (const option of reading.devices((driver) => driver === 'isa-fdc')) {
    option.take('driver')
    reading.add('controllers', { type: 'fdc', index: 0, alias: takeAlias(option) }, [option])
  }
}

/** `-usb`, and `-usbdevice`, which says it too: the USB controller that the mainboard of the time had. */
function readUsbWord(reading: Reading): void {
  const options = reading.unread('usb')
  // Boards of other architectures have theirs anyway, or none.
  for (const option of options) option.finish()
  for (const option of reading.unread('machine', 'M')) option.take('usb')
  if (!hasBoardUsb(reading)) return
  const models = reading.board === 'q35' ? q35Usb : (['piix3-uhci'] as const)
  for (const model of models) reading.add('controllers', { type: 'usb', index: 0, model }, options)
}

const q35Usb = ['ich9-ehci1', 'ich9-uhci1', 'ich9-uhci2', 'ich9-uhci3'] as const

const holeKeys = ['i440FX-pcihost.pci-hole64-size', 'q35-pcihost.pci-hole64-size'] as const

/** `-global q35-pcihost.pci-hole64-size=1048576K`. */
function readHole(reading: Reading): void {
  for (const option of reading.unread('global')) {
    const key = holeKeys.find((one) => option.peek(one) !== undefined)
    const match = /^(\d+)K$/.exec(key === undefined ? '' : (option.peek(key) ?? ''))
    if (key === undefined || match === null) continue
    option.take(key)
    const model = reading.board === 'pc' ? 'pci-root' : 'pcie-root'
    reading.add('controllers', { type: 'pci', index: 0, model, pcihole64: `${match[1]} KiB` }, [option])
  }
}

/** libvirt adds a USB controller to every PC that does not say `none`. */
function busesSayNoUsb(reading: Reading): boolean {
  if (reading.board === 'other') return false
  return !reading.read.some(
    ({ list, item }) => list === 'controllers' && 'type' in item && item.type === 'usb',
  )
}

function addNoUsb(reading: Reading): void {
  reading.add('controllers', { type: 'usb', index: 0, model: 'none' }, [])
}
