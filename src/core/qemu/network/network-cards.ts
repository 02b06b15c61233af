/** The cards that the guest sees. libvirt manual, Network interfaces (model, driver). */
import type { Path } from '../../finding.ts'
import { type Build, bootIndexOf, device, find, idOf, virtioDevice, virtioOptions } from '../build.ts'
import { ensureUsb } from '../devices/controllers.ts'
import type { OptionValue } from '../options.ts'
import type { Interface } from './interface-said.ts'

const cards: Readonly<Record<string, string>> = {
  e1000e: 'e1000e',
  e1000: 'e1000',
  rtl8139: 'rtl8139',
  igb: 'igb',
  ne2k_pci: 'ne2k_pci',
  ne2k_isa: 'ne2k_isa',
  pcnet: 'pcnet',
  vmxnet3: 'vmxnet3',
  'usb-net': 'usb-net',
}

/** The card, connected to its `-netdev` when there is one. */
export function renderCard(
  build: Build,
  one: Interface,
  netdev: string,
  index: number,
  path: Path,
  connected: boolean,
): void {
  const model = one.model?.type ?? (build.isX86 ? 'rtl8139' : 'virtio')
  const { driver } = one
  const virtio = model === 'virtio' || model.startsWith('virtio-')
  if (model === 'usb-net') ensureUsb(build, path)
  const type = one.type
  if (connected && (type === 'bridge' || type === 'network')) reportSharedMac(build, one, path)
  device(build, virtio ? virtioCard(model) : cardName(build, model, path), path, {
    id: idOf(build, one.alias, `nic${index}`, path),
    netdev: connected ? netdev : undefined,
    mac: one.mac?.address,
    bootindex: bootIndexOf(build, 'network', one.boot),
    ...(virtio ? virtioCardOptions(one, connected) : undefined),
  })
  if (!virtio) unsaidVirtio(build, one, model, path)
  if (driver?.name === 'qemu' || driver?.name === 'vhost' || driver?.name === undefined) {
    // What serves the card is said with -netdev.
  } else
    find(build, 'qemu.unsupported', [...path, 'driver', 'name'], `The driver ${driver.name} is left out.`)
  if (one.link?.state === 'down')
    find(
      build,
      'qemu.unsupported',
      [...path, 'link'],
      `The cable is in at the start: say set_link nic${index} off in the QEMU monitor.`,
    )
}

function virtioCard(model: string): string {
  return model === 'virtio-net-pci' || model === 'virtio-net-device' ? model : virtioDevice('net', model)
}

/** A name that QEMU might know is passed on: libvirt does the same. */
function cardName(build: Build, model: string, path: Path): string {
  const known = cards[model]
  if (known !== undefined) return known
  if (!/^[\w.-]+$/.test(model))
    find(build, 'qemu.text', [...path, 'model'], `'${model}' is no name of a QEMU device.`)
  return model
}

function virtioCardOptions(one: Interface, connected: boolean): Record<string, OptionValue> {
  const { driver } = one
  const queues = connected && one.type === 'ethernet' ? (driver?.queues ?? 1) : 1
  return {
    host_mtu: one.mtu?.size,
    tx: driver?.txmode === undefined ? undefined : driver.txmode === 'iothread' ? 'bh' : 'timer',
    ioeventfd: driver?.ioeventfd,
    event_idx: driver?.event_idx,
    mq: queues > 1 ? true : undefined,
    vectors: queues > 1 ? queues * 2 + 2 : undefined,
    rx_queue_size: driver?.rx_queue_size,
    tx_queue_size: driver?.tx_queue_size,
    rss: driver?.rss,
    hash: driver?.rss_hash_report,
    ...virtioOptions(driver),
  }
}

const virtioKeys = [
  'txmode',
  'ioeventfd',
  'event_idx',
  'rx_queue_size',
  'tx_queue_size',
  'rss',
  'rss_hash_report',
  'iommu',
  'ats',
  'packed',
  'page_per_vq',
] as const

function unsaidVirtio(build: Build, one: Interface, model: string, path: Path): void {
  if (one.mtu?.size !== undefined)
    find(
      build,
      'qemu.unsupported',
      [...path, 'mtu'],
      `The MTU is left out: ${model} can’t tell the guest. Set it in the guest.`,
    )
  for (const key of virtioKeys)
    if (one.driver?.[key] !== undefined)
      find(
        build,
        'qemu.unsupported',
        [...path, 'driver', key],
        `${key} is for virtio cards: it is left out here.`,
      )
}

/** QEMU gives every VM the same first address. */
export function reportSharedMac(build: Build, one: Interface, path: Path): void {
  if (one.mac?.address !== undefined) return
  find(
    build,
    'qemu.differs',
    [...path, 'mac'],
    'QEMU gives the first card of every VM the address 52:54:00:12:34:56: say one when two VMs share a network.',
    'warning',
  )
}
