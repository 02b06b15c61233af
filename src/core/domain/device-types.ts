/** Names for the devices of a Domain and their parts, as the tables say them. */
import type { Domain } from './domain.ts'

export type Devices = NonNullable<Domain['devices']>

/** One item of a list. */
export type Item<List> = NonNullable<List> extends readonly (infer T)[] ? T : never

/** Lists of devices; what there is at most one of is a member of its own. */
export type DeviceList = {
  [Key in keyof Devices]-?: NonNullable<Devices[Key]> extends readonly unknown[] ? Key : never
}[keyof Devices]

export type Disk = Item<Devices['disks']>
export type Interface = Item<Devices['interfaces']>
export type Controller = Item<Devices['controllers']>
export type Hostdev = Item<Devices['hostdevs']>
export type Filesystem = Item<Devices['filesystems']>
export type MemoryDevice = Item<Devices['memory']>
export type Tpm = Item<Devices['tpm']>

/** Where a device sits in the guest; every kind of device has the same. libvirt manual, Device Addresses. */
export type Address = NonNullable<Item<Devices['rng']>['address']>
