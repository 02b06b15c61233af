/** Sizes as Kubernetes writes them: `8Gi`, `512Mi`, `10G`, `1.5Gi`, a bare number for bytes. */
import { formatSize, sizeInBytes } from '../../../table/index.ts'

const powers = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei']
const factors: ReadonlyMap<string, number> = new Map([
  ...powers.map((unit, power): [string, number] => [unit, 1024 ** power]),
  ...['k', 'M', 'G', 'T', 'P', 'E'].map((unit, power): [string, number] => [unit, 1000 ** (power + 1)]),
])

/** In bytes; undefined for what is no quantity, or less than a byte. */
export function quantityInBytes(held: unknown): number | undefined {
  const written = typeof held === 'number' ? String(held) : typeof held === 'string' ? held : ''
  const [, amount, unit = ''] = /^\+?(\d{1,18}(?:\.\d{0,9})?)([KMGTPE]i|[kMGTPE])?$/.exec(written) ?? []
  const factor = factors.get(unit)
  if (amount === undefined || factor === undefined) return undefined
  const bytes = Math.ceil(Number(amount) * factor)
  return bytes > 0 && Number.isSafeInteger(bytes) ? bytes : undefined
}

/** Whole bytes in the largest unit that divides them. */
export function quantityOf(bytes: number): string {
  let amount = bytes
  let power = 0
  while (power < 6 && amount >= 1024 && Number.isInteger(amount / 1024)) {
    amount /= 1024
    power += 1
  }
  return `${amount}${powers[power] ?? ''}`
}

/** A size of the Domain or of vm.yml as a quantity; undefined for what is none. */
export function quantityOfSize(size: string | undefined, bare = 1024): string | undefined {
  const bytes = size === undefined ? undefined : sizeInBytes(size, bare)
  return bytes === undefined || bytes < 1 || !Number.isSafeInteger(bytes) ? undefined : quantityOf(bytes)
}

/** A quantity as vm.yml says a size. */
export function sizeOfQuantity(held: unknown): string | undefined {
  const bytes = quantityInBytes(held)
  return bytes === undefined ? undefined : formatSize(bytes)
}
