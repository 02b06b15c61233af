/** `web-{01..12}`: a cell that counts makes a row for each number. */
import { setLimits } from './set.ts'

/** A text and the numbers in it. */
export interface CountedCell {
  /** How many rows it makes; undefined when it goes on as long as the others, as `{2201..}` does. */
  readonly length: number | undefined
  /** @param index of the row, from 0 */
  textAt(index: number): string
}

/** What a cell can’t be, as a sentence. */
export interface WrongCounter {
  readonly wrong: string
}

/** Why the counters of a text make no rows, as a sentence; undefined where they do, or where none is. */
export function problemOfCounter(text: string): string | undefined {
  const read = countersOf(text, false)
  return read !== undefined && 'wrong' in read ? read.wrong : undefined
}

const counter = /\{([0-9A-Fa-f]{1,8})\.\.([0-9A-Fa-f]{0,8})\}/g

/**
 * Reads the counters of a cell. The width of the first number is kept (`{01..12}`); where a letter is among the digits the
 * number is hexadecimal, as `{08..0f}`.
 *
 * @param isHexadecimal true for a cell whose numbers are, whatever their digits: a MAC address
 * @returns undefined for a cell that does not count
 */
export function countersOf(text: string, isHexadecimal: boolean): CountedCell | WrongCounter | undefined {
  const found = [...text.matchAll(counter)]
  if (found.length === 0) return undefined
  const counters = found.map(([whole, from = '', to = '']) => {
    const base = isHexadecimal || /[a-f]/i.test(from + to) ? 16 : 10
    const first = Number.parseInt(from, base)
    const last = to === '' ? undefined : Number.parseInt(to, base)
    const isUpper = /[A-F]/.test(from + to)
    const spelled = (index: number) => {
      const digits = (first + index).toString(base).padStart(from.length, '0')
      return isUpper ? digits.toUpperCase() : digits
    }
    return { whole, length: last === undefined ? undefined : last - first + 1, spelled }
  })
  const lengths = new Set(counters.flatMap(({ length }) => (length === undefined ? [] : [length])))
  const [length] = lengths
  if (lengths.size > 1)
    return { wrong: `The counters of ${text} are of different lengths: each makes the same rows.` }
  if (length !== undefined && length < 1)
    return { wrong: `${text} counts down: write the smaller number first.` }
  if (length !== undefined && length > setLimits.rows)
    return { wrong: `${text} makes ${length} rows; at most ${setLimits.rows} are read.` }
  return {
    length,
    textAt: (index) => {
      let number = 0
      return text.replace(counter, (whole) => counters[number++]?.spelled(index) ?? whole)
    },
  }
}
