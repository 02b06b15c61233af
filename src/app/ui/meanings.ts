/** What texts stand for: numbers, sizes, and rows of which some are still being typed. */

import { ownValue } from '../../core/index.ts'
import { t } from '../words/index.ts'
import type { Meaning } from './useTyped.ts'

/** What is wrong with a text, or undefined. */
export type Validate = (text: string) => string | undefined

/** A text; nothing for an empty one. */
export function textMeaning(text: string, validate: Validate | undefined): Meaning<string | undefined> {
  if (text === '') return { value: undefined }
  const message = validate?.(text)
  return message === undefined ? { value: text } : { message }
}

export interface NumberRange {
  readonly min?: number | undefined
  readonly max?: number | undefined
  /** Numbers with a fraction are allowed. */
  readonly fraction?: boolean | undefined
}

/** The number that a text says, with a sentence for what is no number or out of range. */
export function numberMeaning(
  text: string,
  { min, max, fraction = false }: NumberRange,
): Meaning<number | undefined> {
  const trimmed = text.trim()
  if (trimmed === '') return { value: undefined }
  const shape = fraction ? /^[+-]?\d+(\.\d+)?$/ : /^[+-]?\d+$/
  if (!shape.test(trimmed)) return { message: fraction ? t`Not a number` : t`Not a whole number` }
  const value = Number(trimmed)
  if (!Number.isSafeInteger(value) && !fraction) return { message: t`Too large a number` }
  if ((min !== undefined && value < min) || (max !== undefined && value > max))
    return { message: rangeText(min, max) }
  return { value }
}

function rangeText(min: number | undefined, max: number | undefined): string {
  if (min !== undefined && max !== undefined) return t`From ${min} to ${max}`
  return min === undefined ? t`${String(max)} at most` : t`${min} at least`
}

/** The texts of a list without those that are empty or wrong; the first that is wrong is said. */
export function textsMeaning(
  texts: readonly string[],
  validate: Validate | undefined,
): Meaning<readonly string[]> {
  const said = texts.filter((text) => text !== '')
  const message = said.map((text) => validate?.(text)).find((wrong) => wrong !== undefined)
  return { value: said.filter((text) => validate?.(text) === undefined), message }
}

export type Entry = readonly [key: string, value: string]

/** The map of its rows without those that have no key yet; of a key that is there twice, the last. */
export function entriesMeaning(entries: readonly Entry[]): Meaning<Readonly<Record<string, string>>> {
  const said = entries.filter(([key]) => key !== '')
  const twice = twiceIn(said)
  return {
    value: Object.fromEntries(said),
    message: twice === undefined ? undefined : t`“${twice}” is there twice`,
  }
}

/** The first key that is there twice. */
export function twiceIn(entries: readonly Entry[]): string | undefined {
  const seen = new Set<string>()
  for (const [key] of entries) {
    if (key !== '' && seen.has(key)) return key
    seen.add(key)
  }
  return undefined
}

/** What is said of a text that is no size. */
export const sizeMessage = t`A number and a unit, as 512M or 8G`

const units: Readonly<Record<string, string>> = { B: 'B', K: 'KiB', M: 'MiB', G: 'GiB', T: 'TiB', P: 'PiB' }

/** '8G' is '8 GiB' ('8GB', ten to the ninth, is '8 GB'); undefined when it is no size. */
export function sizeInWords(text: string, bareUnit: string): string | undefined {
  const match = /^\s*(\d+(?:\.\d+)?)\s*(?:([bkmgtp])(i?b)?)?\s*$/i.exec(text)
  const number = match?.[1]
  if (number === undefined) return undefined
  const letter = match?.[2]?.toUpperCase()
  if (letter === undefined) return `${number} ${bareUnit}`
  const tail = match?.[3]?.toLowerCase()
  return `${number} ${tail === 'b' && letter !== 'B' ? `${letter}B` : (ownValue(units, letter) ?? letter)}`
}
