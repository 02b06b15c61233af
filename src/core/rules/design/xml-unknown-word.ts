import { domain as domainShape } from '../../domain/index.ts'
import type { Path } from '../../finding.ts'
import { type ElementFields, elementFields, isRecord, type Rest, type Shape } from '../../table/index.ts'
import { parseXmlFragment } from '../../xml/index.ts'
import { specPath } from '../support/place.ts'
import type { Problem, Rule, RuleContext } from '../support/rule.ts'

export const rule: Rule = {
  id: 'xml.unknown-word',
  title: 'A word that libvirt does not know there',
  severity: 'error',
  source:
    'libvirt 11.3: "Invalid value for attribute \'proto\' in element \'portForward\'", "unknown driver format value"; the words are those of the schemas up to 12.8',
  *check(context) {
    yield* wordsBelow(context, domainShape, context.domain, [])
  },
}

/** What the tables could not read is kept as it was, beside what they could. */
function* wordsBelow(context: RuleContext, shape: Shape, held: object, path: Path): Iterable<Problem> {
  for (const [key, value] of Object.entries(held)) {
    if (key === '$rest') yield* wordsOf(elementFields(shape), value, specPath(context.resolved, path))
    else {
      let field = Object.hasOwn(shape, key) ? shape[key] : undefined
      while (field?.kind === 'at') field = field.field
      if (field?.kind === 'child' && isRecord(value))
        yield* wordsBelow(context, field.shape(), value, [...path, key])
      if (field?.kind === 'list' && Array.isArray(value))
        for (const [index, item] of value.entries())
          if (isRecord(item)) yield* wordsBelow(context, field.shape(), item, [...path, key, index])
    }
  }
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
    if (inside !== undefined) yield* wordsOf(inside, inner, path)
  }
}

function problem(written: string, choices: readonly string[] | undefined, path: Path): Problem {
  const wanted =
    choices === undefined ? 'Write a value of the right kind' : `Say one of ${choices.join(', ')}`
  return { path, message: `libvirt does not know ${written} here. ${wanted}.` }
}
