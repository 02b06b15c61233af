/** Values and words as a Vagrantfile has them. */
import { rubyText } from '../../text/index.ts'

/** A value in Ruby, and words with their values. */
export function ruby(value: unknown): string {
  return typeof value === 'string' ? rubyText(value) : String(value)
}

export function named(values: Readonly<Record<string, unknown>>): string {
  return Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}: ${ruby(value)}`)
    .join(', ')
}
