/** How many findings there are, in the language of the page. */
import { countWords, type FindingCounts, type Severity, severities } from '../core.ts'
import { translated } from './words.ts'

/** `1 error`, `2 warnings`, `3 advice`. */
export function countOf(severity: Severity, count: number): string {
  return translated(countWords(severity, count))
}

/** `2 errors, 1 warning`: what there is none of is left out. */
export function countsOf(counts: FindingCounts): string {
  const there = severities.flatMap((one) => (counts[one] === 0 ? [] : [countOf(one, counts[one])]))
  return there.length === 0 ? translated('no findings') : there.join(', ')
}
