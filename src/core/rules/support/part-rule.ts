/** A rule about one part of the Domain: it speaks in the part’s own words, as a device rule does in the device’s. */
import type { Domain } from '../../domain/index.ts'
import { addBelow } from './place.ts'
import type { DomainProblem, Rule, RuleContext, Wrong } from './rule.ts'

type PartRule<T> = Omit<Rule, 'check'> & {
  /** Asked when the part is there; paths are below it. */
  check(part: T, context: RuleContext): Wrong
}

/** @param part `cpu`, `os` or another key of the Domain */
export function partRule<K extends keyof Domain>(part: K, rule: PartRule<NonNullable<Domain[K]>>): Rule {
  const { check, ...said } = rule
  return {
    ...said,
    check(context) {
      const held: Domain[K] = context.domain[part]
      const problems: DomainProblem[] = []
      if (held !== undefined && held !== null) addBelow([part], check(held, context), problems)
      return problems
    },
  }
}
