/** A value with every field of a shape in it, so that a test can say that it tried them all. */
import { ownValue, setOwn } from '../text/index.ts'
import type { Field, Shape } from './field.ts'
import { isRecord, type UnknownRecord } from './record.ts'
import type { Scalar } from './scalar.ts'

export interface SampleOptions {
  /** The how manieth sample it is: choices and kinds take turns, so that enough samples have them all. */
  readonly round: number
  /** Leaves out what has no place of its own in XML. */
  readonly xmlOnly?: boolean
  /** What a text without a form of its own says; called once for each. */
  readonly text?: () => string
}

/** A valid value of the shape with all of its fields; of a map with kinds, all fields of one kind. */
export function sampleValue(shape: Shape, options: SampleOptions): UnknownRecord {
  return sampleMap(shape, undefined, options, new Set())
}

/** How many samples it takes until every choice of every field was there. */
export function roundsOf(shape: Shape, above: ReadonlySet<Shape> = new Set()): number {
  if (above.has(shape)) return 1
  const here = new Set([...above, shape])
  return Math.max(2, ...Object.values(shape).map((field) => roundsOfField(field, here)))
}

function roundsOfField(field: Field, above: ReadonlySet<Shape>): number {
  if (field.kind === 'child' || field.kind === 'list') return roundsOf(field.shape(), above)
  return 'scalar' in field ? wordsOf(field.scalar).length : 1
}

function sampleMap(
  shape: Shape,
  closedBy: string | undefined,
  options: SampleOptions,
  above: ReadonlySet<Shape>,
): UnknownRecord {
  const here = new Set([...above, shape])
  const decider = closedBy === undefined ? undefined : ownValue(shape, closedBy)
  const kind = decider && 'scalar' in decider ? sampleScalar(decider.scalar, options) : undefined
  const held: Record<string, unknown> = {}
  for (const [key, field] of Object.entries(shape)) {
    const kinds = closedBy === undefined ? undefined : ownValue(field.meta.only, closedBy)
    if (kinds && !kinds.includes(String(kind))) continue
    if (isOutOfTurn(shape, field, options)) continue
    const sample = sampleField(field, options, here)
    if (sample !== undefined) setOwn(held, key, sample)
  }
  return held
}

/** An element has a text or has children: each second sample has the other one. */
function isOutOfTurn(shape: Shape, field: Field, { round }: SampleOptions): boolean {
  const isMixed = Object.values(shape).some(isText) && Object.values(shape).some(isElement)
  return isMixed && (round % 2 === 0 ? isElement(field) : isText(field))
}

function isText(field: Field): boolean {
  if (field.within.length > 0) return false
  return field.kind === 'text' || (field.kind === 'sized' && field.xml === undefined)
}

function isElement(field: Field): boolean {
  if (field.within.length > 0) return true
  return (
    !isText(field) && field.kind !== 'attribute' && field.kind !== 'sizedAttribute' && field.kind !== 'value'
  )
}

function sampleField(field: Field, options: SampleOptions, above: ReadonlySet<Shape>): unknown {
  switch (field.kind) {
    case 'attribute':
    case 'text':
    case 'element':
    case 'sized':
    case 'sizedAttribute':
      return sampleScalar(field.scalar, options)
    case 'value':
      return options.xmlOnly ? undefined : sampleScalar(field.scalar, options)
    case 'presence':
      return true
    case 'texts':
      if (options.xmlOnly && field.xml === undefined) return undefined
      return [sampleScalar(field.scalar, options), sampleScalar(field.scalar, options)]
    case 'entries':
      return { vendor: sampleText(options), "it's <a> & b": sampleText(options) }
    case 'entriesList':
      return [{ vendor: sampleText(options) }, { serial: sampleText(options) }]
    case 'child':
      return sampleBelow(field, field.closedBy, options, above)
    case 'list': {
      const item = sampleBelow(field, undefined, options, above)
      if (item === undefined) return undefined
      // An item that says nothing could not be told from none.
      return Object.keys(item).length === 0 ? undefined : [item]
    }
  }
}

function sampleBelow(
  field: Extract<Field, { kind: 'child' | 'list' }>,
  closedBy: string | undefined,
  options: SampleOptions,
  above: ReadonlySet<Shape>,
): UnknownRecord | undefined {
  if (options.xmlOnly && field.xml === undefined) return undefined
  const shape = field.shape()
  if (!above.has(shape)) return sampleMap(shape, closedBy, options, above)
  // A shape within itself: its attributes once more, which ends the circle.
  const attributes = Object.entries(shape).filter(
    ([, inner]) => inner.kind === 'attribute' && inner.within.length === 0,
  )
  return sampleMap(Object.fromEntries(attributes), closedBy, options, above)
}

function wordsOf(scalar: Scalar<unknown>): readonly string[] {
  return [...(scalar.choices ?? []), ...Object.keys(scalar.aliases ?? {})]
}

function sampleScalar(scalar: Scalar<unknown>, options: SampleOptions): unknown {
  const { round } = options
  switch (scalar.name) {
    case 'choice': {
      const words = wordsOf(scalar)
      return words[round % words.length]
    }
    case 'flag':
      return round % 2 === 0
    case 'integer':
      return Math.min((scalar.minimum ?? 0) + round, scalar.maximum ?? Number.MAX_SAFE_INTEGER)
    case 'decimal':
      return round + 0.5
    case 'size':
      // With a blank, as it is read from XML: the spelling of the unit is kept.
      return `${round + 1} GiB`
    case 'anything':
      return { eth0: { dhcp4: true, addresses: ['192.0.2.1/24'] } }
    case 'text':
      return scalar.pattern ? formedText(scalar.pattern) : sampleText(options)
  }
}

const formedTexts = [
  'a text',
  '0x1',
  '2-3',
  '12',
  '52:54:00:12:34:56',
  '9f1d1c7e-6f0f-4d7a-8f9b-0c4b7c1a2d3e',
  '8080:80',
  'auto',
  'd41d8cd98f00b204e9800998ecf8427e',
]

function formedText(pattern: { readonly test: RegExp; readonly says: string }): string {
  const fitting = formedTexts.find((text) => pattern.test.test(text))
  if (fitting === undefined) throw new Error(`no sample text is ${pattern.says}: add one to sample-value.ts`)
  return fitting
}

function sampleText({ text, round }: SampleOptions): string {
  return text ? text() : `text ${round}`
}

/** The paths of all values, as `walkFields` writes them: `devices.disks[].target.dev`. */
export function pathsIn(shape: Shape, value: UnknownRecord): string[] {
  return pathsBelow(shape, value, '', new Set())
}

function pathsBelow(shape: Shape, value: UnknownRecord, prefix: string, above: ReadonlySet<Shape>): string[] {
  if (above.has(shape)) return []
  const within = new Set([...above, shape])
  return Object.entries(value).flatMap(([key, held]) => {
    const here = `${prefix}${key}`
    const field = ownValue(shape, key)
    if (field?.kind === 'child' && isRecord(held))
      return [here, ...pathsBelow(field.shape(), held, `${here}.`, within)]
    if (field?.kind === 'list' && Array.isArray(held))
      return [`${here}[]`, ...held.flatMap((item) => pathsBelow(field.shape(), item, `${here}[].`, within))]
    return [field?.kind === 'texts' || field?.kind === 'entriesList' ? `${here}[]` : here]
  })
}
