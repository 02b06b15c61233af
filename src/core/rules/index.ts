/** What breaks, and what runs with harm: one file a rule, each with where the fact is from. */
export { allRules } from './all-rules.ts'
export { checkDesign } from './check-design.ts'
export { isSafeFix } from './safe-fixes.ts'
export { otherHypervisor } from './support/hypervisor.ts'
