/** Where a design says what a message names: a path, an address, a port, the id of a device. */
import { complete } from '../complete/index.ts'
import type { Path } from '../finding.ts'
import { formatPciAddress, pciAddressFromParts } from '../host/index.ts'
import { renderArgv } from '../qemu/index.ts'
import type { Resolved } from '../resolve/index.ts'
import { isRecord } from '../table/index.ts'
import { ownValue } from '../text/index.ts'

/** Looks for the places of values in one design. */
export interface MessagePlaces {
  /**
   * The Domain paths of a value that a message names; none where it is everywhere, and so tells nothing.
   *
   * @param name what the message calls it; a number is only looked for in fields of that name
   */
  of(value: string, name: string | undefined): readonly Path[]
  /** That of the device with an id of QEMU’s, which is libvirt’s alias: `net0`, `virtio-disk0`. */
  ofId(id: string): readonly Path[]
}

/** A value in more places than this does not say which of them is meant. */
const mostPlaces = 3

export function messagePlaces(resolved: Resolved): MessagePlaces {
  const texts = new Map<string, Path[]>()
  walk(complete(resolved).domain, [], (key, path) => {
    const held = texts.get(key)
    if (held === undefined) texts.set(key, [path])
    else held.push(path)
  })
  let devices: ReadonlyMap<string, Path> | undefined
  const ofId = (id: string): readonly Path[] => {
    devices ??= devicesById(resolved)
    const path = devices.get(id)
    return path === undefined ? [] : [path]
  }
  return {
    of(value, name) {
      for (const key of keysOf(value, name)) {
        const found = texts.get(key)
        if (found !== undefined) return found.length > mostPlaces ? [] : found
      }
      return ofId(value)
    },
    ofId,
  }
}

function keysOf(value: string, name: string | undefined): string[] {
  if (!isNumber(value)) return [value]
  const fields = name === undefined ? [] : (ownValue(fieldsOfNumbers, name) ?? [])
  return fields.map((field) => numberKey(field, Number(value)))
}

/** Which fields hold a number that a message calls so. */
const fieldsOfNumbers: Readonly<Record<string, readonly string[]>> = {
  port: ['port', 'tls_port', 'websocket', 'start', 'service'],
  index: ['index'],
  order: ['order'],
}

function numberKey(field: string, value: number): string {
  return `${field} ${value}`
}

function isNumber(value: string): boolean {
  return /^(?:0x[0-9a-f]{1,12}|[0-9]{1,12})$/i.test(value)
}

/** Tells each value below one with its place; an address and a USB device as messages write them. */
function walk(value: unknown, path: Path, tell: (key: string, path: Path) => void): void {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) walk(item, [...path, index], tell)
    return
  }
  if (isRecord(value)) {
    for (const key of composite(value)) tell(key, path)
    for (const [key, inner] of Object.entries(value)) if (key !== '$rest') walk(inner, [...path, key], tell)
    return
  }
  const field = path.findLast((segment) => typeof segment === 'string')
  const text = String(value)
  if (typeof field === 'string' && isNumber(text)) tell(numberKey(field, Number(text)), path)
  else if (typeof value === 'string' && text.length > 1) tell(text, path)
}

function composite(held: Readonly<Record<string, unknown>>): string[] {
  const { domain = '0', bus, slot, function: fn = '0', vendor, product } = held
  const found: string[] = []
  if (isText(bus) && isText(slot) && isText(domain) && isText(fn)) {
    const { address } = pciAddressFromParts({ domain, bus, slot, function: fn }, [])
    if (address !== undefined) found.push(formatPciAddress(address))
  }
  if (isText(vendor) && isText(product)) {
    const [one, other] = [Number(vendor), Number(product)]
    if (Number.isInteger(one) && Number.isInteger(other)) {
      const digits = (number: number) => number.toString(16)
      found.push(`${digits(one)}:${digits(other)}`)
      found.push(`${digits(one).padStart(4, '0')}:${digits(other).padStart(4, '0')}`)
    }
  }
  return found
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}

/** The devices of the command line, by their ids. */
function devicesById(resolved: Resolved): ReadonlyMap<string, Path> {
  const devices = new Map<string, Path>()
  for (const { option, value = '', path } of renderArgv(resolved).arguments) {
    if (!['-device', '-netdev', '-chardev', '-blockdev', '-object', '-audiodev', '-fsdev'].includes(option))
      continue
    for (const [, json, text] of value
      .slice(0, 4000)
      .matchAll(/"(?:id|node-name)":"([^"]{1,100})"|(?:^|,)id=([^,]{1,100})/g)) {
      const id = json ?? text
      if (id !== undefined && !devices.has(id)) devices.set(id, path)
    }
  }
  return devices
}
