/** Which value each line of an XML text belongs to, so that a line that a person wrote finds its field. */
import type { Path } from '../finding.ts'
import { childElements, type XmlElement } from '../xml/index.ts'
import type { Shape } from './field.ts'
import { type Plan, plan, type Step } from './plan.ts'

/**
 * For each line of a text the path of the value of the innermost element that begins, ends or goes on there; what the
 * tables do not know belongs to the nearest element that they do.
 *
 * @param root the element that the shape describes, parsed from this very text
 * @param text `root` stands in it; lines outside of it get the path []
 */
export function linePaths(shape: Shape, root: XmlElement, text: string): Path[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  const lines: Path[] = starts.map(() => [])
  const lineOf = (offset: number) => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return low
  }
  const visit = (element: XmlElement, here: Plan | undefined, path: Path) => {
    const last = lineOf(Math.max(element.start, element.end - 1))
    // The first element of a line names it, unless what is inside has the line for itself.
    for (let line = lineOf(element.start); line <= last; line += 1)
      if ((lines[line] ?? []).length < path.length) lines[line] = path
    const seen = new Map<string, number>()
    for (const child of childElements(element)) {
      const index = seen.get(child.name) ?? 0
      seen.set(child.name, index + 1)
      const step = here?.stepNamed.get(child.name)
      visit(child, step && planBelow(step, index), step ? pathOf(path, step, index) : path)
    }
  }
  visit(root, plan(shape), [])
  return lines
}

/** @param index how many of this name stand before it */
function planBelow(step: Step, index: number): Plan | undefined {
  if (step.further && index > 0) return step.further.plan()
  if (step.kind === 'virtual') return step.plan
  return step.kind === 'child' || step.kind === 'list' ? step.plan() : undefined
}

function pathOf(path: Path, step: Step, index: number): Path {
  if (step.further && index > 0) return [...path, step.further.key, index - 1]
  switch (step.kind) {
    case 'virtual':
      return path
    case 'list':
    case 'texts':
    case 'entriesList':
      return [...path, step.key, index]
    default:
      return [...path, step.key]
  }
}
