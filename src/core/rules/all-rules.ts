/** All rules: what the files of the folders export, one rule each. */
import type { Finding } from '../finding.ts'
import type { KnownRule, Rule } from './support/rule.ts'

const byFile = import.meta.glob<Rule>(['./*/*.ts', '!./support/*', '!./*/*.test.ts', '!./*/*.test-data.ts'], {
  eager: true,
  import: 'rule',
})

/** By their ids. */
export const allRules: readonly KnownRule[] = Object.values(byFile)
  .map((rule) => ({ severity: 'error' as const, ...rule }))
  .sort((one, other) => (one.id < other.id ? -1 : 1))

const withSafeFix = idsOf(({ fixIsSafe }) => fixIsSafe === true)
const foreseenAtStart = idsOf(({ atStart }) => atStart === true)

function idsOf(isWanted: (rule: KnownRule) => boolean): ReadonlySet<string> {
  return new Set(allRules.filter(isWanted).map(({ id }) => id))
}

/** True when the fix of a finding may be made together with others, without asking. */
export function isSafeFix({ code, fix }: Pick<Finding, 'code' | 'fix'>): boolean {
  return fix !== undefined && withSafeFix.has(code)
}

/** True when the finding is about something that keeps the VM from starting: an error, or a warning `atStart`. */
export function stopsStart({ code, severity }: Pick<Finding, 'code' | 'severity'>): boolean {
  return severity === 'error' || foreseenAtStart.has(code)
}
