/** The devices on PCI, in the order in which libvirt places them. `qemuDomainAssignDevicePCISlots`. */
import type { Address, DeviceList, Devices, Item } from '../domain/index.ts'
import { type Draft, devicesOf, type Placed, placed, placeItems } from './draft.ts'
import { placeControllers, slotsForControllers } from './pci-controllers.ts'
import {
  balloonWant,
  diskWant,
  filesystemWant,
  hostdevWant,
  inputWant,
  interfaceWant,
  iommuWant,
  memoryWant,
  panicWant,
  serialWant,
  shmemWant,
  soundWant,
  videoWant,
  virtio,
  watchdogWant,
} from './pci-wants.ts'

/** One kind of device. */
interface PciDevices {
  /** Whether those that want PCI Express are virtio devices: machines without PCI have them too. */
  readonly isVirtio: boolean
  /** What those without a place want, one after the other. */
  want(draft: Draft, visit: (want: number) => void): void
  /** Gives them their place; `said` is PCI, or nothing. */
  place(draft: Draft, addressFor: (want: number, said: Address | undefined) => Address | undefined): void
  /** The places of all of them; what is returned takes the place of what is there. */
  visit(draft: Draft, visit: (address: Address) => Address): void
}

/** Said to be on PCI, but not where, or nothing is said at all. */
export function wantsPlace({ address }: Placed): boolean {
  return address === undefined || (address.type === 'pci' && address.slot === undefined)
}

function listOfDevices<K extends DeviceList>(
  key: K,
  wantOf: (item: Item<Devices[K]>) => number,
  isVirtio = false,
): PciDevices {
  return {
    isVirtio,
    want(draft, visit) {
      for (const item of devicesOf(draft, key)) if (wantsPlace(item)) visit(wantOf(item))
    },
    place(draft, addressFor) {
      placeItems(draft, key, (item) =>
        wantsPlace(item) ? addressFor(wantOf(item), item.address) : undefined,
      )
    },
    visit(draft, visit) {
      visitList(draft, key, visit)
    },
  }
}

function visitList(draft: Draft, key: DeviceList, visit: (address: Address) => Address): void {
  placeItems(draft, key, ({ address }) => {
    if (address?.type !== 'pci' || address.slot === undefined) return undefined
    const other = visit(address)
    return other === address ? undefined : other
  })
}

type SingleKey = 'memballoon' | 'vsock' | 'iommu' | 'pstore'

function oneDevice<K extends SingleKey>(
  key: K,
  wantOf: (device: NonNullable<Devices[K]>) => number,
  isVirtio = false,
): PciDevices {
  const held = ({ devices }: Draft): (NonNullable<Devices[K]> & Placed) | undefined => devices[key]
  return {
    isVirtio,
    want(draft, visit) {
      const device = held(draft)
      if (device !== undefined && wantsPlace(device)) visit(wantOf(device))
    },
    place(draft, addressFor) {
      const device = held(draft)
      if (device === undefined || !wantsPlace(device)) return
      const address = addressFor(wantOf(device), device.address)
      if (address !== undefined) draft.devices[key] = placed(device, address)
    },
    visit(draft, visit) {
      const device = held(draft)
      if (device?.address?.type !== 'pci' || device.address.slot === undefined) return
      const address = visit(device.address)
      if (address !== device.address) draft.devices[key] = placed(device, address)
    },
  }
}

const controllers: PciDevices = {
  isVirtio: true,
  want: slotsForControllers,
  place: placeControllers,
  visit(draft, visit) {
    visitList(draft, 'controllers', visit)
  },
}

/** Cards of the host are host devices for libvirt, the first of them. */
const isHostCard = ({ type }: Item<Devices['interfaces']>) => type === 'hostdev'

export const pciDevices: readonly PciDevices[] = [
  listOfDevices('filesystems', filesystemWant, true),
  listOfDevices('interfaces', (one) => (isHostCard(one) ? 0 : interfaceWant(one)), true),
  listOfDevices('sound', soundWant),
  controllers,
  listOfDevices('disks', diskWant, true),
  listOfDevices('interfaces', (one) => (isHostCard(one) ? interfaceWant(one) : 0)),
  listOfDevices('hostdevs', hostdevWant),
  oneDevice('memballoon', balloonWant, true),
  listOfDevices('rng', ({ model }) => virtio(model), true),
  listOfDevices('watchdog', watchdogWant),
  listOfDevices('video', videoWant),
  listOfDevices('shmem', shmemWant),
  listOfDevices('inputs', inputWant, true),
  listOfDevices('serial', serialWant),
  listOfDevices('memory', memoryWant),
  oneDevice('vsock', ({ model }) => virtio(model)),
  listOfDevices('crypto', () => virtio(undefined)),
  oneDevice('iommu', iommuWant),
  oneDevice('pstore', shmemWant),
  listOfDevices('panic', panicWant),
]
