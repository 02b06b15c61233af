/** The USB ports of a machine: those of its controllers and hubs, and which are free. libvirt: `virDomainUSBAddress…`. */
import type { Address } from '../domain/index.ts'

/** Something with ports. */
interface Hub {
  readonly bus: number
  /** `1.` for a hub at port 1; '' for a controller. */
  readonly prefix: string
  readonly count: number
  readonly taken: Set<number>
  /** Every port before it is taken. */
  next: number
}

export class UsbPorts {
  private readonly hubs: Hub[] = []
  /** Every hub before it is full. */
  private firstFree = 0

  /** The ports of a controller. */
  addController(bus: number, count: number): void {
    this.add({ bus, prefix: '', count, taken: new Set(), next: 1 })
  }

  /** The ports of a hub, which is at a port itself. */
  addHub({ bus, port }: Address, count: number): void {
    this.add({ bus: Number(bus ?? 0), prefix: `${port}.`, count, taken: new Set(), next: 1 })
  }

  get isEmpty(): boolean {
    return this.hubs.length === 0
  }

  /** Marks the port of an address as taken. */
  take({ bus, port = '' }: Address): void {
    const number = Number(bus ?? 0)
    const dot = port.lastIndexOf('.') + 1
    const hub = this.hubs.find((one) => one.bus === number && one.prefix === port.slice(0, dot))
    hub?.taken.add(Number(port.slice(dot)))
  }

  /** The first free port, of one controller when it is said; undefined when there is none. */
  free(bus: string | undefined): Address | undefined {
    if (bus !== undefined) {
      const number = Number(bus)
      for (const hub of this.hubs)
        if (hub.bus === number) {
          const address = freeOf(hub)
          if (address !== undefined) return address
        }
      return undefined
    }
    for (; this.firstFree < this.hubs.length; this.firstFree += 1) {
      const hub = this.hubs[this.firstFree]
      const address = hub === undefined ? undefined : freeOf(hub)
      if (address !== undefined) return address
    }
    return undefined
  }

  /** Ports are taken from the first bus first, of its controller before its hubs. */
  private add(hub: Hub): void {
    let at = this.hubs.length
    while (at > 0 && (this.hubs[at - 1]?.bus ?? 0) > hub.bus) at -= 1
    this.hubs.splice(at, 0, hub)
    this.firstFree = Math.min(this.firstFree, at)
  }
}

function freeOf(hub: Hub): Address | undefined {
  while (hub.next <= hub.count && hub.taken.has(hub.next)) hub.next += 1
  if (hub.next > hub.count) return undefined
  hub.taken.add(hub.next)
  return { type: 'usb', bus: String(hub.bus), port: `${hub.prefix}${hub.next}` }
}
