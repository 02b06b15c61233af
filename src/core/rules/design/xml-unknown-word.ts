import { domain as domainShape } from '../../domain/index.ts'
import type { Path, PathSegment } from '../../finding.ts'
import {
  type ElementFields,
  elementFields,
  isRecord,
  type Rest,
  type Shape,
  type UnknownRecord,
} from '../../table/index.ts'
import { appendAll, ownValue } from '../../text/index.ts'
import { parseXmlFragment } from '../../xml/index.ts'
import { specPath } from '../support/place.ts'
import type { Problem, Rule, RuleContext } from '../support/rule.ts'

export const rule: Rule = {
  id: 'xml.unknown-word',
  title: 'A word that libvirt does not know there',
  anyHypervisor: true,
  source:
    'libvirt 11.3: "Invalid value for attribute \'proto\' in element \'portForward\'", "unknown driver format value"; the words are those of the schemas up to 12.8',
  *check(context) {
    const found: Problem[] = []
    if (isRecord(context.domain)) collectWords(context, domainShape, context.domain, [], found)
    yield* found
  },
}

/** What the tables could not read is kept as it was, beside what they could. `path` is walked along, not copied. */
function collectWords(
  context: RuleContext,
  shape: Shape,
  held: UnknownRecord,
  path: PathSegment[],
  found: Problem[],
): void {
  for (const key in held) {
    const value = ownValue(held, key)
    if (key === '$rest') {
      const rest = isRest(value) ? value : {}
      appendAll(found, wordsOf(elementFields(shape), rest, specPath(context.resolved, [...path])))
      continue
    }
    if (typeof value !== 'object' || value === null) continue
    const field = ownValue(shape, key)
    path.push(key)
    if (field?.kind === 'child' && isRecord(value)) collectWords(context, field.shape(), value, path, found)
    if (field?.kind === 'list' && Array.isArray(value))
      for (const [index, item] of value.entries())
        if (isRecord(item)) {
          path.push(index)
          collectWords(context, field.shape(), item, path, found)
          path.pop()
        }
    path.pop()
  }
}

/** `$rest` is always what the reader kept. */
function isRest(value: unknown): value is Rest {
  return isRecord(value)
}

function* wordsOf(fields: ElementFields, rest: Rest, path: Path): Iterable<Problem> {
  for (const [name, value] of rest.attributes ?? []) {
    const known = fields.attributes.find((attribute) => attribute.name === name)
    if (known !== undefined && known.scalar.parse(value) === undefined)
      yield problem(`${name}='${value}'`, known.scalar.choices, path)
  }
  for (const { xml } of rest.children ?? [])
    for (const element of parseXmlFragment(xml).elements) {
      const scalar = fields.child(element.name)?.text?.scalar
      const text = element.children.map((child) => ('text' in child ? child.text : '')).join('')
      if (scalar !== undefined && scalar.parse(text) === undefined)
        yield problem(`<${element.name}>${text}</${element.name}>`, scalar.choices, path)
    }
  for (const [place, inner] of Object.entries(rest.inside ?? {})) {
    const inside = place.split('/').reduce<ElementFields | undefined>((at, name) => at?.child(name), fields)
    if (inside === undefined) continue
    yield* wordsOf(inside, inner, path)
    const text = (inner.children ?? [])
      .map(({ xml }) => (xml.startsWith('<') ? '' : xml))
      .join('')
      .trim()
    const choices = inside.text?.scalar.choices
    if (text !== '' && choices !== undefined) yield problem(`<${place}>${text}</${place}>`, choices, path)
  }
}

function problem(written: string, choices: readonly string[] | undefined, path: Path): Problem {
  const wanted =
    choices === undefined ? 'Write a value of the right kind' : `Say one of ${choices.join(', ')}`
  return { path, message: `libvirt does not know ${written} here. ${wanted}.` }
}
