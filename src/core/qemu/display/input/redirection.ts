/** USB hubs, and USB devices that come from elsewhere. libvirt manual, USB redirection; Hub devices. */
import type { Devices, Item } from '../../../domain/index.ts'
import type { Path } from '../../../finding.ts'
import { chardevSaid, renderChardev } from '../../chardevs/chardev.ts'
import { bootable } from '../../properties/shared.ts'
import { type Build, device, find, idOf } from '../../writing/build.ts'
import { type Said, said } from '../../writing/decisions.ts'
import { bootSaid } from '../../writing/device-decisions.ts'
import { propertyPairs } from '../../writing/property-pairs.ts'
import { seat, seatSaid } from '../seat.ts'
import { filterText } from './usb-filter.ts'

const { acpi: _, ...usbSeatSaid } = seatSaid

export const hubSaid: Said<Item<Devices['hub']>> = { type: said, ...usbSeatSaid }

export const redirdevSaid: Said<Item<Devices['redirdev']>> = {
  bus: said,
  ...chardevSaid,
  protocol: said,
  boot: bootSaid,
  ...usbSeatSaid,
}

export const redirfilterSaid: Said<NonNullable<Devices['redirfilter']>> = {
  usbdevs: { class: said, vendor: said, product: said, version: said, allow: said },
}

export function renderHubs(build: Build): void {
  for (const [index, hub] of (build.devices.hub ?? []).entries()) {
    const path = ['devices', 'hub', index]
    const id = idOf(build, hub.alias, `hub${index}`, path)
    device(build, 'usb-hub', path, { id }, seat(build, hub, path, false))
  }
}

export function renderRedirection(build: Build): void {
  const filter = filterText(build.devices.redirfilter?.usbdevs ?? [])
  const list = build.devices.redirdev ?? []
  for (const [index, one] of list.entries())
    renderPort(build, one, index, filter, ['devices', 'redirdev', index])
  if (filter !== undefined && list.length === 0)
    find(
      build,
      'qemu.differs',
      ['devices', 'redirfilter'],
      'There is no USB redirection for the filter to hold back.',
    )
}

function renderPort(
  build: Build,
  one: Item<Devices['redirdev']>,
  index: number,
  filter: string | undefined,
  path: Path,
): void {
  const id = idOf(build, one.alias, `redir${index}`, path)
  const { type = 'spicevmc', source, more_sources, protocol, log } = one
  const chardev = { type, source, more_sources, protocol: { type: protocol }, log }
  if (!renderChardev(build, chardev, `char${id}`, `${id}.sock`, path, 'usbredir')) return
  device(
    build,
    'usb-redir',
    path,
    { chardev: `char${id}`, id, filter },
    propertyPairs(build, bootable, one, path),
    seat(build, one, path, false),
  )
}
