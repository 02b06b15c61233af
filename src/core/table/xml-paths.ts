/** Every element and attribute that a table can hold, as paths: `domain/devices/disk/driver@cache`. */
import type { Shape } from './field.ts'
import { type AttributeStep, type Plan, plan, type Step } from './plan.ts'

/**
 * Lists the paths of an element and of all that can be in it.
 *
 * @param name the element's XML name, the first part of every path
 * @returns the paths, each with the words that may stand there; undefined when they are not from a list
 */
export function xmlPaths(name: string, shape: Shape): Map<string, readonly string[] | undefined> {
  const found: Found = new Map()
  visit(name, plan(shape), [], found)
  return found
}

type Found = Map<string, readonly string[] | undefined>

/** What is inside itself is entered a second time, since the way there can be another, and no third time. */
const deepest = 2

function visit(path: string, here: Plan, above: readonly Plan[], found: Found): void {
  found.set(path, here.text?.kind === 'text' ? here.text.scalar.choices : undefined)
  if (above.filter((plan) => plan === here).length >= deepest) return
  if (here.text?.kind === 'sized') found.set(`${path}@unit`, undefined)
  for (const step of here.attributes) visitAttribute(path, step, found)
  for (const step of here.steps) visitStep(`${path}/${step.xml}`, step, [...above, here], found)
}

function visitAttribute(path: string, step: AttributeStep, found: Found): void {
  found.set(`${path}@${step.xml}`, step.scalar.choices)
  if (step.sized) found.set(`${path}@unit`, undefined)
}

function visitStep(path: string, step: Step, above: readonly Plan[], found: Found): void {
  switch (step.kind) {
    case 'virtual':
      visit(path, step.plan, above, found)
      break
    case 'child':
    case 'list':
      visit(path, step.plan(), above, found)
      break
    case 'element':
    case 'texts':
      found.set(path, step.scalar.choices)
      break
    case 'presence':
      found.set(path, undefined)
      break
    case 'sized':
      found.set(path, undefined).set(`${path}@unit`, undefined)
      break
    case 'entries':
      found.set(path, undefined).set(`${path}@${step.by}`, undefined)
      break
    case 'entriesList':
      found.set(path, undefined).set(`${path}/${step.entry}`, undefined)
      found.set(`${path}/${step.entry}@${step.by}`, undefined)
      break
  }
  if (step.further) visit(path, step.further.plan(), above, found)
}
