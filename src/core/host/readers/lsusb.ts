/** `lsusb`, `lsusb -v` and `lsusb -t`. Source: lsusb(8) of usbutils. */
import type { UsbDevice } from '../facts.ts'
import { counted, type HostLine, known, type ReaderResult } from './reader.ts'

/** True for a device. */
export function beginsLsusb(text: string): boolean {
  return deviceOf(text) !== undefined
}

/** What `lsusb -v` prints at the beginning of a line. Source: lsusb.c of usbutils. */
const verbose =
  /^(?:Device Descriptor|Device Status|Device Qualifier|Binary Object Store Descriptor|Negotiated speed|Hub Descriptor|Hub Port Status|Debug descriptor|Couldn't open device|can't get |cannot read |Self Powered|Bus Powered|Remote Wakeup Enabled|\(Bus Powered\))/i

/** True for a device, or what `lsusb -v` says below it. */
export function continuesLsusb(text: string, indent: number): boolean {
  return indent > 0 || beginsLsusb(text) || verbose.test(text)
}

/** Reads `Bus 001 Device 004: ID 046d:c52b Logitech, Inc. Unifying Receiver`, and of -v the class and the serial number. */
export function readLsusb(lines: readonly HostLine[]): ReaderResult {
  const usb: UsbDevice[] = []
  for (const { text } of lines) {
    const device = deviceOf(text.trim())
    const above = usb.at(-1)
    if (device !== undefined) usb.push(device)
    else if (above !== undefined) usb[usb.length - 1] = { ...above, ...detailOf(text.trim()) }
  }
  return {
    kind: 'lsusb',
    title: 'lsusb',
    summary: counted(usb.length, 'USB device'),
    facts: { usb },
    findings: [],
  }
}

function deviceOf(text: string): UsbDevice | undefined {
  const [head = '', bus, device] = /^Bus (\d{3,5}) Device (\d{3,5}):?\s/.exec(text) ?? []
  const at = text.search(/\sID [0-9a-f]{4}:/i)
  const [ids = '', vendor, product] = /^([0-9a-f]{4}):([0-9a-f]{4})(?:\s|$)/i.exec(text.slice(at + 4)) ?? []
  if (bus === undefined || at === -1 || vendor === undefined || product === undefined) return undefined
  // Unraid puts the port between, and tabs. The root of a bus is its port 0.
  const port = /^Port (\d{1,5}-[1-9][\d.]{0,40})$/.exec(text.slice(head.length, at).trim())?.[1]
  const name = text.slice(at + 4 + ids.length).trim()
  // The Linux Foundation is the vendor of the roots of buses.
  const root = vendor.toLowerCase() === '1d6b' && /^000[1-3]$/.test(product)
  return {
    bus: Number(bus),
    device: Number(device),
    ...known('port', port),
    vendor_id: vendor.toLowerCase(),
    product_id: product.toLowerCase(),
    ...(name === '' ? {} : { name }),
    ...(root ? { class_code: '09' } : {}),
  }
}

/** The class, in decimal there, and whether there is a serial number; the number itself tells a person apart. */
function detailOf(text: string): Pick<UsbDevice, 'class_code' | 'has_serial'> {
  const [name, value] = text.split(/\s+/, 2)
  const number = value !== undefined && /^\d{1,3}$/.test(value) ? Number(value) : undefined
  if (number === undefined || number > 255) return {}
  if (name === 'bDeviceClass') return { class_code: number.toString(16).padStart(2, '0') }
  return name === 'iSerial' ? { has_serial: number > 0 } : {}
}

const rootLine = /^\/:\s+Bus (\d{1,5})\.Port \d{1,5}: Dev (\d{1,5}),/
const branchLine = /^(\s*)\|__ Port (\d{1,5}): Dev (\d{1,5}),/

/** Reads the tree: which device number hangs on which port. */
export function readLsusbTree(lines: readonly HostLine[]): ReaderResult {
  const ports = new Map<string, { bus: number; device: number; port: string }>()
  let bus: number | undefined
  // The ports from the root to the line before, with how far each was indented.
  let above: { readonly indent: number; readonly port: string }[] = []
  for (const { text } of lines) {
    const root = rootLine.exec(text.trimStart())
    if (root?.[1] !== undefined) {
      bus = Number(root[1])
      above = []
      continue
    }
    const branch = branchLine.exec(text)
    if (branch === null || bus === undefined) continue
    const [, space = '', number = '', device = ''] = branch
    above = above.filter(({ indent }) => indent < space.length).slice(0, 7)
    above.push({ indent: space.length, port: String(Number(number)) })
    // A device has a line for each interface.
    const port = `${bus}-${above.map((step) => step.port).join('.')}`
    ports.set(`${bus}/${device}`, { bus, device: Number(device), port })
  }
  return {
    kind: 'lsusb-tree',
    title: 'lsusb -t',
    summary: counted(ports.size, 'port'),
    facts: { usb_ports: [...ports.values()] },
    findings: [],
  }
}
