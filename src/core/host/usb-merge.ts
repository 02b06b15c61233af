/** USB devices of several texts: by the port when both know it, else by bus and device number, else by unique ids. */
import type { HostFacts, UsbDevice } from './facts.ts'

/**
 * The devices of both. A number on a bus that now belongs to another device takes the old one away: numbers are given
 * anew at each plugging.
 */
export function joinUsb(before: HostFacts, later: HostFacts): Pick<HostFacts, 'usb'> {
  if (before.usb === undefined || later.usb === undefined) {
    const usb = later.usb ?? before.usb
    return usb === undefined ? {} : { usb }
  }
  const devices: (UsbDevice | undefined)[] = [...before.usb]
  const byPort = indexOf(before.usb, portOf)
  const byNumber = indexOf(before.usb, numberOf)
  const byIds = indexOf(before.usb, idsOf)
  const now = indexOf(later.usb, idsOf)
  for (const device of later.usb) {
    const port = portOf(device)
    const number = numberOf(device)
    const ids = idsOf(device)
    const samePort = port === undefined ? undefined : byPort.get(port)?.[0]
    const sameNumber = number === undefined ? undefined : byNumber.get(number)?.[0]
    const alone = byIds.get(ids)?.length === 1 && now.get(ids)?.length === 1 ? byIds.get(ids)?.[0] : undefined
    const at = [samePort, sameNumber, alone].find((index) =>
      fits(index === undefined ? undefined : devices[index], device),
    )
    const old = at === undefined ? undefined : devices[at]
    for (const index of [samePort, sameNumber])
      if (index !== undefined && index !== at) devices[index] = undefined
    if (at === undefined || old === undefined) devices.push(device)
    else devices[at] = { ...old, ...device }
  }
  return { usb: devices.filter((device) => device !== undefined) }
}

/** Puts the ports of `lsusb -t` at the devices whose port nobody else said. */
export function withPorts(facts: HostFacts): HostFacts {
  if (facts.usb === undefined || facts.usb_ports === undefined) return facts
  const ports = new Map(facts.usb_ports.map(({ bus, device, port }) => [`${bus}/${device}`, port]))
  const usb = facts.usb.map((device) => {
    const port = ports.get(numberOf(device) ?? '')
    return port === undefined || device.port !== undefined ? device : { ...device, port }
  })
  return { ...facts, usb }
}

function fits(old: UsbDevice | undefined, device: UsbDevice): boolean {
  if (old === undefined || idsOf(old) !== idsOf(device)) return false
  return old.port === undefined || device.port === undefined || old.port === device.port
}

function portOf(device: UsbDevice): string | undefined {
  return device.port
}

function numberOf({ bus, device }: UsbDevice): string | undefined {
  return bus === undefined || device === undefined ? undefined : `${bus}/${device}`
}

function idsOf({ vendor_id: vendor, product_id: product }: UsbDevice): string {
  return `${vendor}:${product}`
}

function indexOf(
  devices: readonly UsbDevice[],
  key: (device: UsbDevice) => string | undefined,
): ReadonlyMap<string, readonly number[]> {
  const index = new Map<string, number[]>()
  for (const [at, device] of devices.entries()) {
    const text = key(device)
    if (text === undefined) continue
    const places = index.get(text)
    if (places === undefined) index.set(text, [at])
    else places.push(at)
  }
  return index
}
