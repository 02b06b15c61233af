/**
 * Sizes as people write them (`8G`, `2048 KiB`) and as libvirt does (a number, and a unit in an attribute).
 * libvirt manual, Memory Allocation: b, KB and k are 1000 or 1024 as spelled; a bare letter is the power of two.
 */
import { ownValue } from '../text/index.ts'

const powerOf: Readonly<Record<string, number>> = { k: 1, m: 2, g: 3, t: 4, p: 5, e: 6 }
const binaryUnits = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB', 'EiB'] as const

/**
 * The number and the unit of a size, spelled as libvirt wants them: `8G` is 8 and GiB, `512` is 512 and no unit.
 * A unit behind a blank (`8 G`) was read from XML and stays as it is.
 */
export function splitSize(text: string): { readonly amount: string; readonly unit: string } {
  const match = /^\s*([\d.]+)(?:(\s*)([a-zA-Z]+))?\s*$/.exec(text)
  if (!match) return { amount: text.trim(), unit: '' }
  const [, amount = '', blank = '', unit = ''] = match
  if (blank !== '') return { amount, unit }
  const power = unit.length === 1 ? ownValue(powerOf, unit.toLowerCase()) : undefined
  const spelled = power === undefined ? unit : (binaryUnits[power] ?? unit)
  if (!amount.includes('.')) return { amount, unit: spelled }
  const bytes = sizeInBytes(text)
  if (bytes === undefined) return { amount, unit: spelled }
  return Number.isInteger(bytes / 1024)
    ? { amount: String(bytes / 1024), unit: 'KiB' }
    : { amount: String(Math.round(bytes)), unit: 'bytes' }
}

/**
 * How many bytes a size says.
 *
 * @param bare what a number without a unit counts: 1 for bytes, 1024 for libvirt's KiB
 * @returns undefined when the text is no size
 */
export function sizeInBytes(text: string, bare = 1): number | undefined {
  const match = /^\s*(\d{1,20}(?:\.\d{1,6})?)(?:\s*([a-zA-Z]+))?\s*$/.exec(text)
  if (!match) return undefined
  const [, amount = '', unit = ''] = match
  const factor = unitInBytes(unit, bare)
  return factor === undefined ? undefined : Number(amount) * factor
}

function unitInBytes(unit: string, bare: number): number | undefined {
  const lower = unit.toLowerCase()
  if (lower === '') return bare
  if (lower === 'b' || lower === 'byte' || lower === 'bytes') return 1
  const power = ownValue(powerOf, lower.charAt(0))
  if (power === undefined) return undefined
  const suffix = lower.slice(1)
  if (suffix === '' || suffix === 'ib') return 1024 ** power
  return suffix === 'b' ? 1000 ** power : undefined
}

/** A number of bytes in the largest unit that divides it: 8589934592 is `8G`. */
export function formatSize(bytes: number): string {
  let amount = bytes
  let power = 0
  while (power < 6 && amount >= 1024 && Number.isInteger(amount / 1024)) {
    amount /= 1024
    power += 1
  }
  return `${amount}${['', 'K', 'M', 'G', 'T', 'P', 'E'][power] ?? ''}`
}

/** A size as a Domain has it, in the largest unit that is exact. */
export function sizeText(bytes: number): string {
  for (const [unit, factor] of [
    ['GiB', 1024 ** 3],
    ['MiB', 1024 ** 2],
    ['KiB', 1024],
  ] as const)
    if (bytes % factor === 0 && bytes >= factor) return `${bytes / factor} ${unit}`
  return `${bytes} bytes`
}
