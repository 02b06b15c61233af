/** Maps of the Domain by a pattern of their paths. */
import type { Path } from '../../finding.ts'
import { isRecord, type UnknownRecord } from '../../table/index.ts'
import { ownValue } from '../../text/index.ts'
import type { RuleContext } from './rule.ts'

export interface Matched {
  readonly held: UnknownRecord
  readonly path: Path
}

/** The maps at `devices.graphics.*.listen.*`: a star is each key of a map and each item of a list. */
export function matching({ domain }: RuleContext, pattern: string): readonly Matched[] {
  const found: Matched[] = []
  collect(domain, stepsOf(pattern), [], found)
  return found
}

/** @param path of what is held */
function collect(held: unknown, steps: readonly string[], path: Path, found: Matched[]): void {
  const step = steps[path.length]
  if (step === undefined) {
    if (isRecord(held)) found.push({ held, path })
  } else if (Array.isArray(held)) {
    if (step !== '*') return
    for (const [index, item] of held.entries()) collect(item, steps, [...path, index], found)
  } else if (isRecord(held)) {
    if (step === '*')
      for (const [key, inner] of Object.entries(held)) collect(inner, steps, [...path, key], found)
    else collect(ownValue(held, step), steps, [...path, step], found)
  }
}

const knownSteps = new Map<string, readonly string[]>()

/** Patterns are constants of the rules, so that there are few. */
function stepsOf(pattern: string): readonly string[] {
  const known = knownSteps.get(pattern)
  if (known !== undefined) return known
  const steps = pattern === '' ? [] : pattern.split('.')
  knownSteps.set(pattern, steps)
  return steps
}
