/** A Domain in the words in which two of them are compared: what is said in several ways is said in one. */
import type { Domain } from '../../../domain/index.ts'
import { sizeInBytes } from '../../../table/index.ts'
import { type BootPlace, bootOrder } from '../families/boot.ts'

/** Sizes in KiB, the boot order on the devices, no consoles that are serial ports again. */
export function comparable(domain: Domain): Domain {
  return withSizes(withoutSerialConsoles(withOrderOfDevices(domain)))
}

function withOrderOfDevices(domain: Domain): Domain {
  const { os, devices = {} } = domain
  const order = bootOrder(domain)
  const hasOwn = order.some(({ list, index }) => devices[list]?.[index]?.boot?.order !== undefined)
  const places = new Map(hasOwn ? [] : order.map(({ list, index }, place) => [`${list}.${index}`, place + 1]))
  const ordered = <T extends object>(list: string, items: readonly T[] | undefined) =>
    items?.map((item, index) => {
      const rank = places.get(`${list}.${index}`)
      const held: unknown = 'boot' in item ? item.boot : undefined
      const more = typeof held === 'object' && held !== null ? held : {}
      return rank === undefined ? item : { ...item, boot: { ...more, order: rank } }
    })
  const { boot: kinds, ...others } = os ?? {}
  // What no device of the VM is of is not in the order of the devices.
  const left = (kinds ?? []).filter(
    ({ dev }) => hasOwn || !order.some((place) => isOfKind(domain, place, dev)),
  )
  const restOfOs = left.length === 0 ? others : { ...others, boot: left }
  return {
    ...domain,
    ...(os === undefined ? {} : { os: restOfOs }),
    devices: {
      ...devices,
      ...given('disks', ordered('disks', devices.disks)),
      ...given('interfaces', ordered('interfaces', devices.interfaces)),
      ...given('hostdevs', ordered('hostdevs', devices.hostdevs)),
    },
  }
}

function isOfKind({ devices }: Domain, { list, index }: BootPlace, kind: string | undefined): boolean {
  if (list !== 'disks') return kind === 'network' && list === 'interfaces'
  return kind === (devices?.disks?.[index]?.device === 'cdrom' ? 'cdrom' : 'hd')
}

function given<K extends string, T>(key: K, value: T | undefined): Partial<Record<K, T>> {
  const made: Partial<Record<K, T>> = {}
  if (value !== undefined) made[key] = value
  return made
}

/** libvirt has the first serial port as a console, too. */
function withoutSerialConsoles(domain: Domain): Domain {
  const { devices } = domain
  const consoles = devices?.console
  if (consoles === undefined) return domain
  const own = consoles.filter((console) => !saysSerial(console))
  const { console: _, ...others } = devices ?? {}
  return { ...domain, devices: own.length === 0 ? others : { ...others, console: own } }
}

function saysSerial({
  type,
  target,
  ...others
}: NonNullable<NonNullable<Domain['devices']>['console']>[number]): boolean {
  const { type: kind = 'serial', port, ...more } = target ?? {}
  return (
    (type ?? 'pty') === 'pty' &&
    kind === 'serial' &&
    (port ?? 0) === 0 &&
    [...Object.values(others), ...Object.values(more)].every((held) => held === undefined)
  )
}

function withSizes(domain: Domain): Domain {
  const { memory, current_memory: current, memory_backing: backing, cpu } = domain
  const all = kibibytes(memory?.value)
  const atStart = kibibytes(current)
  const pages = backing?.hugepages
  return {
    ...domain,
    ...(memory === undefined ? {} : { memory: { ...memory, ...given('value', all) } }),
    current_memory: atStart === all ? undefined : atStart,
    ...(pages?.size === undefined
      ? {}
      : { memory_backing: { ...backing, hugepages: { ...pages, size: kibibytes(pages.size) } } }),
    ...(cpu?.numa === undefined
      ? {}
      : {
          cpu: {
            ...cpu,
            numa: cpu.numa.map(({ memory: own, unit, ...cell }) => ({
              ...cell,
              memory: kibibytes(own === undefined ? undefined : `${own} ${unit ?? 'KiB'}`),
            })),
          },
        }),
  }
}

function kibibytes(size: string | undefined): string | undefined {
  const bytes = size === undefined ? undefined : sizeInBytes(size, 1024)
  return bytes === undefined ? size : `${bytes / 1024} KiB`
}
