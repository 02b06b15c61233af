/** USB hubs, and USB devices that come from elsewhere. libvirt manual, USB redirection; Hub devices. */
import type { Devices, Item } from '../../../domain/index.ts'
import type { Path } from '../../../finding.ts'
import { type Build, idOf, report } from '../../build/index.ts'
import { chardevDecisions, renderChardev } from '../../chardevs/chardev.ts'
import { bootDecisions, type Decisions, written } from '../../decisions/index.ts'
import { bootable } from '../../properties/shared.ts'
import { device, propertyPairs } from '../../writing/index.ts'
import { seat, seatDecisions } from '../seat.ts'
import { filterText } from './usb-filter.ts'

const { acpi: _, ...usbSeatDecisions } = seatDecisions

export const hubDecisions: Decisions<Item<Devices['hub']>> = { type: written, ...usbSeatDecisions }

export const redirdevDecisions: Decisions<Item<Devices['redirdev']>> = {
  bus: written,
  ...chardevDecisions,
  protocol: written,
  boot: bootDecisions,
  ...usbSeatDecisions,
}

export const redirfilterDecisions: Decisions<NonNullable<Devices['redirfilter']>> = {
  usbdevs: { class: written, vendor: written, product: written, version: written, allow: written },
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
    report(
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
