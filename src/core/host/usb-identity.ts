/** How a USB device is named in a design, so that it is this one and no other. */
import type { HostFacts, UsbDevice } from './facts.ts'
import { atLeast } from './version.ts'

/** `source` of a hostdev of type usb. */
export interface UsbSource {
  readonly vendor?: string
  readonly product?: string
  readonly bus?: string
  readonly device?: string
  readonly port?: string
}

export interface UsbIdentity {
  readonly device: UsbDevice
  /** True when another device has the same ids. */
  readonly twin: boolean
  /** False for hubs and the roots of buses. */
  readonly assignable: boolean
  /** `Logitech Receiver`, with the port for twins. */
  readonly title: string
  readonly source: UsbSource
  /** What names it and what that means: by its port, stays after a replug in the same port. */
  readonly sentence: string
}

/**
 * All USB devices of the host, each with the source that names it: by its ids while they are unique, by bus and port
 * when there are twins (libvirt 9.10), by bus and device number where the port is not known or libvirt is older.
 */
export function usbIdentities(facts: HostFacts | undefined): readonly UsbIdentity[] {
  const devices = facts?.usb ?? []
  const counts = new Map<string, number>()
  for (const device of devices) counts.set(idsOf(device), (counts.get(idsOf(device)) ?? 0) + 1)
  const knowsPorts = facts?.libvirt === undefined || atLeast(facts.libvirt, '9.10.0')
  return devices.map((device) => identityOf(device, (counts.get(idsOf(device)) ?? 0) > 1, knowsPorts))
}

function identityOf(device: UsbDevice, twin: boolean, knowsPorts: boolean): UsbIdentity {
  const ids = { vendor: `0x${device.vendor_id}`, product: `0x${device.product_id}` }
  const name = device.name ?? idsOf(device)
  // A root is named by its bus in /sys, and its vendor is the Linux Foundation.
  const root = device.vendor_id === '1d6b' && /^000[1-3]$/.test(device.product_id)
  const assignable = !root && device.class_code !== '09'
  const common = { device, twin, assignable }
  if (!assignable) {
    const sentence = 'A hub stays with the host; what is plugged into it can go.'
    return { ...common, title: name, source: ids, sentence }
  }
  if (!twin) {
    return { ...common, title: name, source: ids, sentence: 'Named by its ids: found in any port.' }
  }
  // /sys writes `1-4.2` for port 4.2 of bus 1.
  const [, bus, port] = /^(\d{1,5})-([\d.]{1,40})$/.exec(device.port ?? '') ?? []
  const where = device.port === undefined ? '' : ` at port ${device.port}`
  if (bus !== undefined && port !== undefined && knowsPorts) {
    const sentence = 'Named by its port, since another has the same ids: it has to stay in this port.'
    return { ...common, title: `${name}${where}`, source: { bus, port }, sentence }
  }
  if (device.bus !== undefined && device.device !== undefined) {
    const reason =
      port === undefined ? 'its port is not known (paste lsusb -t)' : 'libvirt knows ports from 9.10.0'
    const sentence = `Named by its number on the bus, which changes at each plugging: another has the same ids, and ${reason}.`
    const title = where === '' ? `${name} (bus ${device.bus}, device ${device.device})` : `${name}${where}`
    return { ...common, title, source: { bus: String(device.bus), device: String(device.device) }, sentence }
  }
  const sentence =
    'Another has the same ids, and nothing else is known: libvirt refuses to choose. Paste lsusb.'
  return { ...common, title: `${name}${where}`, source: ids, sentence }
}

function idsOf({ vendor_id: vendor, product_id: product }: UsbDevice): string {
  return `${vendor}:${product}`
}

/** What a `source` of a hostdev says, whoever wrote it. */
interface SaidSource {
  readonly vendor?: unknown
  readonly product?: unknown
  readonly bus?: unknown
  readonly device?: unknown
  readonly port?: unknown
}

/** The USB device of the host that a source names; by its ids only while no other has the same. */
export function usbNamedBy(
  source: SaidSource | undefined,
  identities: readonly UsbIdentity[],
): UsbIdentity | undefined {
  if (source === undefined) return undefined
  const { port } = source
  const bus = numberOf(source.bus)
  const device = numberOf(source.device)
  const vendor = numberOf(source.vendor)
  const product = numberOf(source.product)
  return identities.find(({ device: known, twin }) => {
    if (bus !== undefined && port !== undefined) return known.bus === bus && portOnBus(known.port) === port
    if (bus !== undefined && device !== undefined) return known.bus === bus && known.device === device
    const sameIds =
      vendor === Number.parseInt(known.vendor_id, 16) && product === Number.parseInt(known.product_id, 16)
    return sameIds && !twin
  })
}

/** `4.2` of `1-4.2`: libvirt has the bus beside it. */
function portOnBus(port: string | undefined): string | undefined {
  return port?.replace(/^\d+-/, '')
}

function numberOf(held: unknown): number | undefined {
  const text = typeof held === 'number' || typeof held === 'string' ? String(held) : ''
  return /^(?:0[xX][0-9a-fA-F]{1,8}|\d{1,10})$/.test(text) ? Number(text) : undefined
}
