/**
 * The zod schema of a shape: closed, lenient about spelling where YAML is (a number for a text, true for 'on').
 * The messages complete a sentence that begins with the name of the field: 'should be a whole number'.
 */
import { z } from 'zod/mini'
import '../zod-settings.ts'
import { ownValue } from '../text/index.ts'
import { expand } from './expand.ts'
import type { Field, Shape, Value } from './field.ts'
import { isRecord, wordOf } from './record.ts'
import type { Scalar } from './scalar.ts'

/** `full` refuses what is out of limits or ill-formed; `types` refuses only what the field could not hold at all. */
type Strictness = 'full' | 'types'

const schemaOf = { full: new WeakMap<Shape, z.ZodMiniType>(), types: new WeakMap<Shape, z.ZodMiniType>() }
const closedOf = { full: new WeakMap<Shape, z.ZodMiniType>(), types: new WeakMap<Shape, z.ZodMiniType>() }

/**
 * The schema of a whole shape, built on first use and kept. It gives the value as memory holds it: short forms are
 * expanded, scalars are brought to their type. Unknown keys are refused. The paths of its issues are those of memory
 * (`cpu` for `cpus`, `listen[0].address` for `listen`).
 *
 * @param closedBy the key whose value decides which other keys may be there
 */
export function schema<S extends Shape>(shape: S, closedBy?: string): z.ZodMiniType<Value<S>>
export function schema(shape: Shape, closedBy?: string): z.ZodMiniType {
  return expandingSchema(shape, closedBy, 'full')
}

/**
 * The same for a design that is to be kept even though it is wrong: numbers may be out of their limits and texts need
 * not look as they should. What it lets through, `schema` has said already.
 */
export function lenientSchema<S extends Shape>(shape: S): z.ZodMiniType<Value<S>>
export function lenientSchema(shape: Shape): z.ZodMiniType {
  return expandingSchema(shape, undefined, 'types')
}

function expandingSchema(shape: Shape, closedBy: string | undefined, strictness: Strictness): z.ZodMiniType {
  const known = schemaOf[strictness].get(shape)
  if (known) return known
  const made = preprocess(
    (input) => (isRecord(input) ? expand(shape, input) : input),
    closedSchema(shape, closedBy, strictness),
  )
  schemaOf[strictness].set(shape, made)
  return made
}

/** What the issue of a key that belongs to other kinds says of itself. */
export interface OtherKindParams {
  readonly otherKind: true
  /** The key that says the kind. */
  readonly closedBy: string
  readonly kinds: readonly string[]
}

/** The schema of the form that memory has. */
function closedSchema(shape: Shape, closedBy: string | undefined, strictness: Strictness): z.ZodMiniType {
  const known = closedOf[strictness].get(shape)
  if (known) return known
  const made = z.lazy(() => makeClosed(shape, closedBy, strictness))
  closedOf[strictness].set(shape, made)
  return made
}

function makeClosed(shape: Shape, closedBy: string | undefined, strictness: Strictness): z.ZodMiniType {
  const fields = Object.entries(shape)
  const object: z.ZodMiniType = z.strictObject(
    {
      ...Object.fromEntries(fields.map(([key, field]) => [key, z.optional(fieldSchema(field, strictness))])),
      $rest: z.optional(rest),
    },
    { error: (issue) => (issue.code === 'invalid_type' ? 'should be a map' : undefined) },
  )
  if (closedBy === undefined) return object
  return fields.reduce((made, [key, field]) => {
    const kinds = ownValue(field.meta.only, closedBy)
    if (!kinds) return made
    const params: OtherKindParams = { otherKind: true, closedBy, kinds }
    return made.check(
      z.refine((held) => !isOfOtherKind(held, key, params), {
        path: [key],
        params: { ...params },
        message: `belongs to ${closedBy} ${kinds.join(' or ')}`,
        // Said even when something else is wrong too.
        when: () => true,
      }),
    )
  }, object)
}

function isOfOtherKind(held: unknown, key: string, { closedBy, kinds }: OtherKindParams): boolean {
  if (!isRecord(held) || ownValue(held, key) === undefined) return false
  const kind = ownValue(held, closedBy)
  return kind !== undefined && !kinds.includes(wordOf(kind))
}

function fieldSchema(field: Field, strictness: Strictness): z.ZodMiniType {
  switch (field.kind) {
    case 'attribute':
    case 'text':
    case 'element':
    case 'sized':
    case 'sizedAttribute':
    case 'value':
      return scalarSchema(field.scalar, strictness)
    case 'presence':
      return flagSchema
    case 'entries':
      return mapOfTexts
    case 'entriesList':
      return listOf(mapOfTexts)
    case 'texts':
      return listOf(scalarSchema(field.scalar, strictness))
    case 'child':
      return z.lazy(() => closedSchema(field.shape(), field.closedBy, strictness))
    case 'list':
      return listOf(z.lazy(() => closedSchema(field.shape(), undefined, strictness)))
  }
}

