/** The cards that the guest sees. libvirt manual, Network interfaces (model, driver). */
import type { Interface } from '../../domain/index.ts'
import type { Path } from '../../finding.ts'
import { type Build, bootIndexOf, leftOut, report } from '../build/index.ts'
import { fieldsBeyond } from '../decisions/index.ts'
import { device, emitPairs, placeOf, propertyPairs } from '../writing/index.ts'
import { cardModel, cardNames, isVirtio, soldered } from './card-names.ts'
import { anyCard, cardProperties, virtioCard } from './card-properties.ts'

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
    emitPairs(build, '-net', path, 'nic', { macaddr: one.mac?.address?.toLowerCase(), netdev, model, id })
    return
  }
  device(
    build,
    virtio ? virtioDriver(model, one) : cardDriver(build, model, path),
    path,
    propertyPairs(build, virtio ? virtioCard : anyCard, one, path, {
      netdev,
      id,
      bootindex: bootIndexOf(build, 'network', one.boot),
    }),
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
    report(build, 'qemu.text', [...path, 'model'], `'${model}' is no name of a QEMU device.`)
  return model
}

function reportUnusedKeys(build: Build, one: Interface, model: string, path: Path): void {
  const unused = [
    ...fieldsBeyond(one, anyCard, cardProperties),
    ...((one.driver?.queues ?? 1) > 1 ? [['driver', 'queues']] : []),
  ]
  for (const field of unused)
    if (field[0] === 'mtu')
      leftOut(
        build,
        [...path, 'mtu'],
        `The MTU is left out: ${model} can’t tell the guest. Set it in the guest.`,
      )
    else leftOut(build, [...path, ...field], `${field.at(-1)} is for virtio cards: it is left out here.`)
}

/** What serves the card is said with `-netdev`. */
function reportDriver(build: Build, { driver, teaming }: Interface, path: Path): void {
  const name = driver?.name
  if (name !== undefined && name !== 'qemu' && name !== 'vhost')
    leftOut(build, [...path, 'driver', 'name'], `The driver ${name} is left out.`)
  if (driver?.iommufd === true)
    leftOut(
      build,
      [...path, 'driver', 'iommufd'],
      'IOMMUFD is for passed-through cards: it is left out here.',
    )
  if (teaming?.persistent !== undefined)
    leftOut(
      build,
      [...path, 'teaming', 'persistent'],
      'The partner is left out: it is the passed-through card that names it.',
    )
}

function reportLink(build: Build, { link }: Interface, id: string, path: Path): void {
  if (link?.state !== 'down') return
  leftOut(
    build,
    [...path, 'link'],
    `The cable is in at the start: say set_link ${id} off in the QEMU monitor, as libvirt does.`,
  )
}

/** QEMU gives every VM the same first address. */
function reportSharedMac(build: Build, one: Interface, path: Path): void {
  if (one.mac?.address !== undefined) return
  report(
    build,
    'qemu.differs',
    [...path, 'mac'],
    'QEMU gives the first card of every VM the address 52:54:00:12:34:56: say one when two VMs share a network.',
    'warning',
  )
}
