/** What a value of user-data may be, and how one differs from that. */

import { isRecord } from '../table/index.ts'
import { appendAll, nearest, ownValue } from '../text/index.ts'

/** One kind of value. */
export type Form =
  | { readonly kind: 'anything' | 'text' | 'flag' | 'nothing' }
  | { readonly kind: 'whole number'; readonly least?: number }
  | { readonly kind: 'pattern'; readonly pattern: RegExp; readonly says: string }
  | { readonly kind: 'word'; readonly words: readonly (string | boolean)[] }
  | { readonly kind: 'list'; readonly of: Form; readonly most?: number; readonly mayBeEmpty?: true }
  | {
      readonly kind: 'map'
      readonly keys: Readonly<Record<string, Form>>
      readonly required?: readonly string[]
      /** Of keys that are not named; without it there are none. */
      readonly others?: Form
    }
  | { readonly kind: 'either'; readonly forms: readonly Form[] }

export const anything = { kind: 'anything' } as const
export const text = { kind: 'text' } as const
export const flag = { kind: 'flag' } as const
export const nothing = { kind: 'nothing' } as const
export const wholeNumber = { kind: 'whole number' } as const
export const word = (...words: readonly (string | boolean)[]) => ({ kind: 'word', words }) as const
export const listOf = (of: Form) => ({ kind: 'list', of }) as const
export const either = (...forms: readonly Form[]) => ({ kind: 'either', forms }) as const
export const pattern = (test: RegExp, says: string) => ({ kind: 'pattern', pattern: test, says }) as const
export const mapOf = (keys: Readonly<Record<string, Form>>, ...required: readonly string[]) =>
  ({ kind: 'map', keys, required }) as const

/** One difference. */
export interface Mismatch {
  readonly kind: 'wrong-value' | 'unknown-key' | 'missing-key'
  readonly path: readonly (string | number)[]
  /** What is wrong and what to do, as sentences that name the value by `path`. */
  readonly message: string
}

/** Everything in which a value differs from its form. */
export function mismatches(form: Form, value: unknown, path: Mismatch['path']): Mismatch[] {
  if (form.kind === 'either') {
    const alike = form.forms.find((one) => isAlike(one, value))
    return alike === undefined ? [wrong(form, value, path)] : mismatches(alike, value, path)
  }
  if (!isAlike(form, value)) return [wrong(form, value, path)]
  if (form.kind === 'list' && Array.isArray(value)) {
    if (form.most !== undefined && value.length > form.most)
      return [{ kind: 'wrong-value', path, message: `${named(path)} has more than ${form.most} items.` }]
    return value.flatMap((item, index) => mismatches(form.of, item, [...path, index]))
  }
  return form.kind === 'map' && isRecord(value) ? mapMismatches(form, value, path) : []
}

function mapMismatches(
  form: Extract<Form, { kind: 'map' }>,
  value: Readonly<Record<string, unknown>>,
  path: Mismatch['path'],
): Mismatch[] {
  const found: Mismatch[] = []
  for (const key of form.required ?? [])
    if (ownValue(value, key) === undefined)
      found.push({
        kind: 'missing-key',
        path,
        message: `${named(path)} needs ${key}: without it cloud-init leaves it out. Add it.`,
      })
  for (const [key, item] of Object.entries(value)) {
    const known = Object.hasOwn(form.keys, key) ? ownValue(form.keys, key) : form.others
    if (known === undefined) found.push(unknownKey(form, key, path))
    else appendAll(found, mismatches(known, item, [...path, key]))
  }
  return found
}

function unknownKey(form: Extract<Form, { kind: 'map' }>, key: string, path: Mismatch['path']): Mismatch {
  const meant = nearest(key, Object.keys(form.keys))
  const advice = meant === undefined ? 'Take it out.' : `Did you mean ${meant}?`
  const place = path.length === 0 ? 'user-data' : named(path)
  return {
    kind: 'unknown-key',
    path: [...path, key],
    message: `cloud-init does not know ${JSON.stringify(key)} in ${place}. ${advice}`,
  }
}

/** Whether a value is of this kind, whatever it holds. */
function isAlike(form: Form, value: unknown): boolean {
  switch (form.kind) {
    case 'anything':
      return true
    case 'text':
      return typeof value === 'string'
    case 'flag':
      return typeof value === 'boolean'
    case 'nothing':
      return value === null || value === undefined
    case 'whole number':
      return Number.isInteger(value) && Number(value) >= (form.least ?? Number.NEGATIVE_INFINITY)
    case 'pattern':
      return typeof value === 'string' && form.pattern.test(value)
    case 'word':
      return form.words.some((one) => one === value)
    case 'list':
      return Array.isArray(value) && (value.length > 0 || form.mayBeEmpty === true)
    case 'map':
      return isRecord(value) && !isDate(value)
    case 'either':
      return form.forms.some((one) => isAlike(one, value))
  }
}

function wrong(form: Form, value: unknown, path: Mismatch['path']): Mismatch {
  const wantsText = described(form).includes('a text')
  const couldBeText = typeof value === 'number' || typeof value === 'boolean' || isDate(value)
  const quotes = wantsText && couldBeText ? ' Put it in quotes.' : ''
  return {
    kind: 'wrong-value',
    path,
    message: `${named(path)} is ${held(value)}, and has to be ${described(form)}.${quotes}`,
  }
}

/** YAML 1.1 reads 2030-01-01 as one. */
function isDate(value: unknown): boolean {
  return Object.prototype.toString.call(value) === '[object Date]'
}

function described(form: Form): string {
  switch (form.kind) {
    case 'anything':
    case 'nothing':
      return form.kind
    case 'text':
      return 'a text'
    case 'flag':
      return 'true or false'
    case 'whole number':
      return form.least === undefined ? 'a whole number' : `a whole number from ${form.least}`
    case 'pattern':
      return form.says
    case 'word':
      return form.words.join(', ')
    case 'list':
      return form.mayBeEmpty === true ? 'a list' : 'a list with something in it'
    case 'map':
      return 'a map'
    case 'either':
      return form.forms.map(described).join(' or ')
  }
}

function held(value: unknown): string {
  if (value === null || value === undefined) return 'empty'
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list'
  if (isDate(value)) return 'a date'
  if (typeof value === 'object') return 'a map'
  const written = JSON.stringify(value)
  return written.length > 60 ? `${written.slice(0, 60)}…` : written
}

function named(path: Mismatch['path']): string {
  return path.reduce<string>(
    (before, step) =>
      typeof step === 'number' ? `${before}[${step}]` : before === '' ? step : `${before}.${step}`,
    '',
  )
}
