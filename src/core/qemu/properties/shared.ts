/** What many kinds of devices can be told. */
import type { Devices, Item } from '../../domain/index.ts'
import { number, oneZero, onOff, positive, romFile } from './codec.ts'
import { type Properties, propertyOf } from './property.ts'

type Shared = Pick<Item<Devices['hostdevs']>, 'acpi' | 'boot' | 'rom'> & Pick<Item<Devices['rng']>, 'driver'>

const property = propertyOf<Shared>()

/** libvirt manual, Virtio-related options. */
export const virtio: Properties<Pick<Shared, 'driver'>> = {
  iommu_platform: property('driver.iommu', onOff),
  ats: property('driver.ats', onOff),
  packed: property('driver.packed', onOff),
  'page-per-vq': property('driver.page_per_vq', onOff),
}

/** The place in the boot order; what is written may come from the boot list of the machine. */
export const bootable: Properties<Pick<Shared, 'boot'>> = {
  bootindex: property('boot.order', positive),
}

/** The ROM of a card on PCI. */
export const rom: Properties<Pick<Shared, 'rom'>> = {
  rombar: property('rom.bar', oneZero),
  romfile: property('rom', romFile),
}

/** The number that guests name a device on PCI by; it stands after the place. */
export const numbered: Properties<Pick<Shared, 'acpi'>> = {
  'acpi-index': property('acpi.index', number),
}
