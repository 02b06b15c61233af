/** What breaks, and what runs with harm: one file a rule, each with where the fact is from. */
export { allRules, isSafeFix, stopsStart } from './all-rules.ts'
export { checkDesign } from './check-design.ts'
export { collide, forwardsOf, type HostPorts } from './support/forwards.ts'
export { hostdevIdentity } from './support/hostdev-identity.ts'
export { otherHypervisor } from './support/hypervisor.ts'
export { placedInSpec, specPath } from './support/place.ts'
export { ruleContext } from './support/rule-context.ts'