/** The schema for what `change` makes of the input. */
function preprocess(change: (input: unknown) => unknown, made: z.ZodMiniType): z.ZodMiniType {
  return z.pipe(z.transform(change), made)
}

function listOf(item: z.ZodMiniType): z.ZodMiniType {
  return z.array(item, { error: 'should be a list' })
}

/** The words that YAML 1.1 takes for true and false; libvirt wants now one pair, now another. */
const yesWords = ['on', 'yes', 'true']
const noWords = ['off', 'no', 'false']

function textOf(input: unknown): unknown {
  return typeof input === 'boolean' || typeof input === 'number' || typeof input === 'bigint'
    ? String(input)
    : input
}

const textSchema = preprocess(textOf, z.string({ error: 'should be a text' }))
const mapOfTexts = z.record(z.string(), textSchema, { error: 'should be a map of texts' })

const flagSchema = preprocess(
  (input) => {
    if (typeof input !== 'string') return input
    const word = input.toLowerCase()
    return yesWords.includes(word) ? true : noWords.includes(word) ? false : input
  },
  z.boolean({ error: 'should be true or false' }),
)

const count = preprocess(
  (input) => (typeof input === 'string' ? Number(input) : input),
  z.int().check(z.minimum(0)),
)
const restChild = z.strictObject({
  after: z.nullable(z.string()),
  count,
  xml: z.string(),
})
const attributeName = z
  .string()
  .check(z.regex(/^[\p{L}_][\p{L}\p{N}_.-]*(:[\p{L}_][\p{L}\p{N}_.-]*)?$/u, 'should be a name'))
const rest: z.ZodMiniType = z.strictObject({
  lex: z.optional(z.record(z.string(), z.string())),
  attributes: z.optional(z.array(z.tuple([attributeName, z.string()]))),
  children: z.optional(z.array(restChild)),
  order: z.optional(z.array(z.string())),
  inside: z.optional(
    z.record(
      z.string(),
      z.lazy(() => rest),
    ),
  ),
})

function scalarSchema(scalar: Scalar<unknown>, strictness: Strictness): z.ZodMiniType {
  switch (scalar.name) {
    case 'text':
    case 'size': {
      const { pattern } = scalar
      if (!pattern || strictness === 'types') return textSchema
      const says = `should be ${pattern.says}`
      return preprocess(textOf, z.string({ error: says }).check(z.regex(pattern.test, { message: says })))
    }
    case 'integer':
    case 'decimal':
      return numberSchema(strictness === 'types' ? withoutLimits(scalar) : scalar)
    case 'flag':
      return flagSchema
    case 'choice':
      return choiceSchema(scalar)
    case 'anything':
      return z.unknown()
  }
}

function withoutLimits({ minimum: _, maximum: __, ...scalar }: Scalar<unknown>): Scalar<unknown> {
  return scalar
}

function numberSchema(scalar: Scalar<unknown>): z.ZodMiniType {
  const { minimum, maximum } = scalar
  const type = scalar.name === 'integer' ? 'should be a whole number' : 'should be a number'
  const limits =
    minimum === undefined
      ? maximum === undefined
        ? ''
        : ` up to ${maximum}`
      : maximum === undefined
        ? ` from ${minimum}`
        : ` from ${minimum} to ${maximum}`
  const says = type + limits
  let number = scalar.name === 'integer' ? z.int({ error: says }) : z.number({ error: says })
  if (minimum !== undefined) number = number.check(z.minimum(minimum, { error: says }))
  if (maximum !== undefined) number = number.check(z.maximum(maximum, { error: says }))
  return preprocess((input) => {
    if (typeof input !== 'string') return input
    const parsed: unknown = scalar.parse(input)
    return parsed ?? input
  }, number)
}

function choiceSchema(scalar: Scalar<unknown>): z.ZodMiniType {
  const choices = [...(scalar.choices ?? []), ...Object.keys(scalar.aliases ?? {})]
  return preprocess(
    (input) => {
      const word = textOf(input)
      if (typeof word !== 'string' || choices.includes(word)) return word
      const spellings = [yesWords, noWords].find((words) => words.includes(word.toLowerCase()))
      return spellings?.find((spelling) => choices.includes(spelling)) ?? word
    },
    z.enum(choices, { error: `should be ${oneOfThese(choices)}` }),
  )
}

function oneOfThese(choices: readonly string[]): string {
  return choices.length <= 1 ? choices.join('') : `one of ${choices.join(', ')}`
}
