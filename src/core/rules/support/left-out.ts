/** The commonest problem: something that has no place there, and that is left out. */
import type { Path } from '../../finding.ts'
import type { DomainProblem } from './rule.ts'

/** @param wrong a sentence that says why; what to do is added */
export function leftOut(at: Path, wrong: string): DomainProblem {
  return { at, message: `${wrong} Leave it out.`, fix: { title: 'Leave it out' } }
}
