/**
 * Proxmox: `pvesh get /nodes/NODE/hardware/pci` and `…/usb`, as a table of boxes or as JSON, with the same names.
 * Source: PVE/API2/Hardware/PCI.pm and USB.pm of pve-manager.
 */
import type { UsbDevice } from '../facts.ts'
import { iommuGroups } from '../iommu-groups.ts'
import { parsePciAddress } from '../pci-address.ts'
import { pciClassNamed, unknownClass } from '../pci-class-names.ts'
import type { PciDevice } from '../pci-device.ts'
import { counted, type HostLine, known, type ReaderResult, wholeNumber } from './reader.ts'

type Row = ReadonlyMap<string, string>

/** True for a device of PCI or USB of that interface. */
export function isPveshRow(row: ReadonlyMap<string, unknown>): boolean {
  return (row.has('id') && row.has('vendor') && row.has('device')) || (row.has('vendid') && row.has('prodid'))
}

/** True for the heads of the table. */
export function beginsPveshTable(text: string): boolean {
  return isPveshRow(new Map(cellsOf(text).map((head) => [head, head])))
}

/** True for a row, or a line between two. */
export function continuesPveshTable(text: string): boolean {
  return isDrawn(text) || cellsOf(text).length > 2
}

/** True for a line that only draws a box. */
export function isDrawn(text: string): boolean {
  return /^[─-╿|+=-]+$/u.test(text) && text.length > 3
}

/** Reads the table. */
export function readPveshTable(lines: readonly HostLine[]): ReaderResult {
  const [head, ...rows] = lines.map(({ text }) => text.trim()).filter((text) => !isDrawn(text))
  const heads = cellsOf(head ?? '')
  return pveshResult(
    rows.map((row) => {
      const cells = cellsOf(row)
      return new Map(heads.map((name, at) => [name, cells[at] ?? '']))
    }),
    'table',
  )
}

/** What the rows say, whatever they were written as. */
export function pveshResult(rows: readonly Row[], form: 'table' | 'JSON'): ReaderResult {
  const pci = rows.flatMap(pciOf)
  const usb = rows.flatMap(usbOf)
  const groups = iommuGroups(pci).length
  return {
    kind: 'pvesh',
    title: form === 'JSON' ? 'pvesh, JSON' : 'pvesh',
    summary: [
      ...(pci.length === 0 ? [] : [counted(pci.length, 'function')]),
      ...(groups === 0 ? [] : [counted(groups, 'group')]),
      ...(usb.length === 0 ? [] : [counted(usb.length, 'USB device')]),
    ].join(', '),
    facts: {
      ...(groups === 0 ? {} : { iommu: true }),
      ...(pci.length === 0 ? {} : { pci }),
      ...(usb.length === 0 ? {} : { usb }),
    },
    findings: [],
  }
}

function pciOf(row: Row): PciDevice[] {
  const address = parsePciAddress(row.get('id') ?? '')
  const vendor = numberOf(row.get('vendor'))
  const device = numberOf(row.get('device'))
  if (address === undefined || vendor === undefined || device === undefined) return []
  const kind = row.get('class') ?? ''
  const group = wholeNumber(row.get('iommugroup'))
  return [
    {
      address,
      class_code:
        /^0x([0-9a-f]{4})/i.exec(kind)?.[1]?.toLowerCase() ??
        (kind === '' ? unknownClass : pciClassNamed(kind)),
      class_name: '',
      name: [row.get('vendor_name'), row.get('device_name')].filter(Boolean).join(' '),
      vendor_id: vendor,
      device_id: device,
      ...known('iommu_group', group),
    },
  ]
}

function usbOf(row: Row): UsbDevice[] {
  const vendor = numberOf(row.get('vendid'))
  const product = numberOf(row.get('prodid'))
  if (vendor === undefined || product === undefined) return []
  const name = [row.get('manufacturer'), row.get('product')].filter(Boolean).join(' ')
  const port = row.get('usbpath')
  const bus = wholeNumber(row.get('busnum'))
  const kind = wholeNumber(row.get('class'))
  return [
    {
      vendor_id: vendor,
      product_id: product,
      ...known('bus', bus),
      ...known('device', wholeNumber(row.get('devnum'))),
      // `2.1` on bus 1 is 1-2.1 in sysfs; a hub of the mainboard has none.
      ...known(
        'port',
        bus !== undefined && port !== undefined && /^[1-9][\d.]{0,20}$/.test(port)
          ? `${bus}-${port}`
          : undefined,
      ),
      ...(name === '' ? {} : { name }),
      ...(kind === 9 ? { class_code: '09' } : {}),
    },
  ]
}

/** `0x10de` as four digits. */
function numberOf(text: string | undefined): string | undefined {
  const number = /^(?:0x)?([0-9a-f]{1,4})$/i.exec(text ?? '')?.[1]
  return number?.toLowerCase().padStart(4, '0')
}

function cellsOf(text: string): string[] {
  const trimmed = text.trim()
  return /^[│|┃║]/u.test(trimmed)
    ? trimmed
        .split(/[│|┃║]/u)
        .slice(1)
        .map((cell) => cell.trim())
    : []
}
