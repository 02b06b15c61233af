/** All rules: what the files of the folders export, one rule each. */
import type { Rule } from './support/rule.ts'

const byFile = import.meta.glob<Rule>(
  ['./*/*.ts', '!./support/*', '!./cases/*', '!./*/*.test.ts', '!./*/*.test-data.ts'],
  {
    eager: true,
    import: 'rule',
  },
)

/** By their ids. */
export const allRules: readonly Rule[] = Object.values(byFile).sort((one, other) =>
  one.id < other.id ? -1 : 1,
)
