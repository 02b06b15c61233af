/**
 * The tables seen from XML: what an element may hold, found by its name inside the one around it. This is how an editor
 * completes and explains.
 */
import { attribute, entries, type Meta, type Shape, sizedText, text } from './field.ts'
import { type Plan, plan, type Step, type TextStep } from './plan.ts'
import { anyText, type Scalar } from './scalar.ts'

/** One attribute, or the text of an element. */
export interface NamedValue {
  readonly name: string
  readonly meta: Meta
  readonly scalar: Scalar<unknown>
}

/** A child element. */
export interface NamedChild {
  readonly name: string
  readonly meta: Meta
}

/** What an element may hold. */
export interface ElementFields {
  readonly attributes: readonly NamedValue[]
  readonly children: readonly NamedChild[]
  readonly text: NamedValue | undefined
  /** What the child of this name may hold; undefined when the tables have none. */
  child(name: string): ElementFields | undefined
}

/** What an element of this table may hold. */
export function elementFields(shape: Shape): ElementFields {
  return fieldsOf(plan(shape))
}

function fieldsOf({ attributes, steps, text: own, stepNamed }: Plan): ElementFields {
  return {
    attributes: [
      ...(own?.kind === 'sized' ? [unitOf(own)] : []),
      ...attributes.flatMap((step) => {
        const named = { name: step.xml, meta: step.meta, scalar: step.scalar }
        return step.sized ? [named, unitOf(step)] : [named]
      }),
    ],
    children: steps.map(({ xml, meta }) => ({ name: xml, meta })),
    text: own && { name: '', meta: own.meta, scalar: own.scalar },
    child: (name) => {
      const step = stepNamed.get(name)
      return step && fieldsBelow(step)
    },
  }
}

const unitMeta: Meta = { help: 'What the number counts.' }
const sizeUnits = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB', 'KB', 'MB', 'GB', 'TB']

function unitOf({ scalar: { pattern: _, ...any } }: Pick<TextStep, 'scalar'>): NamedValue {
  return { name: 'unit', meta: unitMeta, scalar: { ...any, choices: sizeUnits } }
}

function fieldsBelow(step: Step): ElementFields {
  switch (step.kind) {
    case 'virtual':
      return fieldsOf(step.plan)
    case 'child':
    case 'list':
      return fieldsOf(step.plan())
    case 'presence':
      return elementFields({})
    case 'element':
    case 'texts':
      return elementFields({ [step.key]: text(step.scalar, step.meta) })
    case 'sized':
      return elementFields({ [step.key]: sizedText(step.meta) })
    case 'entries':
      return elementFields({ [step.key]: attribute(step.by, anyText, step.meta) })
    case 'entriesList':
      return elementFields({ [step.key]: entries(step.entry, step.by, step.meta) })
  }
}
