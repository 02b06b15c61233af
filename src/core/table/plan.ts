/**
 * A shape turned into what reading and writing XML need: which attributes an element has, which text, which children
 * in which order. Fields that stand in a nested element (`at`) become a virtual step that shares its parent's value.
 */
import type { Field, Shape } from './field.ts'
import type { Scalar } from './scalar.ts'

export interface AttributeStep {
  readonly key: string
  readonly xml: string
  readonly scalar: Scalar<unknown>
  /** True when the value is a size and its unit goes into the attribute `unit`. */
  readonly sized: boolean
}

export type TextStep =
  | { readonly kind: 'text'; readonly key: string; readonly scalar: Scalar<unknown> }
  | { readonly kind: 'sized'; readonly key: string }

interface StepBase {
  readonly xml: string
}
export type Step =
  | (StepBase & { readonly kind: 'virtual'; readonly plan: Plan; readonly path: string })
  | (StepBase & { readonly kind: 'child' | 'list'; readonly key: string; readonly plan: () => Plan })
  | (StepBase & {
      readonly kind: 'element' | 'texts'
      readonly key: string
      readonly scalar: Scalar<unknown>
    })
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
  /** Attributes by their XML name. */
  readonly attributeNamed: ReadonlyMap<string, AttributeStep>
  /** Children by their XML name. */
  readonly stepNamed: ReadonlyMap<string, Step>
}

const planOf = new WeakMap<Shape, Plan>()

/** The plan of a shape, made once. */
export function plan(shape: Shape): Plan {
  const known = planOf.get(shape)
  if (known) return known
  const made = makePlan(Object.entries(shape), '')
  planOf.set(shape, made)
  return made
}

type Placed = readonly [key: string, field: Field]

function makePlan(fields: readonly Placed[], path: string): Plan {
  const attributes: AttributeStep[] = []
  const steps: Step[] = []
  const nested = new Map<string, Placed[]>()
  let textStep: TextStep | undefined
  let self: string | undefined
  for (const [key, field] of fields) {
    switch (field.kind) {
      case 'attribute':
      case 'sizedAttribute':
        attributes.push({ key, xml: field.xml, scalar: field.scalar, sized: field.kind === 'sizedAttribute' })
        break
      case 'text':
        textStep = { kind: 'text', key, scalar: field.scalar }
        break
      case 'sized':
        if (field.xml === undefined) textStep = { kind: 'sized', key }
        else steps.push({ kind: 'sized', xml: field.xml, key })
        break
      case 'element':
        steps.push({ kind: 'element', xml: field.xml, key, scalar: field.scalar })
        break
      case 'texts':
        if (field.xml !== undefined) steps.push({ kind: 'texts', xml: field.xml, key, scalar: field.scalar })
        break
      case 'presence':
        if (field.xml === undefined) self = key
        else steps.push({ kind: 'presence', xml: field.xml, key })
        break
      case 'entriesList':
        steps.push({ kind: 'entriesList', xml: field.xml, key, entry: field.entry, by: field.by })
        break
      case 'entries':
        steps.push({ kind: 'entries', xml: field.xml, key, by: field.by })
        break
      case 'child':
      case 'list': {
        const { shape } = field
        if (field.xml !== undefined)
          steps.push({ kind: field.kind, xml: field.xml, key, plan: () => plan(shape()) })
        break
      }
      case 'at':
        placeNested(key, field, steps, nested, path)
        break
      case 'value':
        break
    }
  }
  const made = steps.map((step) =>
    step.kind === 'virtual' ? { ...step, plan: makePlan(nested.get(step.xml) ?? [], step.path) } : step,
  )
  const twice = made.find((step, index) => made.findIndex((other) => other.xml === step.xml) !== index)
  if (twice) throw new Error(`table: the element ${path}/${twice.xml} is declared twice`)
  return {
    attributes,
    text: textStep,
    self,
    steps: made,
    attributeNamed: new Map(attributes.map((step) => [step.xml, step])),
    stepNamed: new Map(made.map((step) => [step.xml, step])),
  }
}

const emptyPlan: Plan = {
  attributes: [],
  text: undefined,
  self: undefined,
  steps: [],
  attributeNamed: new Map(),
  stepNamed: new Map(),
}

function placeNested(
  key: string,
  field: Extract<Field, { kind: 'at' }>,
  steps: Step[],
  nested: Map<string, Placed[]>,
  path: string,
): void {
  const [first = '', ...deeper] = field.path
  const inner: Field = deeper.length === 0 ? field.field : { ...field, path: deeper }
  const group = nested.get(first)
  if (group) {
    group.push([key, inner])
    return
  }
  nested.set(first, [[key, inner]])
  steps.push({ kind: 'virtual', xml: first, plan: emptyPlan, path: path === '' ? first : `${path}/${first}` })
}
