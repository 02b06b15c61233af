/** What network cards can be told. QEMU: `-device virtio-net-pci,help`. */
import type { Interface } from '../../domain/index.ts'
import { type Codec, counted, number, onOff, words } from '../properties/codec.ts'
import { derived, given, type Properties, propertyOf } from '../properties/property.ts'
import { bootable, rom, virtio } from '../properties/shared.ts'
import { queuesOf } from './tap.ts'

const property = propertyOf<Interface>()

const mac: Codec<string> = {
  print: (held) => (typeof held === 'string' ? held.toLowerCase() : undefined),
  parse: (text) => (/^(?:[\da-f]{2}:){5}[\da-f]{2}$/i.test(text) ? text : undefined),
}

/** The transient card of a team is the passed-through one. */
const persistent: Codec<'persistent'> = {
  print: (held) => (held === 'persistent' ? true : undefined),
  parse: (text) => (onOff.parse(text) === true ? 'persistent' : undefined),
}

/** All cards that are a `-device`. */
export const anyCard: Properties<Interface> = {
  netdev: given,
  id: given,
  mac: property('mac.address', mac, { alsoReadAs: ['macaddr'] }),
  ...rom,
  ...bootable,
}

export const virtioCard: Properties<Interface> = {
  tx: property('driver.txmode', words({ iothread: 'bh', timer: 'timer' })),
  ioeventfd: property('driver.ioeventfd', onOff),
  event_idx: property('driver.event_idx', onOff),
  rss: property('driver.rss', onOff),
  hash: property('driver.rss_hash_report', onOff),
  ...virtio,
  csum: property('driver.host.csum', onOff),
  gso: property('driver.host.gso', onOff),
  host_tso4: property('driver.host.tso4', onOff),
  host_tso6: property('driver.host.tso6', onOff),
  host_ecn: property('driver.host.ecn', onOff),
  host_ufo: property('driver.host.ufo', onOff),
  mrg_rxbuf: property('driver.host.mrg_rxbuf', onOff),
  guest_csum: property('driver.guest.csum', onOff),
  guest_tso4: property('driver.guest.tso4', onOff),
  guest_tso6: property('driver.guest.tso6', onOff),
  guest_ecn: property('driver.guest.ecn', onOff),
  guest_ufo: property('driver.guest.ufo', onOff),
  mq: derived((one) => (queuesHere(one) > 1 ? true : undefined)),
  vectors: derived(vectorsOf),
  rx_queue_size: property('driver.rx_queue_size', counted),
  tx_queue_size: property('driver.tx_queue_size', counted),
  host_mtu: property('mtu.size', number),
  failover: property('teaming.type', persistent),
  ...anyCard,
}

/** What any of them can be told. */
export const cardProperties: readonly Properties<Interface>[] = [virtioCard, anyCard]

/** Networks that may have several queues here. */
function queuesHere(one: Interface): number {
  return one.type === 'ethernet' || one.type === 'vhostuser' || one.type === 'vdpa' ? queuesOf(one) : 1
}

/** Two for each queue, one for the control queue and one for changes of the configuration. */
function vectorsOf(one: Interface): number | undefined {
  const isPci = one.address?.type === undefined || one.address.type === 'pci'
  return queuesHere(one) > 1 && isPci ? queuesHere(one) * 2 + 2 : undefined
}
