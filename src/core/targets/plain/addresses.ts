/** How devices of the host are named. */

import { isRecord } from '../../table/index.ts'
import { ownValue } from '../../text/index.ts'

/** `0000:01:00.0`; undefined for what is no whole address. */
export function pciAddress(source: unknown): string | undefined {
  if (!isRecord(source)) return undefined
  const numbers = ['domain', 'bus', 'slot', 'function'].map((key) => numberOf(ownValue(source, key) ?? '0x0'))
  const [domain, bus, slot, inner] = numbers
  if (domain === undefined || bus === undefined || slot === undefined || inner === undefined) return undefined
  if (source['bus'] === undefined || domain > 0xffff || bus > 0xff || slot > 0x1f || inner > 7)
    return undefined
  return `${hex(domain, 4)}:${hex(bus, 2)}:${hex(slot, 2)}.${inner}`
}

function numberOf(held: unknown): number | undefined {
  return /^(?:0x[\da-f]{1,4}|\d{1,5})$/i.test(String(held)) ? Number(held) : undefined
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0')
}

/** Four digits, as `lsusb` has them. */
export function usbId(held: unknown): string | undefined {
  const value = numberOf(held)
  return value === undefined || value > 0xffff ? undefined : hex(value, 4)
}
