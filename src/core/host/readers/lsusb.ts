/** `lsusb` and `lsusb -t`. Source: lsusb(8) of usbutils. */
import type { UsbDevice } from '../facts.ts'
import { counted, type HostLine, type ReaderResult } from './reader.ts'

const deviceLine = /^Bus (\d{3,5}) Device (\d{3,5}): ID ([0-9a-f]{4}):([0-9a-f]{4})(?:\s+(.*))?$/i

/** Reads `Bus 001 Device 004: ID 046d:c52b Logitech, Inc. Unifying Receiver`. */
export function readLsusb(lines: readonly HostLine[]): ReaderResult {
  const usb = lines.flatMap(({ text }): UsbDevice[] => {
    const match = deviceLine.exec(text.trim())
    if (match === null) return []
    const [, bus = '', device = '', vendor = '', product = '', name = ''] = match
    const ids = { vendor_id: vendor.toLowerCase(), product_id: product.toLowerCase() }
    // The Linux Foundation is the vendor of the roots of buses.
    const root = ids.vendor_id === '1d6b' && /^000[1-3]$/.test(ids.product_id)
    return [
      {
        bus: Number(bus),
        device: Number(device),
        ...ids,
        ...(name.trim() === '' ? {} : { name: name.trim() }),
        ...(root ? { class_code: '09' } : {}),
      },
    ]
  })
  return {
    kind: 'lsusb',
    title: 'lsusb',
    summary: counted(usb.length, 'USB device'),
    facts: { usb },
    findings: [],
  }
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
