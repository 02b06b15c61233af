/**
 * A PCI address as a type. A function on a host is `domain:bus:slot.function`; libvirt writes the four parts as
 * attributes in hexadecimal.
 * Ranges: libvirt's basictypes.rng (pciDomain uint32, pciBus uint8, pciSlot 0–0x1f, pciFunc 0–7). Domains above
 * 0xffff exist: Intel VMD numbers its own from 0x10000.
 */
import type { Finding, Path } from '../finding.ts'

/** One PCI function. All numbers, all integers within the ranges of `pciRanges`. */
export interface PciAddress {
  readonly domain: number
  readonly bus: number
  readonly slot: number
  readonly function: number
}

/** The parts of an address as libvirt writes them: `0x0000`, `0x01`, `0x00`, `0x0`. */
export interface PciAddressParts {
  readonly domain: string
  readonly bus: string
  readonly slot: string
  readonly function: string
}

/** The names of the parts, in their order. */
export const pciAddressPartNames = ['domain', 'bus', 'slot', 'function'] as const

/** The name of one part. */
export type PciAddressPart = (typeof pciAddressPartNames)[number]

/** The largest value of each part (the smallest is 0) and the hexadecimal digits it is written with. */
export const pciRanges: Readonly<Record<PciAddressPart, { readonly max: number; readonly digits: number }>> =
  {
    domain: { max: 0xffffffff, digits: 4 },
    bus: { max: 0xff, digits: 2 },
    slot: { max: 0x1f, digits: 2 },
    function: { max: 7, digits: 1 },
  }

const addressText = /^(?:([0-9a-f]{4,8}):)?([0-9a-f]{2}):([01][0-9a-f])\.([0-7])$/i

/**
 * Reads an address as lspci and sysfs write it: `0000:01:00.0`, or `01:00.0` for domain 0.
 * @returns the address, or undefined when the text is none
 */
export function parsePciAddress(text: string): PciAddress | undefined {
  const match = addressText.exec(text)
  if (match === null) return undefined
  const [, domain = '0', bus = '', slot = '', fn = ''] = match
  return { domain: hex(domain), bus: hex(bus), slot: hex(slot), function: hex(fn) }
}

/**
 * Reads an address from the parts of a spec or of XML. The domain may be missing (0), as in libvirt.
 * @param parts text with `0x`, or a number that a YAML reader already made of it
 * @param path where the parts stand in the spec; a finding points at the part
 * @returns the address, or findings (errors): `pci-address.missing`, `pci-address.not-hex`, `pci-address.out-of-range`
 */
export function pciAddressFromParts(
  parts: Readonly<Partial<Record<string, string | number>>>,
  path: Path = [],
): { readonly address?: PciAddress; readonly findings: readonly Finding[] } {
  const findings: Finding[] = []
  const read = (name: PciAddressPart): number => {
    const value = parts[name] ?? (name === 'domain' ? 0 : undefined)
    const result = readPart(name, value)
    if (typeof result === 'number') return result
    findings.push({ severity: 'error', path: value === undefined ? path : [...path, name], ...result })
    return 0
  }
  const address: PciAddress = {
    domain: read('domain'),
    bus: read('bus'),
    slot: read('slot'),
    function: read('function'),
  }
  return findings.length === 0 ? { address, findings } : { findings }
}

/** `0000:01:00.0`, as lspci -D, sysfs and driver_override write it. */
export function formatPciAddress(address: PciAddress): string {
  const part = (name: PciAddressPart) => address[name].toString(16).padStart(pciRanges[name].digits, '0')
  return `${part('domain')}:${part('bus')}:${part('slot')}.${part('function')}`
}

/** The four attributes as libvirt writes them: `0x0000`, `0x01`, `0x00`, `0x0`. */
export function pciAddressParts(address: PciAddress): PciAddressParts {
  const part = (name: PciAddressPart) =>
    `0x${address[name].toString(16).padStart(pciRanges[name].digits, '0')}`
  return { domain: part('domain'), bus: part('bus'), slot: part('slot'), function: part('function') }
}

/** Orders addresses as lspci does; 0 when both are the same function. */
export function comparePciAddresses(a: PciAddress, b: PciAddress): number {
  return a.domain - b.domain || a.bus - b.bus || a.slot - b.slot || a.function - b.function
}

function readPart(
  name: PciAddressPart,
  value: string | number | undefined,
): number | { readonly code: Finding['code']; readonly message: string } {
  const { max, digits } = pciRanges[name]
  const largest = `0x${max.toString(16)}`
  const example = `0x${'1'.padStart(digits, '0')}`
  if (value === undefined) {
    return {
      code: 'pci-address.missing',
      message: `The PCI address has no ${name}; write it like ${example}.`,
    }
  }
  const number = typeof value === 'number' ? value : partText(value, max)
  if (number === undefined || !Number.isInteger(number)) {
    const message = `The ${name} ${JSON.stringify(value)} of the PCI address is not hexadecimal; write it like ${example}.`
    return { code: 'pci-address.not-hex', message }
  }
  if (number < 0 || number > max) {
    const message = `The ${name} ${JSON.stringify(value)} of the PCI address is out of range; the largest is ${largest}.`
    return { code: 'pci-address.out-of-range', message }
  }
  return number
}

/**
 * Without `0x` libvirt reads a part as decimal, or octal after a leading 0, while people copy hexadecimal from lspci:
 * `10` would be bus 0x0a, not 0x10. Only what can be meant in one way is taken: one digit that no base disagrees on, or a
 * number that is too large to be hexadecimal.
 */
function partText(text: string, max: number): number | undefined {
  if (/^0x[0-9a-f]{1,16}$/i.test(text)) return Number(text)
  if (/^[1-9]\d{1,9}$/.test(text) && hex(text) > max && Number(text) <= max) return Number(text)
  return /^(?:0{0,7}[0-7]|[89])$/.test(text) ? Number(text) : undefined
}

function hex(digits: string): number {
  return Number.parseInt(digits, 16)
}
