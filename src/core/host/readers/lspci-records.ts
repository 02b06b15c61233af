/** `lspci -vmm`: a record for each function, a line for each thing that is said of it. Format: lspci(8), "MACHINE READABLE OUTPUT". */
import { parsePciAddress } from '../pci-address.ts'
import { describedByParts } from '../pci-description.ts'
import type { PciDevice } from '../pci-device.ts'
import { fieldOf } from './fields.ts'
import { pciResult } from './pci-text.ts'
import { atLine, type HostLine, known, type ReaderResult, wholeNumber } from './reader.ts'

const names: ReadonlySet<string> = new Set([
  'Slot',
  'Class',
  'Vendor',
  'Device',
  'SVendor',
  'SDevice',
  'PhySlot',
  'Rev',
  'ProgIf',
  'Driver',
  'Module',
  'NUMANode',
  'IOMMUGroup',
  'DTNode',
])

/** The first line of a record; `-vm` calls the address the device. */
export function beginsLspciRecord(text: string): boolean {
  const field = fieldOf(text)
  return (field?.name === 'Slot' || field?.name === 'Device') && parsePciAddress(field.value) !== undefined
}

export function continuesLspciRecord(text: string): boolean {
  const field = fieldOf(text)
  return field !== undefined && names.has(field.name)
}

/** Reads the records. Without -nn they have names and no numbers, and name no device then. */
export function readLspciRecords(lines: readonly HostLine[]): ReaderResult {
  const records: { readonly line: number; readonly said: Map<string, string[]> }[] = []
  for (const { text, line } of lines) {
    const field = fieldOf(text)
    const said = records.at(-1)?.said
    if (field === undefined) continue
    if (beginsLspciRecord(text)) records.push({ line, said: new Map([['Slot', [field.value]]]) })
    else said?.set(field.name, [...(said.get(field.name) ?? []), field.value])
  }
  const devices = records.flatMap(({ said }) => deviceOf(said) ?? [])
  const nameless = records.find(({ said }) => deviceOf(said) === undefined)
  if (nameless === undefined) return pciResult(devices, [])
  const message = 'Here stand functions without the numbers of their class and device; list with lspci -nnk.'
  const severity = devices.length === 0 ? 'error' : 'warning'
  return pciResult(devices, [atLine('host.listing.no-ids', message, nameless.line, severity)])
}

function deviceOf(said: ReadonlyMap<string, readonly string[]>): PciDevice | undefined {
  const first = (name: string) => said.get(name)?.[0]
  const address = parsePciAddress(first('Slot') ?? '')
  const described = describedByParts(
    first('Class') ?? '',
    first('Vendor') ?? '',
    first('Device') ?? '',
    first('Rev'),
  )
  if (address === undefined || described === undefined) return undefined
  const subsystem = [first('SVendor'), first('SDevice')].filter((name) => name !== undefined).join(' ')
  return {
    address,
    ...described,
    ...known('driver', first('Driver')),
    ...known('modules', said.get('Module')?.slice()),
    ...known('iommu_group', wholeNumber(first('IOMMUGroup'))),
    ...known('numa_node', wholeNumber(first('NUMANode'))),
    ...(subsystem === '' ? {} : { subsystem }),
  }
}
