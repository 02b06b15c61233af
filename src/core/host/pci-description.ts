/** What stands behind a PCI address, in each of the forms that lspci and pages made of it have. Format: lspci(8). */
import { pciClassNamed } from './pci-class-names.ts'
import type { PciDevice } from './pci-device.ts'

export type PciDescription = Omit<
  PciDevice,
  'address' | 'iommu_group' | 'driver' | 'modules' | 'subsystem' | 'numa_node'
>

/**
 * Reads a description.
 * @param text `VGA compatible controller [0300]: NVIDIA Corporation GK106 [10de:11c0] (rev a1)` of `lspci -nn`,
 *   `0300: 10de:11c0 (rev a1)` of `lspci -n`, `"VGA … [0300]" "NVIDIA Corporation [10de]" "GK106 [11c0]" -ra1` of
 *   `lspci -mmnn`, or `VGA compatible controller: NVIDIA Corporation GK106 (rev a1)`
 * @param ids vendor and device, where they stood in front of the address, as Unraid has them
 * @returns undefined when class, vendor and device are not all said
 */
export function readPciDescription(text: string, ids?: PciIds): PciDescription | undefined {
  if (text.startsWith('"')) return ofQuotedWords(text)
  return ids === undefined ? (ofNumbersAndNames(text) ?? ofNumbers(text)) : ofNames(text, ids)
}

export interface PciIds {
  readonly vendor_id: string
  readonly device_id: string
}

/** A name with its number at the end, `GK106 [GeForce GTX 660] [11c0]`, or the number alone. */
export function nameAndNumber(text: string): { readonly name: string; readonly number?: string } {
  const trimmed = text.trim()
  if (/^[0-9a-f]{4}$/i.test(trimmed)) return { name: '', number: trimmed.toLowerCase() }
  const number = /^\[([0-9a-f]{4})\]$/i.exec(trimmed.slice(-6))?.[1]
  return number === undefined
    ? { name: trimmed }
    : { name: trimmed.slice(0, -6).trim(), number: number.toLowerCase() }
}

/** One function of what was said part by part; undefined without its numbers. */
export function describedByParts(
  kind: string,
  vendor: string,
  device: string,
  revision: string | undefined,
): PciDescription | undefined {
  const [ofClass, ofVendor, ofDevice] = [nameAndNumber(kind), nameAndNumber(vendor), nameAndNumber(device)]
  if (ofVendor.number === undefined || ofDevice.number === undefined) return undefined
  return {
    class_code: ofClass.number ?? pciClassNamed(ofClass.name),
    class_name: ofClass.name,
    name: [ofVendor.name, ofDevice.name].filter((name) => name !== '').join(' '),
    vendor_id: ofVendor.number,
    device_id: ofDevice.number,
    ...(revision === undefined ? {} : { revision: revision.toLowerCase() }),
  }
}

function ofNumbersAndNames(text: string): PciDescription | undefined {
  const classMatch = /\[([0-9a-f]{4})\]:/i.exec(text)
  if (classMatch?.[1] === undefined) return undefined
  const rest = text.slice(classMatch.index + classMatch[0].length)
  // A name may hold brackets of its own; the ids are the last pair of numbers.
  const ids = [...rest.matchAll(/\[([0-9a-f]{4}):([0-9a-f]{4})\]/gi)].at(-1)
  if (ids?.[1] === undefined || ids[2] === undefined) return undefined
  return {
    class_code: classMatch[1].toLowerCase(),
    class_name: text.slice(0, classMatch.index).trim(),
    name: rest.slice(0, ids.index).trim(),
    vendor_id: ids[1].toLowerCase(),
    device_id: ids[2].toLowerCase(),
    ...revisionOf(rest.slice(ids.index)),
  }
}

function ofNumbers(text: string): PciDescription | undefined {
  const match = /^(?:class )?([0-9a-f]{4}): ([0-9a-f]{4}):([0-9a-f]{4})(?![\w])/i.exec(text)
  const [whole = '', classCode, vendor, device] = match ?? []
  if (classCode === undefined || vendor === undefined || device === undefined) return undefined
  return {
    class_code: classCode.toLowerCase(),
    class_name: '',
    name: '',
    vendor_id: vendor.toLowerCase(),
    device_id: device.toLowerCase(),
    ...revisionOf(text.slice(whole.length)),
  }
}

function ofNames(text: string, ids: PciIds): PciDescription {
  const colon = text.indexOf(': ')
  const kind = colon === -1 ? text : text.slice(0, colon)
  const rest = colon === -1 ? '' : text.slice(colon + 2)
  const bracket = rest.lastIndexOf('(rev ')
  const { name: className, number } = nameAndNumber(kind)
  return {
    class_code: number ?? pciClassNamed(className),
    class_name: className,
    name: (bracket === -1 ? rest : rest.slice(0, bracket)).trim(),
    ...ids,
    ...revisionOf(rest),
  }
}

function ofQuotedWords(text: string): PciDescription | undefined {
  const [, kind, , vendor, , device, options = ''] = text.split('"')
  if (kind === undefined || vendor === undefined || device === undefined) return undefined
  const revision = options
    .split(' ')
    .find((option) => /^-r[0-9a-f]{2}$/i.test(option))
    ?.slice(2)
  return describedByParts(kind, vendor, device, revision)
}

function revisionOf(text: string): { readonly revision?: string } {
  const revision = /\(rev ([0-9a-f]{2})\)/i.exec(text)?.[1]
  return revision === undefined ? {} : { revision: revision.toLowerCase() }
}
