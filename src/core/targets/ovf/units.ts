/** Units of CIM. DSP0004, Programmatic Units: `byte * 2^20`; older writers say MegaBytes. */
import { ownValue } from '../../text/index.ts'

const words: Readonly<Record<string, number>> = {
  byte: 0,
  bytes: 0,
  kilobytes: 10,
  kb: 10,
  megabytes: 20,
  mb: 20,
  gigabytes: 30,
  gb: 30,
  terabytes: 40,
}

/** A count of units in bytes; of a unit that is not known, none. */
export function bytesOf(count: number, unit: string): number | undefined {
  const small = unit.trim().toLowerCase()
  const power = /^byte\s{0,4}\*\s{0,4}2\s{0,4}\^\s{0,4}(\d{1,2})$/.exec(small)?.[1]
  const shift = power === undefined ? ownValue(words, small) : Number(power)
  const bytes = shift === undefined ? undefined : count * 2 ** shift
  return bytes !== undefined && Number.isSafeInteger(bytes) ? bytes : undefined
}
