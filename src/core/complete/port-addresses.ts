/** Ports of virtio-serial and slots of card readers. libvirt: `virDomainVirtioSerialAddr…`. */
import type { Address } from '../domain/index.ts'
import { type Draft, own, placeItems } from './draft.ts'

/** Of a controller that does not say how many. */
const usualPorts = 31

/** Channels begin at port 1: port 0 is for the first console. Consoles that say no port are left to QEMU. */
export function completeVirtioSerialPorts(draft: Draft): void {
  const { console: consoles = [], channels = [] } = draft.devices
  if (!channels.some(wantsPort)) return
  const ports = new SerialPorts(draft)
  for (const { address } of consoles) ports.take(address)
  for (const { address } of channels) ports.take(address)
  placeItems(draft, 'channels', (channel) =>
    wantsPort(channel) ? ports.free(channel.address?.controller) : undefined,
  )
}

function wantsPort({
  target_type: type = 'virtio',
  address,
}: {
  readonly target_type?: string | undefined
  readonly address?: Address | undefined
}): boolean {
  if (type !== 'virtio') return false
  return address === undefined || (address.type === 'virtio-serial' && address.port === undefined)
}

/** The ports of one controller. */
interface Ports {
  readonly controller: number
  readonly count: number
  readonly taken: Set<number>
  /** Every port before it is taken. */
  next: number
}

class SerialPorts {
  private readonly draft: Draft
  private readonly all: Ports[] = []
  /** Every controller before it is full. */
  private first = 0

  constructor(draft: Draft) {
    this.draft = draft
    for (const { type, index = 0, ports = usualPorts } of draft.devices.controllers ?? [])
      if (type === 'virtio-serial') this.add(index, ports)
  }

  take(address: Address | undefined): void {
    if (address?.type !== 'virtio-serial' || address.port === undefined) return
    const controller = Number(address.controller ?? 0)
    this.all.find((one) => one.controller === controller)?.taken.add(Number(address.port))
  }

  /** The first free port of the controller that is said, else of any; a new controller when all are taken. */
  free(said: string | undefined): Address {
    if (said !== undefined) {
      const ports = this.all.find((one) => one.controller === Number(said))
      const address = ports === undefined ? undefined : freePortOf(ports)
      if (address !== undefined) return address
    }
    for (; this.first < this.all.length; this.first += 1) {
      const ports = this.all[this.first]
      const address = ports === undefined ? undefined : freePortOf(ports)
      if (address !== undefined) return address
    }
    const index = 1 + this.all.reduce((highest, { controller }) => Math.max(highest, controller), -1)
    own(this.draft, 'controllers').push({ type: 'virtio-serial', index })
    const added = this.add(index, usualPorts)
    return freePortOf(added) ?? addressOf(index, 1)
  }

  private add(controller: number, count: number): Ports {
    const ports = { controller, count, taken: new Set<number>(), next: 1 }
    this.all.push(ports)
    return ports
  }
}

function freePortOf(ports: Ports): Address | undefined {
  while (ports.next < ports.count && ports.taken.has(ports.next)) ports.next += 1
  if (ports.next >= ports.count) return undefined
  ports.taken.add(ports.next)
  return addressOf(ports.controller, ports.next)
}

function addressOf(controller: number, port: number): Address {
  return { type: 'virtio-serial', controller: String(controller), bus: '0', port: String(port) }
}

/** Card readers without a place take the slots after the highest that is said, on controller 0. */
export function completeCardSlots(draft: Draft): void {
  const { smartcard } = draft.devices
  if (smartcard === undefined) return
  let highest = -1
  for (const { address } of smartcard)
    if (address?.type === 'ccid' && Number(address.controller ?? 0) === 0)
      highest = Math.max(highest, Number(address.slot ?? 0))
  placeItems(draft, 'smartcard', ({ address }) => {
    if (address !== undefined) return undefined
    highest += 1
    return { type: 'ccid', controller: '0', slot: String(highest) }
  })
}
