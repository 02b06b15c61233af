/** Where in an XML text a value stands that was read from it. */
import type { Path, Position } from '../finding.ts'
import { attributeValue, childElements, type XmlElement } from '../xml/index.ts'
import type { Shape } from './field.ts'
import { type Plan, plan, type Step } from './plan.ts'

/**
 * The place of the value at `path` in the element that was read by this shape: of its attribute, of its element, or
 * of the deepest element on the way that is there.
 */
export function locateXml(shape: Shape, element: XmlElement, path: Path): Position {
  return locate(plan(shape), element, path)
}

function locate(here: Plan, element: XmlElement, path: Path): Position {
  const [key, ...deeper] = path
  const attribute = here.attributes.find((step) => step.key === key)
  if (attribute) {
    const written = element.attributes.find(({ name }) => name === attribute.xml)
    return (written ?? element).position
  }
  for (const step of here.steps) {
    const children = childElements(element).filter(({ name }) => name === step.xml)
    const [first] = children
    if (!first) continue
    if (step.kind === 'virtual') {
      if (holds(step.plan, key)) return locate(step.plan, first, path)
    } else if (step.key === key) return locateInStep(step, children, first, deeper)
    if (step.further && step.further.key === key) {
      const [index, ...within] = deeper
      const item = typeof index === 'number' ? children[index + 1] : undefined
      return item ? locate(step.further.plan(), item, within) : first.position
    }
  }
  return element.position
}

function locateInStep(
  step: Exclude<Step, { kind: 'virtual' }>,
  children: readonly XmlElement[],
  first: XmlElement,
  path: Path,
): Position {
  const [segment, ...deeper] = path
  const item = typeof segment === 'number' ? children[segment] : undefined
  switch (step.kind) {
    case 'child':
      return locate(step.plan(), first, path)
    case 'list':
      return item ? locate(step.plan(), item, deeper) : first.position
    case 'entries':
      return (children.find((child) => attributeValue(child, step.by) === segment) ?? first).position
    case 'entriesList': {
      const entry = item && childElements(item).find((child) => attributeValue(child, step.by) === deeper[0])
      return (entry ?? item ?? first).position
    }
    default:
      return (item ?? first).position
  }
}

/** True when a value of the nested element has the key. */
function holds(inner: Plan, key: Path[number] | undefined): boolean {
  return inner.self === key || inner.text?.key === key || (typeof key === 'string' && inner.rank.has(key))
}
