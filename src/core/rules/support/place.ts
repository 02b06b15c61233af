/** From a place in the Domain to the place in the spec that it comes from, and changes there. */

import { type Change, type Fix, formatPath, type Path, parsePath } from '../../finding.ts'
import { valueAt } from '../../path.ts'
import { originOf, type Resolved, specPathOf } from '../../resolve/index.ts'
import { vmSpec } from '../../spec/index.ts'
import type { Shape } from '../../table/index.ts'
import { ownValue } from '../../text/index.ts'
import type { DomainFix, DomainProblem, Problem, RuleContext, SpecProblem, Wrong } from './rule.ts'

interface Located {
  readonly path: Path
  /** False when only something around the place is known: a snippet, or a device that resolve added. */
  readonly exact: boolean
}

/**
 * The place in the spec that a place in the Domain comes from: that of the longest origin that holds it, and as much
 * of the rest as the tables of the spec know. What has no origin is said under `libvirt`.
 */
export function specPath(resolved: Resolved, domainPath: Path): Path {
  return locate(resolved, domainPath).path
}

/** The same, shorter to say in a rule. */
export function at(context: RuleContext, ...domainPath: Path): Path {
  return specPath(context.resolved, domainPath)
}

/** A problem with its place in the spec, and what its fix changes there. */
export function placedInSpec(context: RuleContext, problem: Problem): SpecProblem {
  if ('path' in problem) return problem
  const { at: place, message, fix } = problem
  return { path: at(context, ...place), message, fix: fix && fixInSpec(context, place, fix) }
}

/** Undefined when the spec has no place of its own for what is changed. */
function fixInSpec(context: RuleContext, place: Path, fix: DomainFix | Fix): Fix | undefined {
  if ('changes' in fix) return fix
  const changes: Change[] = []
  const set: Path[] = []
  for (const change of fix.all ?? [fix]) {
    const inDomain = change.at ?? place
    const { path, exact } = locate(context.resolved, inDomain)
    if (!exact) return undefined
    const { value } = change
    changes.push(value === undefined ? { path } : { path, value })
    if (value !== undefined) set.push(inDomain)
  }
  return { title: fix.title, changes: [...changes, ...withLeftOut(context, set)] }
}

/** The same problem of a device or a part, which stands at this path of the Domain. */
export function below(base: Path, problem: DomainProblem): DomainProblem {
  const { at: place, message, fix } = problem
  return { at: [...base, ...place], message, fix: fix && fixBelow(base, fix) }
}

/** Adds what is wrong with a device or a part, which stands at this path of the Domain. */
export function addBelow(base: Path, wrong: Wrong, problems: DomainProblem[]): void {
  if (wrong === undefined) return
  if ('message' in wrong) problems.push(below(base, wrong))
  else for (const problem of wrong) problems.push(below(base, problem))
}

function fixBelow(base: Path, fix: DomainFix | Fix): DomainFix | Fix {
  if ('changes' in fix) return fix
  if (fix.all !== undefined)
    return { ...fix, all: fix.all.map((change) => ({ ...change, at: [...base, ...change.at] })) }
  return fix.at === undefined ? fix : { ...fix, at: [...base, ...fix.at] }
}

/** What a fix sets must not be left out any more. */
function withLeftOut({ spec }: RuleContext, set: readonly Path[]): Change[] {
  const leftOut = spec.libvirt?.leave_out
  if (leftOut === undefined) return []
  const indexes = indexesOf(leftOut)
  const around = set.flatMap((path) => path.map((_, index) => formatPath(path.slice(0, index + 1))))
  return [...new Set(around)]
    .flatMap((text) => indexes.get(text) ?? [])
    .map((index) => ({ path: ['libvirt', 'leave_out', index] }))
}

const indexesOfPaths = new WeakMap<readonly string[], ReadonlyMap<string, readonly number[]>>()

/** Where each path of `leave_out` stands: a design may have one for each of very many devices. */
function indexesOf(leftOut: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const held = indexesOfPaths.get(leftOut)
  if (held !== undefined) return held
  const indexes = new Map<string, number[]>()
  for (const [index, text] of leftOut.entries()) {
    const place = formatPath(parsePath(text) ?? [])
    const known = indexes.get(place)
    if (known === undefined) indexes.set(place, [index])
    else known.push(index)
  }
  indexesOfPaths.set(leftOut, indexes)
  return indexes
}

function locate(resolved: Resolved, domainPath: Path): Located {
  const own = ['libvirt', ...domainPath]
  // A device's index in the Domain is another than in the spec; everything else has its own name there.
  if (domainPath[0] !== 'devices' && valueAt(resolved.design.spec, own) !== undefined)
    return { path: own, exact: true }
  const origin = originOf(domainPath, resolved.origins)
  if (origin !== undefined) {
    const whole = specPathOf(domainPath, resolved.origins)
    const known = Math.max(origin.spec.length, knownLength(whole))
    return {
      path: whole.slice(0, known),
      exact: known === whole.length && isOwnPlace(origin.spec, origin.domain.length, domainPath),
    }
  }
  const [, list] = domainPath
  const isAddedDevice = domainPath[0] === 'devices' && typeof domainPath[2] === 'number'
  if (isAddedDevice) return { path: ['libvirt', 'devices', list ?? ''], exact: false }
  const known = knownLength(own)
  return { path: own.slice(0, known), exact: known === own.length }
}

/** `network` and `source` hold more than the device that was made of them; XML of the author's is one text. */
function isOwnPlace(spec: Path, matched: number, domainPath: Path): boolean {
  if (spec[0] === 'libvirt') return spec[1] !== 'snippets' && spec[1] !== 'xml_passthrough'
  return spec[0] === 'network' && matched < domainPath.length
}

/** How many steps of a path the tables of the spec know. */
function knownLength(path: Path): number {
  let shape: Shape = vmSpec
  let index = 0
  while (index < path.length) {
    const key = path[index]
    const field = typeof key === 'string' ? ownValue(shape, key) : undefined
    if (field === undefined) return index
    index += 1
    const hasItems = field.kind === 'list' || field.kind === 'texts' || field.kind === 'entriesList'
    if (hasItems && typeof path[index] === 'number') index += 1
    if (field.kind !== 'child' && field.kind !== 'list') return index
    shape = field.shape()
  }
  return index
}
