/** Ports of USB devices, and the hubs that are added where ports run out. libvirt: `qemuDomainAssignUSBAddresses`. */
import type { Address, DeviceList, Devices, Item } from '../domain/index.ts'
import { type Draft, devicesOf, own, placeItems } from './draft.ts'
import { UsbPorts } from './usb-ports.ts'

/** Ports of a controller that does not say how many: `virDomainUSBAddressControllerModelToPorts`. */
const usualPorts: Readonly<Record<string, number>> = {
  'piix3-uhci': 2,
  'piix4-uhci': 2,
  'vt82c686b-uhci': 2,
  ehci: 6,
  'ich9-ehci1': 6,
  'pci-ohci': 3,
  'nec-xhci': 4,
  'qemu-xhci': 4,
}
const hubPorts = 8

/** How many ports a USB controller has; undefined for what has none of its own, such as a companion. */
export function portsOfController({
  type,
  model,
  ports,
}: Pick<Item<Devices['controllers']>, 'type' | 'model' | 'ports'>): number | undefined {
  const usual = type === 'usb' && model !== undefined ? usualPorts[model] : undefined
  return model === 'qemu-xhci' || model === 'nec-xhci' ? (ports ?? usual) : usual
}

/** A list in which there are USB devices. */
interface UsbList {
  each(draft: Draft, visit: (address: Address | undefined) => void): void
  place(draft: Draft, ports: UsbPorts): void
}

function usbList<K extends DeviceList>(key: K, isUsb: (device: Item<Devices[K]>) => boolean): UsbList {
  return {
    each(draft, visit) {
      for (const device of devicesOf(draft, key)) if (isUsb(device)) visit(device.address)
    },
    place(draft, ports) {
      placeItems(draft, key, (device) => {
        if (!isUsb(device) || !wantsPort(device.address)) return undefined
        const address = ports.free(device.address?.bus)
        // What hangs on a hub comes after it.
        if (key === 'hub' && address !== undefined) ports.addHub(address, hubPorts)
        return address
      })
    },
  }
}

/** In libvirt's order. */
const usbLists: readonly UsbList[] = [
  usbList('hub', () => true),
  usbList('hostdevs', ({ type }) => type === 'usb'),
  usbList('disks', ({ target }) => target?.bus === 'usb'),
  usbList('inputs', ({ bus }) => bus === 'usb'),
  usbList('controllers', ({ type }) => type === 'ccid'),
  usbList('redirdev', () => true),
  usbList('serial', ({ target }) => target?.type === 'usb-serial'),
  usbList('filesystems', ({ driver }) => driver?.type === 'mtp'),
  usbList('sound', ({ model }) => model === 'usb'),
]

export function completeUsbAddresses(draft: Draft): void {
  let count = 0
  let unplaced = 0
  for (const list of usbLists)
    list.each(draft, (address) => {
      count += 1
      if (wantsPort(address)) unplaced += 1
    })
  if (unplaced === 0) return
  const ports = new UsbPorts()
  const room = addControllers(draft, ports)
  if (ports.isEmpty) return
  addHubs(draft, count - room)
  for (const { address } of devicesOf(draft, 'hub'))
    if (address?.port !== undefined) ports.addHub(address, hubPorts)
  for (const list of usbLists)
    list.each(draft, (address) => {
      if (address?.type === 'usb' && address.port !== undefined) ports.take(address)
    })
  for (const list of usbLists) list.place(draft, ports)
}

function wantsPort(address: Address | undefined): boolean {
  return address === undefined || (address.type === 'usb' && address.port === undefined)
}

/** Returns how many ports there are, with those of the hubs that are said. */
function addControllers({ devices }: Draft, ports: UsbPorts): number {
  let sum = (devices.hub ?? []).length * hubPorts
  for (const controller of devices.controllers ?? []) {
    const count = portsOfController(controller)
    if (count === undefined) continue
    ports.addController(controller.index ?? 0, count)
    sum += count
  }
  return sum
}

/** Each hub takes a port itself. */
function addHubs(draft: Draft, lacking: number): void {
  if (lacking <= 0) return
  const hubs = Math.ceil((lacking + 1) / (hubPorts - 1))
  for (let index = 0; index < hubs; index += 1) own(draft, 'hub').push({ type: 'usb' })
}
