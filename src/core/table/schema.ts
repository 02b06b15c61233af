/**
 * The zod schema of a shape: closed, lenient about spelling where YAML is (a number for a text, true for 'on').
 * The messages complete a sentence that begins with the name of the field: 'should be a whole number'.
 */
import { z } from 'zod'
import '../zod-without-compiler.ts'
import { ownValue } from '../text/index.ts'
import { expand } from './expand.ts'
import type { Field, Shape, Value } from './field.ts'
import { isRecord, wordOf } from './record.ts'
import type { Scalar } from './scalar.ts'

/** `full` refuses what is out of limits or ill-formed; `types` refuses only what the field could not hold at all. */
type Strictness = 'full' | 'types'

const schemaOf = { full: new WeakMap<Shape, z.ZodType>(), types: new WeakMap<Shape, z.ZodType>() }
const closedOf = { full: new WeakMap<Shape, z.ZodType>(), types: new WeakMap<Shape, z.ZodType>() }

/**
 * The schema of a whole shape, built on first use and kept. It gives the value as memory holds it: short forms are
 * expanded, scalars are brought to their type. Unknown keys are refused. The paths of its issues are those of memory
 * (`cpu` for `cpus`, `listen[0].address` for `listen`).
 *
 * @param closedBy the key whose value decides which other keys may be there
 */
export function schema<S extends Shape>(shape: S, closedBy?: string): z.ZodType<Value<S>>
export function schema(shape: Shape, closedBy?: string): z.ZodType {
  return expandingSchema(shape, closedBy, 'full')
}

/**
 * The same for a design that is to be kept even though it is wrong: numbers may be out of their limits and texts need
 * not look as they should. What it lets through, `schema` has said already.
 */
export function lenientSchema<S extends Shape>(shape: S): z.ZodType<Value<S>>
export function lenientSchema(shape: Shape): z.ZodType {
  return expandingSchema(shape, undefined, 'types')
}

function expandingSchema(shape: Shape, closedBy: string | undefined, strictness: Strictness): z.ZodType {
  const known = schemaOf[strictness].get(shape)
  if (known) return known
  const made = z.preprocess(
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
function closedSchema(shape: Shape, closedBy: string | undefined, strictness: Strictness): z.ZodType {
  const known = closedOf[strictness].get(shape)
  if (known) return known
  const made = z.lazy(() => makeClosed(shape, closedBy, strictness))
  closedOf[strictness].set(shape, made)
  return made
}

function makeClosed(shape: Shape, closedBy: string | undefined, strictness: Strictness): z.ZodType {
  const fields = Object.entries(shape)
  const object: z.ZodType = z.strictObject(
    {
      ...Object.fromEntries(fields.map(([key, field]) => [key, fieldSchema(field, strictness).optional()])),
      $rest: rest.optional(),
    },
    { error: (issue) => (issue.code === 'invalid_type' ? 'should be a map' : undefined) },
  )
  if (closedBy === undefined) return object
  return fields.reduce((made, [key, field]) => {
    const kinds = ownValue(field.meta.only, closedBy)
    if (!kinds) return made
    const params: OtherKindParams = { otherKind: true, closedBy, kinds }
    return made.refine((held) => !isOfOtherKind(held, key, params), {
      path: [key],
      params: { ...params },
      message: `belongs to ${closedBy} ${kinds.join(' or ')}`,
      // Said even when something else is wrong too.
      when: () => true,
    })
  }, object)
}

function isOfOtherKind(held: unknown, key: string, { closedBy, kinds }: OtherKindParams): boolean {
  if (!isRecord(held) || ownValue(held, key) === undefined) return false
  const kind = ownValue(held, closedBy)
  return kind !== undefined && !kinds.includes(wordOf(kind))
}

function fieldSchema(field: Field, strictness: Strictness): z.ZodType {
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

function listOf(item: z.ZodType): z.ZodType {
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

const textSchema = z.preprocess(textOf, z.string({ error: 'should be a text' }))
const mapOfTexts = z.record(z.string(), textSchema, { error: 'should be a map of texts' })

const flagSchema = z.preprocess(
  (input) => {
    if (typeof input !== 'string') return input
    const word = input.toLowerCase()
    return yesWords.includes(word) ? true : noWords.includes(word) ? false : input
  },
  z.boolean({ error: 'should be true or false' }),
)

const count = z.preprocess((input) => (typeof input === 'string' ? Number(input) : input), z.int().min(0))
const restChild = z.strictObject({
  after: z.string().nullable(),
  count,
  xml: z.string(),
})
const attributeName = z
  .string()
  .regex(/^[\p{L}_][\p{L}\p{N}_.-]*(:[\p{L}_][\p{L}\p{N}_.-]*)?$/u, 'should be a name')
const rest: z.ZodType = z.strictObject({
  lex: z.record(z.string(), z.string()).optional(),
  attributes: z.array(z.tuple([attributeName, z.string()])).optional(),
  children: z.array(restChild).optional(),
  order: z.array(z.string()).optional(),
  inside: z
    .record(
      z.string(),
      z.lazy(() => rest),
    )
    .optional(),
})

function scalarSchema(scalar: Scalar<unknown>, strictness: Strictness): z.ZodType {
  switch (scalar.name) {
    case 'text':
    case 'size': {
      const { pattern } = scalar
      if (!pattern || strictness === 'types') return textSchema
      const says = `should be ${pattern.says}`
      return z.preprocess(textOf, z.string({ error: says }).regex(pattern.test, { message: says }))
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

function numberSchema(scalar: Scalar<unknown>): z.ZodType {
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
  if (minimum !== undefined) number = number.min(minimum, { error: says })
  if (maximum !== undefined) number = number.max(maximum, { error: says })
  return z.preprocess((input) => {
    if (typeof input !== 'string') return input
    const parsed: unknown = scalar.parse(input)
    return parsed ?? input
  }, number)
}

function choiceSchema(scalar: Scalar<unknown>): z.ZodType {
  const choices = [...(scalar.choices ?? []), ...Object.keys(scalar.aliases ?? {})]
  return z.preprocess(
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
