/** The zod schema of a shape: closed, lenient about spelling where YAML is (a number for a text, true for 'on'). */
import { z } from 'zod'
import type { Field, Shape } from './field.ts'
import { isRecord, type UnknownRecord } from './record.ts'
import type { Scalar } from './scalar.ts'

const schemaOf = new WeakMap<Shape, z.ZodType>()

/**
 * The schema of a whole shape, built on first use and kept. It gives the value as memory holds it: short forms are
 * expanded, scalars are brought to their type. Unknown keys are refused.
 *
 * @param closedBy the key whose value decides which other keys may be there
 */
export function schema(shape: Shape, closedBy?: string): z.ZodType {
  const known = schemaOf.get(shape)
  if (known) return known
  const made = z.lazy(() => makeSchema(shape, closedBy))
  schemaOf.set(shape, made)
  return made
}

function makeSchema(shape: Shape, closedBy: string | undefined): z.ZodType {
  const fields = Object.entries(shape)
  const decider = closedBy === undefined ? undefined : shape[closedBy]
  const kinds = decider && 'scalar' in decider ? (decider.scalar.choices ?? []) : []
  if (closedBy === undefined || kinds.length === 0) return closed(fields)
  const ofKind = (kind: string) =>
    fields.filter(([, field]) => field.meta.only?.[closedBy]?.includes(kind) ?? true)
  const byKind = new Map(kinds.map((kind) => [kind, closed(ofKind(kind))]))
  const any = closed(fields)
  return z.unknown().transform((input, context) => {
    const kind = isRecord(input) ? input[closedBy] : undefined
    const parsed = (byKind.get(String(kind)) ?? any).safeParse(input)
    if (parsed.success) return parsed.data
    for (const issue of parsed.error.issues)
      context.addIssue({ ...issue, code: 'custom', params: { original: issue }, message: issue.message })
    return z.NEVER
  })
}

function closed(fields: readonly (readonly [string, Field])[]): z.ZodType {
  const renamed = new Map(
    fields.flatMap(([key, field]) => (field.meta.alsoReadAs ?? []).map((other) => [other, key] as const)),
  )
  const inlined = fields.find(([, field]) => field.kind === 'list' && field.inline)
  const object = z.strictObject(
    Object.fromEntries(fields.map(([key, field]) => [key, fieldSchema(field).optional()])),
  )
  if (renamed.size === 0 && !inlined) return object
  return z.preprocess((input) => {
    if (!isRecord(input)) return input
    const canonical = renameKeys(input, renamed)
    return inlined ? gather(canonical, inlined, new Set(fields.map(([key]) => key))) : canonical
  }, object)
}

function renameKeys(input: UnknownRecord, renamed: ReadonlyMap<string, string>): UnknownRecord {
  const canonicalKey = (key: string) => {
    const canonical = renamed.get(key)
    return canonical !== undefined && input[canonical] === undefined ? canonical : key
  }
  return Object.fromEntries(Object.entries(input).map(([key, held]) => [canonicalKey(key), held]))
}

/** Moves the keys of the list's items that stand in the parent into a list of one. */
function gather(
  input: UnknownRecord,
  [listKey, field]: readonly [string, Field],
  own: ReadonlySet<string>,
): UnknownRecord {
  if (field.kind !== 'list' || input[listKey] !== undefined) return input
  const ofItem = field.shape()
  const isItemKey = (key: string) => key in ofItem && !own.has(key)
  const held = Object.entries(input)
  const item = held.filter(([key]) => isItemKey(key))
  if (item.length === 0) return input
  return {
    ...Object.fromEntries(held.filter(([key]) => !isItemKey(key))),
    [listKey]: [Object.fromEntries(item)],
  }
}

function fieldSchema(field: Field): z.ZodType {
  switch (field.kind) {
    case 'attribute':
    case 'text':
    case 'element':
    case 'sized':
    case 'sizedAttribute':
    case 'value':
      return scalarSchema(field.scalar)
    case 'presence':
      return flagSchema(['yes', 'no'])
    case 'at':
      return fieldSchema(field.field)
    case 'entries':
      return z.record(z.string(), textSchema)
    case 'entriesList':
      return z.array(z.record(z.string(), textSchema))
    case 'texts':
      return z.array(scalarSchema(field.scalar))
    case 'child': {
      const { short } = field
      const inner = z.lazy(() => schema(field.shape(), field.closedBy))
      return short === undefined ? inner : z.preprocess((input) => expand(input, short), inner)
    }
    case 'list': {
      const { short, single } = field
      const inner = z.array(z.lazy(() => schema(field.shape())))
      if (short === undefined && !single) return inner
      return z.preprocess((input) => {
        const items: unknown = single && input !== undefined && !Array.isArray(input) ? [input] : input
        return short !== undefined && Array.isArray(items) ? items.map((item) => expand(item, short)) : items
      }, inner)
    }
  }
}

/** `virtio` becomes `{type: 'virtio'}`; what is a map already stays. */
function expand(input: unknown, main: string): unknown {
  return isRecord(input) || Array.isArray(input) || input === undefined || input === null
    ? input
    : { [main]: input }
}

const textSchema = z.preprocess((input) => {
  if (typeof input === 'boolean' || typeof input === 'number' || typeof input === 'bigint')
    return String(input)
  return input
}, z.string())

function flagSchema(words: readonly string[]): z.ZodType {
  const [yes, no] = words
  return z.preprocess((input) => {
    if (input === yes || input === 'yes' || input === 'on' || input === 'true') return true
    if (input === no || input === 'no' || input === 'off' || input === 'false') return false
    return input
  }, z.boolean())
}

function scalarSchema(scalar: Scalar<unknown>): z.ZodType {
  switch (scalar.name) {
    case 'text':
    case 'size': {
      const { pattern } = scalar
      if (!pattern) return textSchema
      return z.preprocess(
        (input) => (typeof input === 'number' || typeof input === 'boolean' ? String(input) : input),
        z.string().regex(pattern.test, { message: `should be ${pattern.says}` }),
      )
    }
    case 'integer':
    case 'decimal': {
      let number = scalar.name === 'integer' ? z.int() : z.number()
      if (scalar.minimum !== undefined) number = number.min(scalar.minimum)
      if (scalar.maximum !== undefined) number = number.max(scalar.maximum)
      return z.preprocess((input) => {
        if (typeof input !== 'string') return input
        const parsed: unknown = scalar.parse(input)
        return parsed ?? input
      }, number)
    }
    case 'flag':
      return flagSchema(scalar.choices ?? [])
    case 'choice': {
      const choices = [...(scalar.choices ?? []), ...Object.keys(scalar.aliases ?? {})]
      return z.preprocess((input) => {
        if (typeof input === 'number') return String(input)
        if (typeof input !== 'boolean') return input
        const spellings = input ? ['on', 'yes', 'true'] : ['off', 'no', 'false']
        return spellings.find((word) => choices.includes(word)) ?? String(input)
      }, z.enum(choices))
    }
    case 'anything':
      return z.unknown()
  }
}
