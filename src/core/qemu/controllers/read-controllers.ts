/** Controllers of a command line. The way back of controllers.ts. */
import { takeIoThread } from '../machine/read-iothreads.ts'
import { busesOf, hasBoardUsb } from '../read/buses.ts'
import type { OptionInHand } from '../read/option-in-hand.ts'
import type { Reading } from '../read/reading.ts'
import { busOfDriver, takeAddress } from '../read/take-address.ts'
import { takeAlias, takeVirtioDriver } from '../read/take-device.ts'
import { type Controller, type ControllerDriver, controllerDrivers } from './drivers.ts'

export function readControllers(reading: Reading): void {
  const { byOption } = busesOf(reading)
  for (const option of reading.devices((driver) => controllerDrivers.has(driver))) {
    const kind = controllerDrivers.get(option.peek('driver') ?? '')
    const bus = byOption.get(option)
    // An NVMe controller that has its drive in itself is a disk.
    if (kind === undefined || bus === undefined || kind.type === 'fdc') continue
    if (kind.type === 'nvme' && option.peek('drive') !== undefined) continue
    const driver = option.take('driver') ?? ''
    const controller: Controller = {
      type: kind.type,
      index: bus.index,
      model: kind.model,
      ...takeKeys(option, kind, bus.index),
      alias: takeAlias(option),
      address: takeAddress(reading, option) ?? busOfDriver(driver),
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
      return {
        ports: option.takeNumber('max_ports'),
        vectors: option.takeNumber('vectors'),
        driver: takeVirtioDriver(option),
      }
    case 'nvme':
      option.drop('serial', `nvme${index}`)
      return { serial: option.take('serial') }
    default:
      return {}
  }
}

function takePciKeys(option: OptionInHand, { model, pciModel }: ControllerDriver): Partial<Controller> {
  const reserve = option.peek('mem-reserve')
  const kibibytes = reserve !== undefined && /^\d+$/.test(reserve) ? Number(reserve) / 1024 : undefined
  const isWhole = kibibytes !== undefined && Number.isInteger(kibibytes)
  if (isWhole) option.take('mem-reserve')
  const isPort = model === 'pcie-root-port' || model === 'pcie-switch-downstream-port'
  if (isPort) {
    // What QEMU takes since the machines of 4.0.
    option.drop('x-speed', '16')
    option.drop('x-width', '32')
  }
  const isExpander = model === 'pci-expander-bus' || model === 'pcie-expander-bus'
  return {
    pci_model: pciModel,
    target: someOf({
      chassis_nr: model === 'pci-bridge' ? textOf(option.takeNumber('chassis_nr')) : undefined,
      chassis: isPort ? textOf(option.takeNumber('chassis')) : undefined,
      port: isPort ? hexOf(option.takeNumber('port')) : undefined,
      hotplug: isPort ? option.takeBoolean('hotplug') : undefined,
      bus_nr: isExpander ? textOf(option.takeNumber('bus_nr')) : undefined,
      node: isExpander ? option.takeNumber('numa_node') : undefined,
      memory_reserve: isWhole ? kibibytes : undefined,
    }),
  }
}

/** libvirt has one number of ports for USB 2 and 3. */
function takeUsbKeys(option: OptionInHand): Partial<Controller> {
  const ports = option.peek('p2')
  if (ports !== undefined && ports === option.peek('p3')) {
    option.take('p3')
    return { ports: option.takeNumber('p2') }
  }
  if (option.take('masterbus') === undefined) return {}
  return { master: option.takeNumber('firstport') }
}

function takeScsiKeys(option: OptionInHand): Partial<Controller> {
  return {
    driver: someOf({
      ...takeVirtioDriver(option),
      iothread: takeIoThread(option, 'iothread'),
      iothreads: takeQueueMapping(option),
      queues: option.takeNumber('num_queues'),
      cmd_per_lun: option.takeNumber('cmd_per_lun'),
      max_sectors: option.takeNumber('max_sectors'),
      ioeventfd: option.takeBoolean('ioeventfd'),
    }),
  }
}

type Mapping = NonNullable<NonNullable<Controller['driver']>['iothreads']>

function takeQueueMapping(option: OptionInHand): Mapping | undefined {
  const threads: Mapping[number][] = []
  for (;;) {
    const start = `iothread-vq-mapping.${threads.length}`
    const id = takeIoThread(option, `${start}.iothread`)
    if (id === undefined) return threads.length === 0 ? undefined : threads
    const queues: { id: number }[] = []
    for (;;) {
      const queue = option.takeNumber(`${start}.vqs.${queues.length}`)
      if (queue === undefined) break
      queues.push({ id: queue })
    }
    threads.push({ id, ...(queues.length === 0 ? {} : { queues }) })
  }
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

function someOf<T extends object>(keys: T): T | undefined {
  return Object.values(keys).some((value) => value !== undefined) ? keys : undefined
}

function textOf(number: number | undefined): string | undefined {
  return number === undefined ? undefined : String(number)
}

function hexOf(number: number | undefined): string | undefined {
  return number === undefined ? undefined : `0x${number.toString(16)}`
}
