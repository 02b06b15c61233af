/** What hardware of the host can be told. QEMU: `-device vfio-pci,help`, `-device usb-host,help`. */
import type { Hostdev } from '../../../domain/index.ts'
import { isRecord } from '../../../table/index.ts'
import { type Codec, onOffText, onText, text } from '../../properties/codec.ts'
import { given, type Properties, propertyOf } from '../../properties/property.ts'
import { bootable, rom } from '../../properties/shared.ts'
import { usbNumber } from '../../words/usb-number.ts'

const property = propertyOf<Hostdev>()

const display = property('display', onOffText)
const ramfb = property('ramfb', onText)

/** The passed-through card is the transient one of a team, which names its partner. */
const partner: Codec<{ readonly type: 'transient'; readonly persistent: string }> = {
  print: (held) =>
    isRecord(held) && held['type'] !== 'persistent' ? text.print(held['persistent']) : undefined,
  parse: (persistent) => ({ type: 'transient', persistent }),
}

/** A function of PCI. */
export const vfioPci: Properties<Hostdev> = {
  host: given,
  id: given,
  iommufd: given,
  display,
  ramfb,
  ...bootable,
  failover_pair_id: property('teaming', partner),
  ...rom,
}

/** A part of a card; libvirt says that it shows nothing, so that a newer QEMU with another default changes nothing. */
export const mediatedPci: Properties<Hostdev> = {
  id: given,
  sysfsdev: given,
  display: { ...display, unsaid: 'off' },
  ramfb,
  ...bootable,
  ...rom,
}

/** A part of another thing than a card, of s390x. */
export const mediated: Properties<Hostdev> = { id: given, sysfsdev: given, ...bootable, ...rom }

/** An id of USB, in the form that libvirt has. */
const usbId: Codec<string> = {
  ...text,
  parse: (held) => {
    const number = /^(?:\d+|0x[\da-f]+)$/i.test(held) ? Number(held) : undefined
    return number === undefined ? undefined : `0x${number.toString(16).padStart(4, '0')}`
  },
}

/** The number of a bus or a device of the host. */
const hostNumber: Codec<string> = {
  print: (held) => (typeof held === 'string' ? usbNumber(held) : undefined),
  parse: (held) => (/^(?:\d+|0x[\da-f]+)$/i.test(held) ? String(Number(held)) : undefined),
}

/** Which device is meant, by what it is or where it hangs. */
export const usbSource: Properties<Pick<Hostdev, 'source'>> = {
  vendorid: property('source.vendor', usbId),
  productid: property('source.product', usbId),
  hostbus: property('source.bus', hostNumber),
  hostaddr: property('source.device', hostNumber),
  hostport: property('source.port', text),
}

export const vhostScsi: Properties<Hostdev> = { wwpn: property('source.wwpn', text), id: given, ...bootable }
