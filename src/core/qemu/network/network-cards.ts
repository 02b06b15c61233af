/** The cards that the guest sees. libvirt manual, Network interfaces (model, driver). */

import type { Interface } from '../../domain/index.ts'
import type { Path } from '../../finding.ts'
import { type Build, bootIndexOf, device, emit, find } from '../build.ts'
import { romOptions } from '../devices/hostdevs/pci.ts'
import { counted, options, type Pairs } from '../options.ts'
import { placeOf } from '../place.ts'
import {
  cardModel,
  cardNames,
  driverKeys,
  driverSizes,
  guestKeys,
  hostKeys,
  isVirtio,
  keysFor,
  saidKeys,
  soldered,
  txModes,
} from './card-keys.ts'
import { queuesOf } from './tap.ts'

/** The card, connected to its `-netdev` when there is one. */
export function renderCard(build: Build, one: Interface, id: string, path: Path, connected: boolean): void {
  const model = cardModel(one.model?.type ?? (build.isX86 ? 'rtl8139' : 'virtio'))
  const netdev = connected ? `host${id}` : undefined
  const virtio = isVirtio(model)
  if (one.type === 'bridge' || one.type === 'network' || one.type === 'ethernet')
    reportSharedMac(build, one, path)
  if (!virtio) reportUnusedKeys(build, one, model, path)
  reportLink(build, one, id, path)
  reportDriver(build, one, path)
  if (soldered.has(model)) {
    emit(build, '-net', path, options('nic', { macaddr: one.mac?.address?.toLowerCase(), netdev, model, id }))
    return
  }
  device(
    build,
    virtio ? virtioDriver(model, one) : cardDriver(build, model, path),
    path,
    ...(virtio ? virtioKeys(one) : []),
    { netdev, id, mac: one.mac?.address?.toLowerCase() },
    romOptions(one),
    { bootindex: bootIndexOf(build, 'network', one.boot) },
    placeOf(build, one),
  )
}

/** The bus of the card says which virtio-net it is. */
function virtioDriver(model: string, { address }: Interface): string {
  if (model === 'virtio-transitional') return 'virtio-net-pci-transitional'
  if (model === 'virtio-non-transitional') return 'virtio-net-pci-non-transitional'
  if (model.startsWith('virtio-net')) return model
  if (address?.type === 'virtio-mmio') return 'virtio-net-device'
  return address?.type === 'ccw' ? 'virtio-net-ccw' : 'virtio-net-pci'
}

/** A name that QEMU might know is passed on: libvirt does the same. */
function cardDriver(build: Build, model: string, path: Path): string {
  if (!cardNames.has(model) && !/^[\w.-]+$/.test(model))
    find(build, 'qemu.text', [...path, 'model'], `'${model}' is no name of a QEMU device.`)
  return model
}

function virtioKeys(one: Interface): readonly (Pairs | undefined)[] {
  const { driver, address } = one
  const queues = hasQueues(one) ? queuesOf(one) : 1
  const isPci = address?.type === undefined || address.type === 'pci'
  return [
    { tx: driver?.txmode === undefined ? undefined : txModes[driver.txmode] },
    keysFor(driver, driverKeys),
    keysFor(driver?.host, hostKeys),
    keysFor(driver?.guest, guestKeys),
    {
      mq: queues > 1 ? true : undefined,
      // Two for each queue, one for the control queue and one for changes of the configuration.
      vectors: queues > 1 && isPci ? queues * 2 + 2 : undefined,
    },
    {
      rx_queue_size: counted(driver?.rx_queue_size),
      tx_queue_size: counted(driver?.tx_queue_size),
      host_mtu: one.mtu?.size,
      failover: one.teaming?.type === 'persistent' ? true : undefined,
    },
  ]
}

/** The types that may have several queues here. */
function hasQueues({ type }: Interface): boolean {
  return type === 'ethernet' || type === 'vhostuser' || type === 'vdpa'
}

function reportUnusedKeys(build: Build, one: Interface, model: string, path: Path): void {
  const unused = (keys: Path) =>
    find(
      build,
      'qemu.unsupported',
      [...path, ...keys],
      `${keys.at(-1)} is for virtio cards: it is left out here.`,
    )
  const { driver } = one
  if (one.mtu?.size !== undefined)
    find(
      build,
      'qemu.unsupported',
      [...path, 'mtu'],
      `The MTU is left out: ${model} can’t tell the guest. Set it in the guest.`,
    )
  if (one.teaming?.type !== undefined) unused(['teaming', 'type'])
  if (driver === undefined) return
  if (driver.txmode !== undefined) unused(['driver', 'txmode'])
  if ((driver.queues ?? 1) > 1) unused(['driver', 'queues'])
  for (const key of [...saidKeys(driver, driverKeys), ...saidKeys(driver, driverSizes)])
    unused(['driver', key])
  for (const key of saidKeys(driver.host, hostKeys)) unused(['driver', 'host', key])
  for (const key of saidKeys(driver.guest, guestKeys)) unused(['driver', 'guest', key])
}

/** What serves the card is said with `-netdev`. */
function reportDriver(build: Build, { driver, teaming }: Interface, path: Path): void {
  const name = driver?.name
  if (name !== undefined && name !== 'qemu' && name !== 'vhost')
    find(build, 'qemu.unsupported', [...path, 'driver', 'name'], `The driver ${name} is left out.`)
  if (driver?.iommufd === true)
    find(
      build,
      'qemu.unsupported',
      [...path, 'driver', 'iommufd'],
      'IOMMUFD is for passed-through cards: it is left out here.',
    )
  if (teaming?.persistent !== undefined)
    find(
      build,
      'qemu.unsupported',
      [...path, 'teaming', 'persistent'],
      'The partner is left out: it is the passed-through card that names it.',
    )
}

function reportLink(build: Build, { link }: Interface, id: string, path: Path): void {
  if (link?.state !== 'down') return
  find(
    build,
    'qemu.unsupported',
    [...path, 'link'],
    `The cable is in at the start: say set_link ${id} off in the QEMU monitor, as libvirt does.`,
  )
}

/** QEMU gives every VM the same first address. */
function reportSharedMac(build: Build, one: Interface, path: Path): void {
  if (one.mac?.address !== undefined) return
  find(
    build,
    'qemu.differs',
    [...path, 'mac'],
    'QEMU gives the first card of every VM the address 52:54:00:12:34:56: say one when two VMs share a network.',
    'warning',
  )
}
