/** Network interfaces: the card, and what it is connected to. libvirt manual, Network interfaces. */
import type { Interface } from '../../domain/index.ts'
import type { Path } from '../../finding.ts'
import { type Build, bootIndexOf, idOf, leftOut, report } from '../build/index.ts'
import { usbSource } from '../devices/hostdevs/hostdev-properties.ts'
import { iommufdOf, pciAddressOf } from '../devices/hostdevs/pci.ts'
import { rom } from '../properties/shared.ts'
import type { Pairs } from '../words/options.ts'
import { device, placeOf, propertyPairs } from '../writing/index.ts'
import { renderNetdev } from './netdevs.ts'
import { renderCard } from './network-cards.ts'

export function renderInterfaces(build: Build): void {
  // libvirt counts cards and passed-through ones apart, and those with an alias not at all. `qemu_alias.c`.
  let cards = 0
  let passed = 0
  for (const [index, one] of (build.devices.interfaces ?? []).entries()) {
    const path = ['devices', 'interfaces', index]
    if (one.type === 'hostdev') {
      const id = idOf(build, one.alias, `hostdev${passed}`, path)
      if (id === `hostdev${passed}`) passed += 1
      renderPassedThrough(build, one, id, path)
      continue
    }
    const name = idOf(build, one.alias, `net${cards}`, path)
    if (name === `net${cards}`) cards += 1
    renderCard(build, one, name, path, renderNetdev(build, one, name, path))
  }
}

/** A whole card of the host. libvirt manual, PCI Passthrough. */
function renderPassedThrough(build: Build, one: Interface, id: string, path: Path): void {
  reportUnusedKeys(build, one, path)
  const pairs = {
    bootindex: bootIndexOf(build, 'network', one.boot),
    failover_pair_id: one.teaming?.type === 'transient' ? one.teaming.persistent : undefined,
    ...propertyPairs(build, rom, one, path),
    ...placeOf(build, one),
  }
  if (one.source?.address_type === 'usb' || one.source?.vendor !== undefined) {
    device(build, 'usb-host', path, usbPairs(build, one, path), { id }, pairs)
    return
  }
  const host = pciAddressOf(build, one.source, [...path, 'source'])
  if (host === undefined) return
  report(
    build,
    'qemu.host-setup',
    path,
    `Bind ${host} to vfio-pci before the start: libvirt does that by itself. The address of the card is set on its physical function: ip link set PF vf NUMBER mac ${one.mac?.address ?? 'ADDRESS'}.`,
  )
  device(build, 'vfio-pci', path, { host, id, iommufd: iommufdOf(build, one, path) }, pairs)
}

/** Whatever a card of QEMU's own or a network would have. */
function reportUnusedKeys(build: Build, one: Interface, path: Path): void {
  const unused = (keys: Path) =>
    leftOut(
      build,
      [...path, ...keys],
      `${keys.at(-1)} is left out: the card is the host’s own, and the guest’s driver rules it.`,
    )
  for (const key of ['target', 'mtu', 'link', 'sndbuf', 'script', 'downscript', 'backend'] as const)
    if (one[key] !== undefined) unused([key])
  for (const key of ['port_forwards', 'ips'] as const) if ((one[key]?.length ?? 0) > 0) unused([key])
  const { name, iommufd, model, ...rest } = one.driver ?? {}
  if (name !== undefined && name !== 'vfio') unused(['driver', 'name'])
  for (const [key, value] of Object.entries(rest)) if (value !== undefined) unused(['driver', key])
}

function usbPairs(build: Build, { source }: Interface, path: Path): Pairs {
  const { vendor, product, bus, device: number } = source ?? {}
  return propertyPairs(build, usbSource, { source: { vendor, product, bus, device: number } }, path)
}
