/** The table of a field, found by its path in the design: what the form knows of it comes from there. */
import { ownValue } from '../../core/index.ts'
import {
  inSentence as englishInSentence,
  labelOf as englishLabelOf,
  singular as englishSingular,
  type Field,
  formatPath,
  type Meta,
  type Path,
  type Shape,
  vmSpec,
} from '../core.ts'
import { language, translated } from '../words/index.ts'

/** The label of a field in the language of the page. */
export function labelOf(key: string, meta: Meta): string {
  return translated(englishLabelOf(key, meta))
}

/** The label as it stands within a sentence; other languages than English keep their capitals. */
export function inSentence(label: string): string {
  return language === 'en' ? englishInSentence(label) : label
}

/** One of what a plural label names; the label itself where the language has no rule for it. */
export function singular(label: string): string {
  return language === 'en' ? englishSingular(label) : label
}

/** A field with what surrounds it. */
export interface PlacedField {
  /** Its key in its own table. */
  readonly key: string
  readonly field: Field
  readonly meta: Meta
  readonly path: Path
  /** The label in plain words. */
  readonly label: string
  /** Where it goes: `<model vram>`, `<readonly/>`; the YAML path for what has no XML of its own. */
  readonly name: string
  /** The tables around it from the inside out, each with the path of its value. */
  readonly around: readonly Surrounding[]
}

export interface Surrounding {
  readonly shape: Shape
  readonly path: Path
  /** Further words on a map that is made elsewhere. */
  readonly isAddition?: boolean | undefined
}

/** The table at a path: of the whole spec, of a map, or of one item of a list; undefined where none is. */
export function shapeAt(path: Path): Shape | undefined {
  let shape: Shape | undefined = vmSpec
  for (let index = 0; index < path.length; index += 1) {
    const segment = path[index]
    const field: Field | undefined = typeof segment === 'string' ? ownValue(shape, segment) : undefined
    if (field === undefined) return undefined
    if (field.kind !== 'child' && field.kind !== 'list') return undefined
    // The index of an item belongs to its list.
    if (field.kind === 'list' && index + 1 < path.length) index += 1
    shape = field.shape()
  }
  return shape
}

/**
 * The field at a path. An index after a list of texts or a key after a map of texts belongs to that field; a path that
 * ends in the index of an item is the list's.
 *
 * @returns undefined when no table has it
 */
export function fieldAt(path: Path): PlacedField | undefined {
  let shape: Shape = vmSpec
  let element = 'domain'
  const around: Surrounding[] = [{ shape, path: [] }]
  for (let index = 0; index < path.length; index += 1) {
    const key = path[index]
    const field: Field | undefined = typeof key === 'string' ? ownValue(shape, key) : undefined
    if (typeof key !== 'string' || field === undefined) return undefined
    const inner = field.within.at(-1) ?? element
    const here = path.slice(0, index + 1)
    const isLast =
      index === path.length - 1 ||
      (field.kind === 'list' && index === path.length - 2) ||
      (field.kind !== 'child' && field.kind !== 'list')
    if (isLast) {
      return {
        key,
        field,
        meta: field.meta,
        path: here,
        label: labelOf(key, field.meta),
        name: xmlName(field, inner) ?? formatPath(here.filter((segment) => typeof segment === 'string')),
        around,
      }
    }
    if (field.kind === 'list') index += 1
    shape = field.shape()
    element = field.xml ?? inner
    const isAddition = field.kind === 'child' && field.isAddition
    around.unshift({ shape, path: path.slice(0, index + 1), isAddition })
  }
  return undefined
}

function xmlName(field: Field, element: string): string | undefined {
  switch (field.kind) {
    case 'attribute':
    case 'sizedAttribute':
      return `<${element} ${field.xml}>`
    case 'text':
      return `<${element}>`
    case 'sized':
    case 'element':
      return `<${field.xml ?? element}>`
    case 'presence':
      return `<${field.xml ?? element}/>`
    case 'entries':
    case 'entriesList':
      return `<${field.xml}>`
    case 'child':
    case 'list':
    case 'texts':
      return field.xml === undefined ? undefined : `<${field.xml}>`
    case 'value':
      return undefined
  }
}
