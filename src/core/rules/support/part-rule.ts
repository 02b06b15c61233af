/** A rule about one part of the Domain: it speaks in the part’s own words, as a device rule does in the device’s. */
import type { Domain } from '../../domain/index.ts'
import { below } from './place.ts'
import type { DomainProblem, Rule, RuleContext } from './rule.ts'

type PartRule<T> = Omit<Rule, 'check'> & {
  /** Asked when the part is there; paths are below it. */
  check(part: T, context: RuleContext): Iterable<DomainProblem>
}

/** @param part `cpu`, `os` or another key of the Domain */
export function partRule<K extends keyof Domain>(part: K, rule: PartRule<NonNullable<Domain[K]>>): Rule {
  const { check, ...said } = rule
  return {
    ...said,
    *check(context) {
      const held: Domain[K] = context.domain[part]
      if (held === undefined || held === null) return
      for (const problem of check(held, context)) yield below([part], problem)
    },
  }
}
