/**
 * A shape turned into what reading and writing XML need: which attributes an element has, which text, which children
 * in which order. Fields that stand in a nested element (`at`) become a virtual step that shares its parent's value.
 */
import type { Field, Meta, Shape } from './field.ts'
import type { Scalar } from './scalar.ts'

export interface AttributeStep {
  readonly key: string
  readonly meta: Meta
  readonly xml: string
  readonly scalar: Scalar<unknown>
  /** True when the value is a size and its unit goes into the attribute `unit`. */
  readonly sized: boolean
  /** What the element says without the attribute. */
  readonly implied: unknown
}

export interface TextStep {
  /** `sized` when the unit of the text goes into the attribute `unit`. */
  readonly kind: 'text' | 'sized'
  readonly key: string
  readonly meta: Meta
  readonly scalar: Scalar<unknown>
}

interface StepBase {
  readonly xml: string
  /** Of its field; nothing is known of an element that only nests fields. */
  readonly meta: Meta
  /** Its place among the steps of the plan. */
  readonly index: number
  /** The list of the children of this name after the first. */
  readonly further: Further | undefined
}

export interface Further {
  readonly key: string
  readonly plan: () => Plan
}

export type Step =
  | (StepBase & { readonly kind: 'virtual'; readonly plan: Plan; readonly path: string })
  | (StepBase & { readonly kind: 'child'; readonly key: string; readonly plan: () => Plan })
  | (StepBase & { readonly kind: 'list'; readonly key: string; readonly plan: () => Plan })
  | (StepBase & { readonly kind: 'element'; readonly key: string; readonly scalar: Scalar<unknown> })
  | (StepBase & { readonly kind: 'texts'; readonly key: string; readonly scalar: Scalar<unknown> })
  | (StepBase & { readonly kind: 'sized'; readonly key: string })
  | (StepBase & { readonly kind: 'presence'; readonly key: string })
  | (StepBase & { readonly kind: 'entries'; readonly key: string; readonly by: string })
  | (StepBase & {
      readonly kind: 'entriesList'
      readonly key: string
      readonly entry: string
      readonly by: string
    })

export interface Plan {
  readonly attributes: readonly AttributeStep[]
  readonly text: TextStep | undefined
  /** The key that is true when the nested element is there at all. */
  readonly self: string | undefined
  readonly steps: readonly Step[]
  /** The attributes that the bare element implies. */
  readonly implied: readonly AttributeStep[]
  /** Attributes by their XML name. */
  readonly attributeNamed: ReadonlyMap<string, AttributeStep>
  /** Children by their XML name. */
  readonly stepNamed: ReadonlyMap<string, Step>
  /** By key: the place of its attribute, or how many attributes there are and the place of its step. */
  readonly rank: ReadonlyMap<string, number>
}

const planOf = new WeakMap<Shape, Plan>()

/** The plan of a shape, made once. */
export function plan(shape: Shape): Plan {
  const known = planOf.get(shape)
  if (known) return known
  const made = makePlan(Object.entries(shape), [])
  planOf.set(shape, made)
  return made
}

type Placed = readonly [key: string, field: Field]
type WithoutPlace<S> = S extends StepBase ? Omit<S, 'index' | 'further'> : never
type NewStep = WithoutPlace<Step>

/** @param path the nested elements, from that of the shape on, that the plan is of */
function makePlan(fields: readonly Placed[], path: readonly string[]): Plan {
  const attributes: AttributeStep[] = []
  const steps: NewStep[] = []
  const nested = new Map<string, Placed[]>()
  const further = new Map<string, Further>()
  let textStep: TextStep | undefined
  let self: string | undefined
  for (const [key, field] of fields) {
    const { meta } = field
    const nest = field.within[path.length]
    if (nest !== undefined) {
      const group = nested.get(nest)
      if (group) group.push([key, field])
      else {
        nested.set(nest, [[key, field]])
        steps.push({ kind: 'virtual', xml: nest, meta: {}, plan: emptyPlan, path: [...path, nest].join('/') })
      }
      continue
    }
    switch (field.kind) {
      case 'attribute':
      case 'sizedAttribute':
        attributes.push({
          key,
          meta,
          xml: field.xml,
          scalar: field.scalar,
          sized: field.kind === 'sizedAttribute',
          implied: field.kind === 'attribute' ? field.implied : undefined,
        })
        break
      case 'text':
        textStep = { kind: 'text', key, meta, scalar: field.scalar }
        break
      case 'sized':
        if (field.xml === undefined) textStep = { kind: 'sized', key, meta, scalar: field.scalar }
        else steps.push({ kind: 'sized', xml: field.xml, key, meta })
        break
      case 'element':
        steps.push({ kind: 'element', xml: field.xml, key, meta, scalar: field.scalar })
        break
      case 'texts':
        if (field.xml !== undefined)
          steps.push({ kind: 'texts', xml: field.xml, key, meta, scalar: field.scalar })
        break
      case 'presence':
        if (field.xml === undefined) self = key
        else steps.push({ kind: 'presence', xml: field.xml, key, meta })
        break
      case 'entriesList':
        steps.push({ kind: 'entriesList', xml: field.xml, key, meta, entry: field.entry, by: field.by })
        break
      case 'entries':
        steps.push({ kind: 'entries', xml: field.xml, key, meta, by: field.by })
        break
      case 'child':
      case 'list': {
        const { shape } = field
        if (field.xml === undefined) break
        if (field.kind === 'list' && field.further) further.set(field.xml, { key, plan: () => plan(shape()) })
        else steps.push({ kind: field.kind, xml: field.xml, key, meta, plan: () => plan(shape()) })
        break
      }
      case 'value':
        break
    }
  }
  const made = steps.map((step, index): Step => {
    const place = { index, further: further.get(step.xml) }
    return step.kind === 'virtual'
      ? { ...step, ...place, plan: makePlan(nested.get(step.xml) ?? [], [...path, step.xml]) }
      : { ...step, ...place }
  })
  const alone = [...further.keys()].find((xml) => !made.some((step) => step.xml === xml))
  if (alone !== undefined) throw new Error(`table: nothing holds the first ${[...path, alone].join('/')}`)
  const twice = made.find((step, index) => made.findIndex((other) => other.xml === step.xml) !== index)
  if (twice) throw new Error(`table: the element ${[...path, twice.xml].join('/')} is declared twice`)
  return {
    attributes,
    text: textStep,
    self,
    steps: made,
    implied: attributes.filter((step) => step.implied !== undefined),
    attributeNamed: new Map(attributes.map((step) => [step.xml, step])),
    stepNamed: new Map(made.map((step) => [step.xml, step])),
    rank: new Map([
      ...attributes.map((step, index) => [step.key, index] as const),
      ...made.flatMap((step) => keysOf(step).map((key) => [key, attributes.length + step.index] as const)),
    ]),
  }
}

/** The keys of a value that a step writes. */
function keysOf(step: Step): readonly string[] {
  const own = step.kind === 'virtual' ? ownKeys(step.plan) : [step.key]
  return step.further ? [...own, step.further.key] : own
}

function ownKeys(inner: Plan): readonly string[] {
  const alone = [inner.self, inner.text?.key].filter((key) => key !== undefined)
  return [...inner.rank.keys(), ...alone]
}

const emptyPlan: Plan = {
  attributes: [],
  text: undefined,
  self: undefined,
  steps: [],
  implied: [],
  attributeNamed: new Map(),
  stepNamed: new Map(),
  rank: new Map(),
}
